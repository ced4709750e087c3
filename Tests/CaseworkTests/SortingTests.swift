import GRDB
import Reporting
import Testing
import TransparencyLog

@testable import Casework

/// What is no case: set apart, or invented.
@Suite struct SortingTests {
    let scene: Scene

    init() throws {
        scene = try Scene()
        for number in 1...3 {
            try scene.log(scene.sealed("Bericht \(number).", from: scene.reporter()))
        }
        try scene.importAll()
    }

    private func numbers(_ group: CaseFilter.Group) throws -> [Int] {
        var filter = CaseFilter()
        filter.group = group
        return try scene.home().cases(where: filter, today: scene.today).cases
            .map(\.summary.number)
    }

    @Test func spamAndThreatsStandApartUntilTakenBackOrErased() throws {
        let home = scene.home()
        try home.sort([1, 2], as: .spam, today: scene.today)
        try home.sort([3], as: .threat, today: scene.today)
        #expect(try numbers(.all).isEmpty && numbers(.spam) == [2, 1] && numbers(.threat) == [3])
        let today = try home.today(scene.today.adding(30))
        #expect(today.new.count == 0 && today.now.count == 0 && today.later.count == 0)
        #expect(try home.overview(1).clocks.isEmpty)
        #expect(try home.caseFile(3).received.map(\.body) == ["Bericht 3."], "content is kept")
        #expect(today.sortedNew == 0)
        try home.sort([2], as: nil, today: scene.today)
        #expect(try numbers(.all) == [2])
        try home.erase([1, 3], today: scene.today)
        #expect(try home.figures().isEmpty, "outside the figures")
        #expect(try numbers(.spam).isEmpty && numbers(.threat).isEmpty)
    }

    /// Who was taken for a sender of spam and writes again is not lost unseen.
    @Test func whatComesLaterInWhatWasSetApartIsTold() throws {
        let reporter = try scene.reporter()
        try scene.log(scene.sealed("Hallo?", from: reporter))
        try scene.importAll()
        try scene.home().sort([4], as: .spam, today: scene.today)
        #expect(try scene.home().today(scene.today).sortedNew == 0)
        try scene.log(scene.sealed("Ik ben echt.", from: reporter) { $0.sequence = 1 })
        try scene.importAll()
        #expect(try scene.home().today(scene.today).sortedNew == 1)
        #expect(try scene.home().cases().count == 3)
    }

    @Test func anUnknownCaseSortsNothing() throws {
        #expect(throws: CaseworkError.unknownCase(number: 9)) {
            try scene.home().sort([1, 9], as: .spam, today: scene.today)
        }
        #expect(try numbers(.all) == [3, 2, 1])
    }

    @Test func practiceIsOutsideListsClocksFiguresAndOutbox() throws {
        let home = scene.home()
        for number in 1...3 {
            _ = try home.reply(to: number, .answer, body: "Gelezen.", today: scene.today)
        }
        let made = try home.addPractice(in: .nl, today: scene.today)
        #expect(try made == [4, 5, 6] && numbers(.practice) == [6, 5, 4])
        #expect(try numbers(.all) == [3, 2, 1] && home.cases().count == 3)
        let today = try home.today(scene.today.adding(100))
        #expect(today.practiceCount == 3 && today.new.count == 3)
        #expect(try home.overview(4).clocks.isEmpty)
        _ = try home.reply(to: 4, .answer, body: "Geoefend.", today: scene.today)
        _ = try home.reply(to: 4, .closed, body: "Klaar.", today: scene.today)
        #expect(try home.caseFile(4).written.map(\.body) == ["Geoefend.", "Klaar."])
        let sealed = try home.repliesAtOnce(to: scene.folder + "/outbox", today: scene.today)
        #expect(sealed.count == 3, "the real ones")
        #expect(throws: CaseworkError.life(.hasCode(number: 4))) {
            try home.giveCode(to: 4, today: scene.today)
        }
        let later = try home.today(scene.today.adding(800))
        #expect(later.aftercare.isEmpty && later.erasures.isEmpty)
        #expect(try home.addPractice(in: .en, today: scene.today).count == 3)
        #expect(try numbers(.practice).count == 3, "never twice")
        try home.removePractice()
        #expect(try numbers(.practice).isEmpty && home.figures().isEmpty)
        #expect(try home.cases().map(\.number) == [1, 2, 3])
        let envelopes = try home.vault.database.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM envelope WHERE outcome = 'not-mine'")
        }
        #expect(envelopes == 0)
    }
}
