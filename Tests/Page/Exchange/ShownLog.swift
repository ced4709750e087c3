import Reporting
import Sodium
import TransparencyLog

/// The log of the organisation as its gateway serves it on a day: its notes were logged on 2026-11-22, reports
/// on the 24th, replies on the 25th.
///
/// Lines: `report <hex>` and `reply <hex>` are posted envelopes; `withheld <hex>` is logged and not served;
/// `silent` ends the internal counsellor's cosignatures after the first, `imported` adds her offline ones.
struct ShownLog {
    private static let first = Day("2026-11-22")!
    private let exchange: Exchange
    private var entries: [LogEntry] = []
    private var records: [LogDays.Record] = []
    private var replies: [SealedEnvelope] = []

    init(_ exchange: Exchange, today: String, _ lines: [String]) throws {
        self.exchange = exchange
        var posted: [String: [SealedEnvelope]] = [:]
        for line in lines {
            let words = line.split(separator: " ")
            guard words.count == 2, let bytes = Hex.decode(String(words[1])) else { continue }
            let kind = words[0] == "report" ? EntryKind.report : .reply
            posted[String(words[0]), default: []].append(
                try SealedEnvelope(kind: kind, posted: bytes))
        }
        replies = posted["reply"] ?? []
        for (index, note) in try exchange.bundle.notes.enumerated() {
            let tag = [UInt8](repeating: UInt8(index), count: LogEntry.tagByteCount)
            entries.append(LogEntry(kind: .note, hash: SHA256.hash(note.bytes), tag: tag)!)
        }
        var day = Self.first
        while day < Day(today)! {
            switch day.number - Self.first.number {
            case 2: entries += (posted["report"] ?? []).map(\.entry).sorted()
            case 3: entries += (replies + (posted["withheld"] ?? [])).map(\.entry).sorted()
            default: break
            }
            var note = try checkpoint()
            if day == Self.first || !lines.contains("silent") {
                note.cosign(exchange.collector, day: day.adding(1))
                if lines.contains("imported") { note.cosign(exchange.imported, day: day.adding(1)) }
            }
            records.append(LogDays.Record(day: day, note: note))
            day = day.adding(1)
        }
    }

    private func checkpoint() throws -> SignedNote {
        var edge = TreeEdge()
        for entry in entries { edge.append(leafHash: MerkleTree.leafHash(entry.bytes)) }
        return try Checkpoint(origin: exchange.log.verifierKey.name, head: edge.head)
            .signed(by: exchange.log)
    }

    /// What its resources are, `path hex` each.
    var text: String {
        get throws {
            let range = LogDays(firstEntry: 0, records: records)
            let tiles = try LogRange(range, try checkpoint()).bundles
            let month = replies.sorted { $0.tag.lexicographicallyPrecedes($1.tag) }
            return """
                days \(Hex.encode(range.bytes))
                checkpoint \(Hex.encode(try checkpoint().bytes))
                month \(Hex.encode(month.flatMap(\.posted)))

                """
                    + tiles.map { tile in
                        let start = tile.number * Tile.fullWidth
                        let bytes = EntryBundle.bytes(of: entries[start..<start + tile.width])
                        return "\(tile.path) \(Hex.encode(bytes))"
                    }.joined(separator: "\n")
        }
    }
}
