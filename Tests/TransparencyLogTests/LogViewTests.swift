import Sodium
import Testing
import TransparencyLog

/// A log kept in memory by its rules, and against them where a test says so.
private struct InventedLog {
    let signer: NoteSigner
    var entries: [LogEntry] = []
    var records: [LogDays.Record] = []
    var firstEntry = 0

    init() throws { signer = try NoteSigner(name: "log.example") }

    func entry(_ number: Int, _ kind: EntryKind = .report) -> LogEntry {
        LogEntry(
            kind: kind, hash: SHA256.hash(bigEndian(UInt32(number))),
            tag: [UInt8](SHA256.hash(bigEndian(UInt32(number + 1))).prefix(16)))!
    }

    func edge(_ size: Int) -> TreeEdge {
        var edge = TreeEdge()
        for entry in entries.prefix(size) {
            edge.append(leafHash: MerkleTree.leafHash(entry.bytes))
        }
        return edge
    }

    func checkpoint(_ size: Int? = nil) throws -> SignedNote {
        try Checkpoint(origin: "log.example", head: edge(size ?? entries.count).head)
            .signed(by: signer)
    }

    mutating func close(_ day: Day, adding count: Int) throws {
        for _ in 0..<count { entries.append(entry(entries.count)) }
        records.append(LogDays.Record(day: day, note: try checkpoint()))
    }

    func view(from start: Int = 0) throws -> LogView {
        try LogView(
            log: signer.verifierKey, days: LogDays(firstEntry: firstEntry, records: records),
            checkpoint: checkpoint(), start: edge(start),
            entries: [LogEntry](entries.dropFirst(start)))
    }

    /// Five days with 3, 0, 5, 1 and 300 entries from 2026-11-20 on.
    static func fiveDays() throws -> InventedLog {
        var log = try InventedLog()
        for (offset, count) in [3, 0, 5, 1, 300].enumerated() {
            try log.close(Day("2026-11-20")!.adding(offset), adding: count)
        }
        return log
    }
}

@Suite struct LogViewTests {
    private let first = Day("2026-11-20")!

    @Test func aHonestLogIsTakenFromAnyPlaceOn() throws {
        let log = try InventedLog.fiveDays()
        let days = LogDays(firstEntry: 0, records: log.records)
        #expect(try LogDays(parsing: days.bytes) == days)
        for start in [0, 1, 3, 8, 9, 256, 309] {
            let view = try log.view(from: start)
            #expect(view.head == log.edge(309).head)
            #expect(view.lastClosed == first.adding(4))
            #expect(view.entry(start - 1) == nil)
            for index in start..<309 where index % 37 == 0 || index < 12 {
                #expect(view.entry(index) == log.entries[index])
                let day = index < 3 ? 0 : index < 8 ? 2 : index < 9 ? 3 : 4
                #expect(view.day(of: index) == first.adding(day))
                let proof = view.proof(of: index, in: try #require(view.shown.last))
                let again = try LogProof(parsing: proof.bytes)
                _ = try again.verify(
                    entry: log.entries[index].bytes, log: log.signer.verifierKey)
            }
        }
    }

    @Test func confirmationsCountOnlyUnderTheirOwnKey() throws {
        var log = try InventedLog.fiveDays()
        let her = try NoteSigner(name: "her.example/collector", type: .cosignature)
        let other = try NoteSigner(name: "her.example/collector", type: .cosignature)
        log.records[2].note.cosign(her, day: first.adding(3))
        #expect(try log.view().confirmations(by: her.verifierKey).map(\.size) == [8])
        #expect(try log.view().confirmations(by: other.verifierKey).isEmpty)
        var forged = log.records[3].note
        forged.cosign(other, day: first.adding(3))
        // Under her name and key id: a claim she never made.
        let bytes = forged.signatures(of: other.verifierKey)[0].bytes
        log.records[3].note.add(
            SignedNote.Signature(
                name: her.verifierKey.name, keyID: her.verifierKey.keyID, bytes: bytes))
        #expect(throws: LogFault.falseCosignature(name: "her.example/collector")) {
            try log.view().confirmations(by: her.verifierKey)
        }
    }

    @Test func eachFaultIsNamed() throws {
        let honest = try InventedLog.fiveDays()

        var altered = honest
        altered.entries[4] = altered.entry(999)
        #expect(throws: LogFault.altered(size: 8)) {
            // The entry was swapped; the records are those signed before.
            try LogView(
                log: honest.signer.verifierKey,
                days: LogDays(firstEntry: 0, records: honest.records),
                checkpoint: honest.checkpoint(), start: TreeEdge(), entries: altered.entries)
        }

