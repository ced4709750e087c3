import Reporting
import Sodium
import TransparencyLog

/// A log of the invented organisation, kept in memory by its rules: a reporter's view of it is checked as
/// one that was served.
struct InventedLog {
    let signer: NoteSigner
    let first: Day
    var entries: [LogEntry] = []
    var records: [LogDays.Record] = []

    init(signer: NoteSigner, first: Day) {
        self.signer = signer
        self.first = first
    }

    private func checkpoint(_ day: Day? = nil) throws -> SignedNote {
        var edge = TreeEdge()
        for entry in entries { edge.append(leafHash: MerkleTree.leafHash(entry.bytes)) }
        return try Checkpoint(origin: signer.verifierKey.name, head: edge.head).signed(by: signer)
    }

    /// Closes the next day with these entries.
    mutating func close(_ new: [LogEntry] = []) throws {
        entries += new.sorted()
        let day = records.count { $0.day != nil }
        records.append(LogDays.Record(day: first.adding(day), note: try checkpoint()))
    }

    /// Notes become entries at once.
    mutating func add(note: SignedNote) throws {
        let tag = Self.random(16)
        entries.append(LogEntry(kind: .note, hash: SHA256.hash(note.bytes), tag: tag)!)
    }

    mutating func cosign(_ place: Int, _ cosigner: NoteSigner, day: Day) {
        records[place].note.cosign(cosigner, day: day)
    }

    func view() throws -> LogView {
        try LogView(
            log: signer.verifierKey, days: LogDays(firstEntry: 0, records: records),
            checkpoint: try checkpoint(), start: TreeEdge(), entries: entries)
    }

    static func random(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255) }
    }

    /// Someone else's, or cover.
    static func other(_ kind: EntryKind = .report) -> LogEntry {
        LogEntry(kind: kind, hash: random(32), tag: random(16))!
    }
}
