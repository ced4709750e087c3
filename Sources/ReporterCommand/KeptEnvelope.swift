internal import Reporting
internal import Sodium
internal import TransparencyLog

/// A sealed report kept to send later: nobody can read it on this machine.
///
/// The file is `sottovoce/v1 kept`, `month 2026-11`, `genesis` and the key id of the organisation's
/// first root key (8 hex digits: it tells organisations apart and names none), `tag` (32 hex
/// digits), `sha256` and the hash of the lines before it and the envelope, a line each; an empty
/// line; the envelope's 16,384 bytes. Nothing else is in it, and anything else is refused: a gateway
/// can't see that an envelope was damaged on a stick, and would promise one that nobody can open.
struct KeptEnvelope: Sendable, Equatable {
    static let firstLine = "sottovoce/v1 kept"
    /// Its last day is the fifth of the next month: later the month's key may be gone.
    static let daysIntoNextMonth = 5
    /// More than the file can have.
    static let byteLimit = 20_000

    /// The month of the keys it is sealed to.
    let month: Month
    /// Of the organisation's first root key.
    let genesisID: UInt32
    let envelope: SealedEnvelope

    /// The last day it may be sent.
    var lastDay: Day { month.lastDay.adding(Self.daysIntoNextMonth) }

    init(_ envelope: SealedEnvelope, month: Month, genesis: VerifierKey) {
        self.envelope = envelope
        self.month = month
        self.genesisID = genesis.keyID
    }

    /// The file's bytes.
    var bytes: [UInt8] {
        let lines = [UInt8](head.utf8)
        let hash = SHA256.hash(lines + envelope.bytes)
        return lines + [UInt8]("sha256 \(Hex.encode(hash))\n\n".utf8) + envelope.bytes
    }

    /// The lines before the hash.
    private var head: String {
        """
        \(Self.firstLine)
        month \(month.text)
        genesis \(Hex.encode(bigEndian(genesisID)))
        tag \(Hex.encode(envelope.tag))

        """
    }

    /// nil for anything but the bytes of a kept envelope.
    init?(_ bytes: [UInt8]) {
        guard bytes.count > EnvelopeShape.reportByteCount else { return nil }
        let place = bytes.count - EnvelopeShape.reportByteCount
        let lines = String(decoding: bytes[..<place], as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 7, let month = Month(Self.value("month ", lines[1])),
            let genesis = Hex.decode(Self.value("genesis ", lines[2])), genesis.count == 4,
            let tag = Hex.decode(Self.value("tag ", lines[3]))
        else { return nil }
        do throws(ReportingError) {
            envelope = try SealedEnvelope(kind: .report, tag: tag, bytes: [UInt8](bytes[place...]))
        } catch { return nil }
        self.month = month
        self.genesisID = genesis.reduce(0) { $0 << 8 | UInt32($1) }
        // The hash line, too.
        guard self.bytes == bytes else { return nil }
    }

    private static func value(_ name: String, _ line: Substring) -> String {
        line.hasPrefix(name) ? String(line.dropFirst(name.count)) : ""
    }
}