        var forked = honest
        forked.records.append(LogDays.Record(day: nil, note: try altered.checkpoint()))
        #expect(throws: LogFault.fork(size: 309)) { try forked.view() }

        var rewound = honest
        rewound.records[3] = LogDays.Record(
            day: first.adding(3), note: try honest.checkpoint(3))
        #expect(throws: LogFault.rewound(seen: 8, served: 3)) { try rewound.view() }
        #expect(throws: LogFault.rewound(seen: 309, served: 9)) {
            try LogView(
                log: honest.signer.verifierKey,
                days: LogDays(firstEntry: 0, records: [LogDays.Record](honest.records.prefix(4))),
                checkpoint: honest.checkpoint(9), start: honest.edge(309), entries: [])
        }

        var gap = honest
        gap.records.remove(at: 1)
        #expect(throws: LogFault.missingDay(after: first)) { try gap.view() }

        var stranger = try InventedLog.fiveDays()
        stranger.records = honest.records
        #expect(throws: LogFault.unsigned) { try stranger.view() }

        var unclosed = honest
        unclosed.entries.append(unclosed.entry(400))
        #expect(throws: LogFault.malformed) { try unclosed.view() }
        unclosed.entries[309] = unclosed.entry(400, .note)
        #expect(try unclosed.view().day(of: 309) == nil)

        let cut = [LogEntry](honest.entries.dropLast())
        #expect(throws: LogFault.malformed) {
            try LogView(
                log: honest.signer.verifierKey,
                days: LogDays(firstEntry: 0, records: honest.records),
                checkpoint: honest.checkpoint(), start: TreeEdge(), entries: cut)
        }
    }

    /// An old message may not stand for a new one that was dropped.
    @Test(arguments: [1, 200, 308]) func aHashLoggedTwiceIsRefused(place: Int) throws {
        let honest = try InventedLog.fiveDays()
        let old = honest.entries[place]
        for (kind, tag) in [
            (EntryKind.report, old.tag), (.report, honest.entry(900).tag), (.reply, old.tag),
        ] {
            var log = honest
            log.entries += [
                log.entry(500), try #require(LogEntry(kind: kind, hash: old.hash, tag: tag)),
                log.entry(501),
            ]
            try log.close(first.adding(5), adding: 0)
            #expect(throws: LogFault.repeated(hash: old.hash)) { try log.view() }
            #expect(throws: LogFault.repeated(hash: old.hash)) { try log.view(from: place) }
            // Who begins later doesn't see the first, and must look among what they have.
            #expect(try log.view(from: place + 1).head.size == 312)
        }
        var notes = honest
        for number in [700, 701, 700] { notes.entries.append(notes.entry(number, .note)) }
        #expect(try notes.view().head.size == 312)
    }

    @Test func whatIsNoLongerKeptMayComeAgain() throws {
        var log = try InventedLog.fiveDays()
        log.records.removeFirst(2)
        log.firstEntry = 8
        log.entries.append(log.entries[7])
        try log.close(first.adding(5), adding: 0)
        #expect(try log.view().head.size == 310)
        log.firstEntry = 7
        #expect(throws: LogFault.repeated(hash: log.entries[7].hash)) { try log.view() }
    }

    @Test func monthsThatAreToBeKeptAreAskedFor() throws {
        var log = try InventedLog.fiveDays()
        let today = first.adding(5)
        try log.view().check(keepsMonths: 6, today: today)
        #expect(throws: LogFault.stale(lastClosed: first.adding(4))) {
            try log.view().check(keepsMonths: 6, today: today.adding(2))
        }
        // Something is left out below, and the days shown begin after the oldest month kept.
        log.firstEntry = 3
        #expect(throws: LogFault.shortened) {
            try log.view().check(keepsMonths: 6, today: today)
        }
        log.firstEntry = 4
        #expect(throws: LogFault.malformed) { try log.view() }
    }

    @Test func theFormIsOne() throws {
        let log = try InventedLog.fiveDays()
        let bytes = LogDays(firstEntry: 0, records: log.records).bytes
        for count in [0, 10, 30, 40, bytes.count - 1] {
            #expect(throws: LogFault.malformed) {
                try LogDays(parsing: [UInt8](bytes.prefix(count)))
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        for (old, new) in [
            ("first-entry 0", "first-entry 00"), ("closed 2026-11-20", "closed 2026-11-2"),
            ("closed ", "opened "), ("closed 2026-11-20 ", "closed 2026-11-20 0"),
        ] {
            let changed = text.replacing(old, with: new, maxReplacements: 1)
            #expect(throws: LogFault.malformed) { try LogDays(parsing: [UInt8](changed.utf8)) }
        }
    }
}
