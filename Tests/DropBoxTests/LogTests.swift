@testable import DropBox
import Foundation
import GRDB
import Sodium
import Testing
import TransparencyLog

@Suite struct LogTests {
    private static let key = "her.example/collector"

    @Test func aNewStoreHasTheEmptyTree() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        let view = try await dropBox.view(temporary.log)
        #expect(view.head == TreeHead(size: 0, root: MerkleTree.emptyRoot))
        try dropBox.closeDays(through: temporary.today)
        #expect(try await dropBox.view(temporary.log).lastClosed == temporary.today)
        #expect(try await dropBox.days().records.count == 1)
    }

    @Test func closingsAndNotesMakeTheTreeThatIsSigned() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        let first = temporary.today
        var logged: [LogEntry] = []
        for (offset, count) in [3, 0, 300, 1, 253, 0].enumerated() {
            temporary.today = first.adding(offset)
            let note = try await dropBox.publish(randomBytes(50)) { _ in }
            let submissions = (0..<count).map { _ in reply() }
            for submission in submissions { _ = try await dropBox.accept(submission) }
            // What is pending stays so while notes are logged.
            logged.append(note.entry)
            #expect(try await dropBox.view(temporary.log).head.size == logged.count)
            try dropBox.closeDays(through: temporary.today)
            logged += submissions.map(\.entry).sorted()
            let view = try await dropBox.view(temporary.log)
            #expect(view.entries == logged && view.lastClosed == temporary.today)
        }
        var edge = TreeEdge()
        for entry in logged { edge.append(leafHash: MerkleTree.leafHash(entry.bytes)) }
        #expect(try await dropBox.view(temporary.log).head == edge.head)
        #expect(try await dropBox.days().records.map(\.day) == (0..<6).map { first.adding($0) })
        let found = try await dropBox.verify { _ in [] }
        #expect(found.entries == logged.count && found.envelopes == 557 && found.subtrees == 2)
        #expect(found.closings == 6 && found.notes == 6)
        _ = try temporary.open()
    }

    @Test func missedDaysAreSignedOneByOne() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        let first = temporary.today
        for offset in [0, 1, 3] {
            temporary.today = first.adding(offset)
            for _ in 0..<4 { _ = try await dropBox.accept(report()) }
        }
        temporary.today = first.adding(5)
        try dropBox.closeDays(through: first.adding(4))
        let view = try await dropBox.view(temporary.log)
        #expect(view.shown.compactMap(\.day) == (0..<5).map { first.adding($0) })
        #expect(view.shown.map(\.head.size) == [4, 8, 8, 12, 12, 12])
    }

    @Test func aDayIsToppedUpSoThatItsReportsDoNotCount() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        let first = temporary.today
        let own = [report(), report()]
        for submission in own { _ = try await dropBox.accept(submission) }
        _ = try await dropBox.accept(reply())
        temporary.today = first.adding(2)
        for _ in 0..<6 { _ = try await dropBox.accept(report()) }
        temporary.today = first.adding(4)
        try dropBox.closeDays(through: first.adding(3)) { _ in
            var rules = ClosingRules { randomBytes(16_384) }
            rules.coverTotal = 5
            return rules
        }
        let view = try await dropBox.view(temporary.log)
        #expect(view.shown.map(\.head.size) == [6, 11, 17, 22, 22])
        let firsts = view.entries.prefix(6)
        #expect(firsts.sorted() == Array(firsts) && firsts.contains(own[0].entry))
        _ = try await dropBox.verify { _ in [] }
    }

    @Test func cosignaturesStandWhereTheyWereGiven() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        let first = temporary.today
        let her = try NoteSigner(name: Self.key, type: .cosignature)
        _ = try await dropBox.publish(randomBytes(40)) { _ in }
        let open = try await dropBox.checkpoint()
        // During the day, and after two closings of the same size.
        try await cosign(dropBox, her, day: first)
        try dropBox.closeDays(through: first.adding(1))
        try await cosign(dropBox, her, day: first.adding(1))
        try await cosign(dropBox, her, day: first.adding(2))
        temporary.today = first.adding(2)
        _ = try await dropBox.accept(report())
        try dropBox.closeDays(through: first.adding(2))
        let records = try await dropBox.days().records
        #expect(records.map(\.day) == [nil, first, first.adding(1), first.adding(2)])
        func days() async throws -> [Day?] {
            try await dropBox.days().records.map {
                try? $0.note.cosignatureDay(by: her.verifierKey)
            }
        }
        #expect(try await days() == [first, first.adding(1), first.adding(2), nil])
        // Of one day the one for the largest tree is kept, whichever comes last.
        try await cosign(dropBox, her, day: first.adding(3))
        try await cosign(dropBox, her, day: first.adding(3), checkpoint: open)
        #expect(try await days() == (0..<4).map { first.adding($0) })
        #expect(
            try await dropBox.checkpoint().cosignatureDay(by: her.verifierKey) == first.adding(3))
        let view = try await dropBox.view(temporary.log)
        #expect(try view.confirmations(by: her.verifierKey).last?.size == 2)
        #expect(try await dropBox.verify { _ in [her.verifierKey] }.cosignatures == 4)
        await #expect(throws: LogDamage.cosignature(name: Self.key, day: first)) {
            try await dropBox.verify { _ in [] }
        }
        // A tree never signed.
        let other = try Checkpoint(
            origin: "log.example", head: TreeHead(size: 1, root: randomBytes(32))
        ).signed(by: temporary.log)
        await #expect(throws: DropBoxError.conflict) {
            try await cosign(dropBox, her, day: first, checkpoint: other)
        }
    }

    @Test func tilesAreThoseOfTreesThatWereSigned() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        for count in [5, 300] {
            for _ in 0..<count { _ = try await dropBox.accept(reply()) }
            try dropBox.closeDays(through: temporary.today)
            temporary.today = temporary.today.adding(1)
        }
        func bytes(_ path: String) async throws -> [UInt8]? {
            try await dropBox.tile(try #require(Tile(path: path)))
        }
        for (path, count) in [
            ("0/000", 256), ("0/000.p/5", 5), ("0/001.p/49", 49), ("1/000.p/1", 1),
        ] {
            #expect(try await bytes(path)?.count == count * 32, "\(path)")
        }
        #expect(try await bytes("entries/000")?.count == 256 * 51)
        #expect(try await bytes("entries/001.p/49")?.count == 49 * 51)
        for path in [
            "0/000.p/4", "0/001", "0/001.p/48", "0/001.p/50", "0/002.p/1", "1/000", "1/000.p/2",
            "2/000.p/1", "7/000", "entries/001", "entries/001.p/7", "entries/x999/x999/x999/999",
            "7/x999/x999/x999/999",
        ] {
            #expect(try await bytes(path) == nil, "\(path)")
        }
    }
}
