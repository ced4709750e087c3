import DurableFiles
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// What a collector holds a gateway to: what it promised, what it was seen to have, and that nothing is new twice.
@Suite struct CollectorTests {
    let scene: Scene
    let memory: CollectorMemory
    let promise: NoteSigner
    let later: Day

    init() throws {
        scene = try Scene()
        memory = CollectorMemory(folder: scene.folder)
        promise = try NoteSigner(name: "meld.linde.example/promise")
        later = scene.today.adding(1)
    }

    private func entry(
        _ kind: EntryKind = .reply, hash: [UInt8] = randomBytes(32), tag: [UInt8] = randomBytes(16)
    ) -> LogEntry { LogEntry(kind: kind, hash: hash, tag: tag)! }

    /// Closes a day with these.
    private func log(_ entries: LogEntry..., on day: Day) throws -> LogView {
        scene.entries += entries.map { LoggedEntry(day: day, entry: $0) }
        try scene.storeLog()
        return try scene.mirror.log(scene.log.verifierKey)
    }

    private func promised(_ entry: LogEntry, on day: Day? = nil) throws {
        let note = try Promise(origin: "meld.linde.example", day: day ?? scene.today, entry: entry)
            .signed(by: promise)
        try memory.remember(note, of: entry)
    }

    private func settle(_ log: LogView) throws {
        try memory.settlePromises(by: promise.verifierKey, log: log, mirror: scene.mirror)
    }

    private var promises: [String] {
        get throws { try PrivateFolder.names(in: memory.promisesFolder) }
    }

    @Test func aPromiseIsForgottenWhenItWasKept() throws {
        let mine = entry()
        try promised(mine, on: later)
        try settle(scene.mirror.log(scene.log.verifierKey))
        #expect(try promises.count == 1)
        try settle(log(mine, on: later))
        #expect(try promises.isEmpty)
        // Posted once more, and promised the same: what is in the mirror is no news, and kept.
        try promised(mine, on: later)
        let log = try log(entry(), on: later.adding(1))
        try settle(
            LogView(
                log: scene.log.verifierKey, days: try #require(try scene.mirror.days()),
                checkpoint: scene.mirror.checkpoint(), start: log.edge, entries: []))
        #expect(try promises.isEmpty)
    }

    @Test func aPromiseOfAnotherEntryIsNotForgotten() throws {
        let (mine, other) = (entry(), randomBytes(16))
        for logged in [
            entry(.report, hash: mine.hash, tag: mine.tag), entry(hash: mine.hash, tag: other),
            entry(tag: mine.tag),
        ] {
            let before = scene.entries
            try promised(mine)
            let log = try log(logged, on: scene.today)
            for _ in 0..<2 {
                #expect(throws: CaseworkError.self) { try settle(log) }
                #expect(try promises == [Hex.encode(mine.hash)])
            }
            scene.entries = before
        }
        // The same, a day late.
        let late = try log(mine, on: later)
        #expect(throws: CaseworkError.self) { try settle(late) }
        #expect(try promises.count == 1)
    }

    private func waiting(_ listed: [LogEntry], _ log: LogView) throws -> Waiting {
        try Waiting(
            listed.map { LoggedEntry(day: scene.today, entry: $0) }, log: log, mirror: scene.mirror)
    }

    @Test func whatWaitedIsLoggedAsItWas() throws {
        let seen = entry(.report)
        try scene.mirror.store(pending: [LoggedEntry(day: scene.today, entry: seen)])
        let before = scene.entries
        for other in [
            entry(.reply, hash: seen.hash, tag: seen.tag), entry(.report, hash: seen.hash),
            entry(.report, tag: seen.tag),
        ] {
            let compared = try waiting([], log(other, on: scene.today))
            #expect(compared.vanished.map(\.entry) == [seen] && compared.late.isEmpty)
            // Also where it still waits, as something else.
            scene.entries = before
            #expect(
                try waiting([other], log(on: scene.today)).vanished.map(\.entry) == [seen])
        }
        let compared = try waiting([], log(seen, on: scene.today))
        #expect(compared.vanished.isEmpty && compared.late.isEmpty && compared.pending.isEmpty)
    }

    @Test func whatWasLoggedBeforeIsNotTakenForNew() throws {
        let envelope = randomBytes(100)
        let old = entry(.report, hash: SHA256.hash(envelope))
        let first = try log(old, on: scene.today)
        try scene.mirror.store(envelope: envelope, hash: old.hash)
        /// What is new: these, of the next day.
        func next(_ entries: LogEntry...) throws -> LogView {
            var edge = first.edge
            for entry in entries { edge.append(leafHash: MerkleTree.leafHash(entry.bytes)) }
            let checkpoint = try Checkpoint(origin: "meld.linde.example", head: edge.head)
                .signed(by: scene.log)
            let record = LogDays.Record(day: later, note: checkpoint)
            return try LogView(
                log: scene.log.verifierKey,
                days: LogDays(
                    firstEntry: 0, records: try #require(try scene.mirror.days()).records + [record]
                ),
                checkpoint: checkpoint, start: first.edge, entries: entries)
        }
        let mirror = scene.mirror
        #expect(try mirror.repeatedHash(in: next(entry(.report)), []) == nil)
        for again in [old, entry(.report, hash: old.hash), entry(.reply, hash: old.hash)] {
            #expect(try mirror.repeatedHash(in: next(entry(), again), []) == old.hash)
            // Also while it waits to be logged, and where everything is read again.
            let listed = LoggedEntry(day: later, entry: again)
            #expect(try mirror.repeatedHash(in: next(), [listed]) == old.hash)
            #expect(try mirror.repeatedHash(in: first, [listed]) == old.hash)
        }
        // What waited and is logged now was here before too.
        let other = randomBytes(100)
        let seen = LoggedEntry(day: later, entry: entry(.report, hash: SHA256.hash(other)))
        try mirror.store(pending: [seen])
        try mirror.store(envelope: other, hash: seen.entry.hash)
        #expect(try mirror.repeatedHash(in: next(seen.entry), []) == nil)
        #expect(try mirror.repeatedHash(in: next(seen.entry), [seen]) == nil)
    }
}
