import Foundation
import GRDB
import Reporting
import Sodium
import Testing

@testable import Casework

/// Case 1 is the old one; those that say they go on with it follow.
@Suite struct MovingTests {
    let scene: Scene
    let old: ReceiptKeys

    init() throws {
        scene = try Scene()
        old = try scene.reporter()
        try scene.log(scene.sealed("Een vraag.", from: old))
        try scene.importAll()
    }

    /// Logs a moving report under a new code, which it gives.
    @discardableResult
    private func move(
        from old: ReceiptKeys? = nil, _ change: (inout Report) -> Void = { _ in }
    ) throws -> ReceiptKeys {
        let new = try scene.reporter()
        let moving = try Report(
            moving: old ?? self.old, to: new, readers: [scene.reader()], body: "Verder hier.")
        try scene.log(
            scene.sealed("Verder hier.", from: new) {
                $0.continues = moving.continues
                change(&$0)
            })
        return new
    }

    private func file(_ number: Int) throws -> CaseFile { try scene.home().caseFile(number) }

    @Test func aProvenMoveIsShownOnBothCasesAndKept() throws {
        try move()
        let result = try scene.importAll()
        #expect(result.moved == 1 && result.movedFalsely == 0 && result.competing == 0)
        let home = try scene.reopen()
        #expect(try home.cases().map(\.movedTo) == [[2], []])
        #expect(try home.cases().allSatisfy { !$0.hasAlarm })
        #expect(try file(2).received[0].continuation == Continuation(oldCase: 1, isProven: true))
        #expect(try file(2).rivals.isEmpty && file(1).received[0].continuation == nil)
    }

    @Test func whoSawTheOldCodeIsAnsweredOnPurposeOnly() throws {
        try move()
        try scene.importAll()
        let home = scene.home()
        for kind in [Reply.Kind.answer, .closed] {
            #expect(throws: CaseworkError.movedOn(number: 1, to: [2])) {
                try home.reply(to: 1, kind, body: "Hallo.", today: scene.today)
            }
            #expect(throws: CaseworkError.movedOn(number: 1, to: [2])) {
                try home.replyCapacity(to: 1, kind, today: scene.today)
            }
        }
        _ = try home.reply(to: 2, .answer, body: "Hallo.", today: scene.today)
        _ = try home.reply(to: 1, .answer, body: "Oud.", today: scene.today, toOldCode: true)
    }

    @Test func competingMovesAreAlarmsOnAllThree() throws {
        try move()
        try move()
        #expect(try scene.importAll().competing == 2)
        #expect(try scene.home().cases().map(\.hasAlarm) == [true, true, true])
        #expect(try file(1).summary.movedTo == [2, 3])
        #expect(try file(2).rivals == [3] && file(3).rivals == [2])
        #expect(throws: CaseworkError.movedOn(number: 1, to: [2, 3])) {
            try scene.home().reply(to: 1, .answer, body: "Hallo.", today: scene.today)
        }
    }

    @Test func aMoveOfWhatHasMovedIsNoRival() throws {
        let second = try move()
        try move(from: second)
        #expect(try scene.importAll().competing == 0)
        #expect(try scene.home().cases().map(\.movedTo) == [[2], [3], []])
        #expect(try scene.home().cases().allSatisfy { !$0.hasAlarm })
    }

    @Test func aFalseProofIsToldAndMovesNothing() throws {
        try move {
            $0.continues = .init(
                thread: $0.continues!.thread, proofs: [[UInt8](repeating: 7, count: 32)])
        }
        let result = try scene.importAll()
        #expect(result.moved == 0 && result.movedFalsely == 1)
        #expect(try scene.home().cases().map(\.movedTo) == [[], []])
        #expect(try scene.home().cases().map(\.hasAlarm) == [false, true])
        #expect(try file(2).received[0].continuation == Continuation(oldCase: 1, isProven: false))
        _ = try scene.home().reply(to: 1, .answer, body: "Hallo.", today: scene.today)
    }

    /// A key that nobody can share anything with hides no message.
    @Test func aThreadThatIsNoKeyIsAFalseProof() throws {
        try move {
            $0.continues = .init(
                thread: [UInt8](repeating: 0, count: 32), proofs: $0.continues!.proofs)
        }
        #expect(try scene.importAll().movedFalsely == 1)
        #expect(try file(2).received[0].continuation == Continuation(oldCase: nil, isProven: false))
    }

    @Test func theOldCaseMayComeLaterOrNever() throws {
        let unknown = try scene.reporter()
        try move(from: unknown)
        try scene.importAll()
        #expect(try file(2).received[0].continuation == Continuation(oldCase: nil, isProven: true))
        try scene.log(scene.sealed("Later.", from: unknown))
        try scene.importAll()
        #expect(try file(2).received[0].continuation == Continuation(oldCase: 3, isProven: true))
        #expect(try file(3).summary.movedTo == [2])
    }

    /// Before, it was kept only that a message said so; that says too little to be told.
    @Test func vaultsOfBeforeAreReadOn() throws {
        let database = try DatabaseQueue()
        try VaultSchema.migrator.migrate(database, upTo: "2 exports")
        let hash = Data(repeating: 1, count: 32)
        try database.write { database in
            try database.execute(
                sql: "INSERT INTO conversation VALUES (1, ?, 'age1pq1', 9, 'open', 0, 0)",
                arguments: [hash])
            try database.execute(
                sql: "INSERT INTO envelope VALUES (?, 9, 'opened')", arguments: [hash])
            try database.execute(
                sql: """
                    INSERT INTO report VALUES (?, 1, 9, 0, 0, 'message', '', '', '', 'nl', 'intern',
                        'Tekst', ?, 1, 0, 1, 0)
                    """, arguments: [hash, hash])
        }
        try VaultSchema.migrator.migrate(database)
        try database.read { database in
            let received = try CaseRecords.received(database, conversation: 1)
            #expect(received.map(\.body) == ["Tekst"] && received[0].continuation == nil)
            #expect(try CaseRecords.summaries(database).map(\.movedTo) == [[]])
        }
    }
}
