internal import Reporting
internal import Sodium
package import TransparencyLog

/// What a counsellor's collector fetches, signed by her `request` key.
extension GatewayClient {
    static let pendingByteLimit = 64 << 20

    /// What is pending, with the day it was accepted.
    package struct PendingEntry: Sendable, Equatable {
        /// The day it was accepted.
        package let day: Day
        /// Kind, hash and tag.
        package let entry: LogEntry
    }

    /// What was accepted and is not an entry yet, by hash.
    package func pending(signer: RequestSigner) async throws(GatewayError) -> [PendingEntry] {
        try await lines("/pending", signer, limit: Self.pendingByteLimit)
            .map { (line) throws(GatewayError) in try Self.pending(line) }
    }

    /// The envelope or note of an entry.
    ///
    /// Throws `malformedAnswer` when its hash is another, or its size not one of its kind.
    package func envelope(
        _ entry: LogEntry, signer: RequestSigner
    ) async throws(GatewayError) -> [UInt8] {
        let target = "/envelopes/" + Hex.encode(entry.hash)
        let bytes = try await get(
            target, headers: signed("GET", target, body: nil, by: signer), limit: 2 << 20)
        guard SHA256.hash(bytes) == entry.hash, EnvelopeShape.isSize(bytes.count, of: entry.kind)
        else { throw .malformedAnswer }
        return bytes
    }

    private func lines(
        _ target: String, _ signer: RequestSigner, limit: Int
    ) async throws(GatewayError) -> [Substring] {
        let bytes = try await get(
            target, headers: signed("GET", target, body: nil, by: signer), limit: limit)
        guard bytes.isEmpty || bytes.last == 0x0A else { throw .malformedAnswer }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    /// `<day> <kind> <hash> <tag>`.
    static func pending(_ line: Substring) throws(GatewayError) -> PendingEntry {
        let fields = line.split(separator: " ", omittingEmptySubsequences: false)
        guard fields.count == 4, let day = Day(String(fields[0])),
            let kind = UInt8(fields[1]).flatMap({ EntryKind(rawValue: $0) }),
            let hash = Hex.decode(String(fields[2])), let tag = Hex.decode(String(fields[3])),
            let entry = LogEntry(kind: kind, hash: hash, tag: tag)
        else { throw .malformedAnswer }
        return PendingEntry(day: day, entry: entry)
    }
}
