internal import Sodium
package import TransparencyLog

/// What a counsellor's collector fetches, signed by her `request` key.
extension GatewayClient {
    static let entriesByteLimit = 1 << 20
    static let pendingByteLimit = 64 << 20

    /// One line of the drop-box's list.
    package struct ListedEntry: Sendable, Equatable {
        /// Its place in the log, nil while pending.
        package let index: Int?
        /// The day it was accepted.
        package let day: Day
        /// Kind, hash and tag.
        package let entry: LogEntry
    }

    /// At most 1,000 entries from number `from` on, in order; empty at the end.
    package func entries(
        from: Int, signer: RequestSigner
    ) async throws(GatewayError) -> [ListedEntry] {
        let entries = try await lines("/entries?from=\(from)", signer, limit: Self.entriesByteLimit)
            .map { (line) throws(GatewayError) in try Self.listed(line, indexed: true) }
        for (offset, entry) in entries.enumerated() where entry.index != from + offset {
            throw .malformedAnswer
        }
        return entries
    }

    /// What was accepted and is not an entry yet, by hash.
    package func pending(signer: RequestSigner) async throws(GatewayError) -> [ListedEntry] {
        try await lines("/pending", signer, limit: Self.pendingByteLimit)
            .map { (line) throws(GatewayError) in try Self.listed(line, indexed: false) }
    }

    /// The envelope or note of an entry.
    ///
    /// Throws `malformedAnswer` when its hash is another.
    package func envelope(
        _ entry: LogEntry, signer: RequestSigner
    ) async throws(GatewayError) -> [UInt8] {
        let target = "/envelopes/" + Hex.encode(entry.hash)
        let bytes = try await get(
            target, headers: signed("GET", target, body: nil, by: signer), limit: 2 << 20)
        guard SHA256.hash(bytes) == entry.hash else { throw .malformedAnswer }
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

    /// `<index> <day> <kind> <hash> <tag>`, without the index where it is pending.
    static func listed(
        _ line: Substring, indexed: Bool
    ) throws(GatewayError) -> ListedEntry {
        var fields = line.split(separator: " ", omittingEmptySubsequences: false)
        var index: Int?
        if indexed {
            guard let first = fields.first, let number = Int(first), number >= 0 else {
                throw .malformedAnswer
            }
            index = number
            fields.removeFirst()
        }
        guard fields.count == 4, let day = Day(String(fields[0])),
            let kind = UInt8(fields[1]).flatMap({ EntryKind(rawValue: $0) }),
            let hash = Hex.decode(String(fields[2])), let tag = Hex.decode(String(fields[3])),
            let entry = LogEntry(kind: kind, hash: hash, tag: tag)
        else { throw .malformedAnswer }
        return ListedEntry(index: index, day: day, entry: entry)
    }
}
