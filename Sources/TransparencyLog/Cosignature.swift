internal import Sodium

/// A cosigner's statement about a checkpoint, on a day: an Ed25519 signature of type 0x04.
///
/// Its time is the day's 00:00 UTC and nothing finer. What more a key states than "consistent with
/// all I saw before" is said where the key is named, in Docs/protocol.md §6. Source: C2SP tlog-cosignature.
public enum Cosignature {
    static let header = "cosignature/v1\ntime "
    /// A time in eight bytes and an Ed25519 signature.
    static let byteCount = 8 + 64
    private static let secondsInDay: Int64 = 86_400

    static func message(_ text: String, seconds: Int64) -> [UInt8] {
        [UInt8]((header + String(seconds) + "\n" + text).utf8)
    }

    /// The day and the Ed25519 signature; nil for another length or a time that is not a day's beginning.
    static func parts(_ bytes: [UInt8]) -> (day: Day, signature: [UInt8])? {
        guard bytes.count == byteCount, bytes[0] < 0x80 else { return nil }
        // In 64 bits: a browser's Int ends in 2038.
        let seconds = bytes.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard seconds % secondsInDay == 0, seconds / secondsInDay <= Int64(Day.last.number) else {
            return nil
        }
        return (Day(number: Int(seconds / secondsInDay)), [UInt8](bytes.dropFirst(8)))
    }

    static func seconds(_ day: Day) -> Int64 { Int64(day.number) * secondsInDay }
}

extension SignedNote {
    /// Adds a cosignature, in place of one that the cosigner may already have.
    ///
    /// - Parameters:
    ///   - cosigner: a key of type `cosignature`.
    ///   - day: 1970 or later.
    public mutating func cosign(_ cosigner: NoteSigner, day: Day) {
        precondition(cosigner.verifierKey.type == .cosignature && day.number >= 0)
        let seconds = Cosignature.seconds(day)
        let signature = cosigner.key.sign(Cosignature.message(text, seconds: seconds))
        add(bigEndian(UInt64(seconds)) + signature, by: cosigner.verifierKey)
    }

    /// The day of a cosigner's cosignature under this checkpoint; the earliest when there are several.
    ///
    /// - Throws: `missingSignature`, or `badSignature` when there is one and it is wrong.
    public func cosignatureDay(by cosigner: VerifierKey) throws(NoteError) -> Day {
        precondition(cosigner.type == .cosignature)
        var days: [Day] = []
        for signature in signatures(of: cosigner) {
            guard let (day, bytes) = Cosignature.parts(signature.bytes),
                cosigner.key.isValidSignature(
                    bytes, for: Cosignature.message(text, seconds: Cosignature.seconds(day)))
            else { throw .badSignature(name: cosigner.name) }
            days.append(day)
        }
        guard let first = days.min() else { throw .missingSignature(name: cosigner.name) }
        return first
    }
}
