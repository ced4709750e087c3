import DurableFiles
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// What was changed in a mirror is told as that, before anything in it is believed or blamed on anybody.
@Suite struct MirrorTests {
    let scene: Scene

    init() throws {
        scene = try Scene()
        try scene.log(scene.sealed("Een vraag.", from: scene.reporter()))
        try scene.importAll()
        _ = try scene.home().reply(to: 1, .answer, body: "Een antwoord.", today: scene.today)
        let outbox = Outbox(folder: scene.folder + "/outbox")
        _ = try scene.home().handOver(to: outbox.folder)
        try scene.post(outbox.reply(outbox.waiting().replies[0]))
    }

    /// Flips one bit in each of some places of a file, from its first to its last byte.
    private func everyFlipIsTold(_ name: String) throws {
        let path = "\(scene.mirror.folder)/\(name)"
        let whole = try DurableFile.read(path, limit: 1 << 20)
        for place in Array(stride(from: 0, to: whole.count, by: whole.count / 40)) + [
            whole.count - 1
        ] {
            var altered = whole
            altered[place] ^= 1
            try DurableFile.replace(path, with: altered)
            #expect(throws: CaseworkError.damagedMirror(file: path), "byte \(place)") {
                try scene.importAll()
            }
        }
        try DurableFile.replace(path, with: whole)
        #expect(try scene.importAll().posted == 1)
    }

    @Test func aFlippedBitInTheNotesIsToldAsDamage() throws { try everyFlipIsTold("notes") }

    @Test func aFlippedBitInTheRepliesIsToldAsDamage() throws {
        try everyFlipIsTold("replies/\(scene.today.month.text)")
    }

    @Test func notesAndRepliesMayBePending() throws {
        let note = try scene.home().renewKeys(today: scene.today, count: 2)
        let before = scene.entries
        try scene.publish(with: [note])
        let pending = scene.entries.entries.suffix(2)
        try scene.mirror.store(entries: before)
        #expect(throws: CaseworkError.damagedMirror(file: scene.mirror.folder + "/notes")) {
            try scene.importAll()
        }
        try scene.mirror.store(pending: Array(pending))
        #expect(try scene.importAll().hasCurrentKey)
    }

    @Test func anOutboxSaysWhoseItIs() throws {
        let outbox = Outbox(folder: scene.folder + "/outbox")
        try outbox.checkOwner("intern")
        let refusal = CaseworkError.otherOutbox(
            path: outbox.folder, owner: "intern", id: "extern")
        #expect(throws: refusal) { try outbox.checkOwner("extern") }
        #expect(throws: refusal) { try scene.home("extern").handOver(to: outbox.folder) }
        #expect(try outbox.waiting().replies.count == 1)
        _ = try outbox.reply(outbox.waiting().replies[0])
    }
}
