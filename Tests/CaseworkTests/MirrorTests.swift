import DurableFiles
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// What was changed in a mirror is told as that, before anything in it is believed or blamed on anybody.
@Suite struct MirrorTests {
    let scene: Scene
    let later: Day

    init() throws {
        scene = try Scene()
        later = scene.today.adding(1)
        // On two days: a day alone could be said to be another.
        try scene.log(scene.sealed("Een vraag.", from: scene.reporter()), on: later)
        try scene.importAll(on: later)
        _ = try scene.home().reply(to: 1, .answer, body: "Een antwoord.", today: scene.today)
        let outbox = scene.folder + "/outbox"
        try scene.post(scene.home().repliesAtOnce(to: outbox, today: scene.today)[0])
    }

    /// Flips one bit in each of some places of a file, from its first to its last byte.
    private func everyFlipIsTold(_ name: String, as told: String? = nil) throws {
        let path = "\(scene.mirror.folder)/\(name)"
        let whole = try DurableFile.read(path, limit: 1 << 20)
        for place in Array(stride(from: 0, to: whole.count, by: whole.count / 40)) + [
            whole.count - 1
        ] {
            var altered = whole
            altered[place] ^= 1
            try DurableFile.replace(path, with: altered)
            do {
                _ = try scene.importAll(on: later)
                Issue.record("byte \(place) of \(name) was not missed")
            } catch CaseworkError.damagedMirror(let file) {
                #expect(told == nil || file == path, "byte \(place)")
            }
        }
        try DurableFile.replace(path, with: whole)
        #expect(try scene.importAll(on: later).posted == 1)
    }

    @Test func aFlippedBitInTheNotesIsToldAsDamage() throws {
        try everyFlipIsTold("notes", as: "notes")
    }

    @Test(arguments: ["days", "checkpoint", "tile/entries/000.p/3"])
    func aFlippedBitInTheLogIsToldAsDamage(name: String) throws { try everyFlipIsTold(name) }

    @Test func anEarlierLogIsRefusedAsSuch() throws {
        try scene.importAll(on: later)
        let seen = try #require(try scene.home().importedHead())
        scene.entries.removeLast()
        try scene.storeLog()
        #expect(throws: LogFault.rewound(seen: seen.size, served: seen.size - 1)) {
            try scene.importAll(on: later)
        }
        // The same size, with something else in it: what was imported before is gone.
        scene.entries.append(
            LoggedEntry(
                day: later,
                entry: LogEntry(
                    kind: .report, hash: randomBytes(32), tag: randomBytes(16))!))
        try scene.storeLog()
        #expect(throws: LogFault.fork(size: seen.size)) { try scene.importAll(on: later) }
    }

    @Test func whatWasImportedIsCosigned() throws {
        try scene.importAll(on: later)
        let outbox = Outbox(folder: scene.folder + "/outbox")
        _ = try scene.home().handOver(to: outbox.folder, today: later)
        let note = try outbox.note("imported.checkpoint")
        let own = try #require(scene.roster.counsellor("intern"))
        #expect(try note.cosignatureDay(by: own.imported) == later)
        #expect(try Checkpoint(text: note.text).head == scene.home().importedHead())
    }

    @Test func anOutboxSaysWhoseItIs() throws {
        let outbox = Outbox(folder: scene.folder + "/outbox")
        try outbox.checkOwner("meld.linde.example/intern")
        let refusal = CaseworkError.otherOutbox(
            path: outbox.folder, owner: "meld.linde.example/intern", id: "meld.linde.example/extern"
        )
        #expect(throws: refusal) { try outbox.checkOwner("meld.linde.example/extern") }
        #expect(throws: refusal) {
            try scene.home("extern").handOver(to: outbox.folder, today: scene.today)
        }
        #expect(try outbox.envelopes { $0.hasPrefix("now-") }.count == 1)
    }

    private func again(_ kind: EntryKind, hash: [UInt8]) {
        let entry = LogEntry(kind: kind, hash: hash, tag: randomBytes(LogEntry.tagByteCount))!
        scene.entries.append(LoggedEntry(day: later, entry: entry))
    }

    /// The offline machine reads on in a mirror that has let go of what it imported.
    @Test func whatIsPrunedIsGoneAndTheRestStillMakesTheLog() throws {
        let old = scene.entries.map(\.entry)
        let mail = old.filter { $0.kind != .note }
        for _ in 0..<Tile.fullWidth { again(.reply, hash: randomBytes(32)) }
        // As when a month begins.
        for note in old where note.kind == .note { again(.note, hash: note.hash) }
        try scene.storeLog()
        try scene.importAll(on: later)
        let size = scene.entries.count
        // Envelopes go one by one, entries by whole bundles.
        try scene.mirror.prune(below: old.firstIndex { $0.kind == .report }! + 1)
        #expect(
            try mail.map { try scene.mirror.state(of: $0) == .missing }
                == mail.map { $0.kind == .report })
        #expect(try scene.mirror.start().size == 0)
        try scene.mirror.prune(below: Tile.fullWidth + 1)
        for _ in 0..<2 {
            #expect(try scene.mirror.start().size == Tile.fullWidth)
            #expect(try mail.allSatisfy { try scene.mirror.state(of: $0) == .missing })
            #expect(!DurableFile.exists(scene.mirror.folder + "/tile/entries/000"))
            #expect(!DurableFile.exists(scene.mirror.folder + "/tile/entries/000.p"))
            #expect(!DurableFile.exists(scene.mirror.folder + "/leaving"))
            let log = try scene.mirror.log(scene.log.verifierKey)
            #expect(log.head.size == size && log.entries.count == size - Tile.fullWidth)
            // Again, and for less than is gone: nothing more.
            try scene.mirror.prune(below: 0)
        }
        #expect(try scene.importAll(on: later).posted == 0)
        #expect(try scene.home().caseFile(1).received.count == 1)
    }

    @Test func pruningThatWasCutOffGoesOn() throws {
        let entry = scene.entries.first { $0.entry.kind == .report }!.entry
        let path = scene.mirror.folder + "/leaving"
        // Of what is still in the log nothing goes, of what is not everything.
        let gone = randomBytes(100)
        try scene.mirror.store(envelope: gone, hash: SHA256.hash(gone))
        let lines = [entry.hash, SHA256.hash(gone)].map { Hex.encode($0) + "\n" }.joined()
        try DurableFile.replace(path, with: [UInt8](lines.utf8))
        try scene.mirror.prune(below: 0)
        #expect(try scene.mirror.state(of: entry) == .whole)
        #expect(!DurableFile.exists(scene.mirror.envelopePath(SHA256.hash(gone))))
        #expect(!DurableFile.exists(path))
    }
}
