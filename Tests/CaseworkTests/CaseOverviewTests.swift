import Reporting
import Testing
import TransparencyLog

@testable import Casework

/// What the counsellor keeps of a case, and finds again.
@Suite struct CaseOverviewTests {
    let scene: Scene

    init() throws {
        scene = try Scene()
        for body in ["Een vraag over rooster.", "Iets met 100% korting_bon."] {
            try scene.log(scene.sealed(body, from: scene.reporter()))
        }
        try scene.importAll()
    }

    private func page(_ text: String) throws -> CasePage {
        var filter = CaseFilter()
        filter.words = text
        return try scene.home().cases(where: filter, today: scene.today)
    }

    private func found(_ text: String) throws -> Int {
        let page = try page(text)
        #expect(page.cases.count == page.count)
        return page.count
    }

    @Test func wordsAreFoundInMessagesAnswersAndNotes() throws {
        let number = try #require(
            try page("ROOSTER").cases.first
        ).summary.number
        #expect(try found("") == 2 && found("vraag rooster") == 1 && found("vraag korting") == 0)
        // Nothing typed is a pattern.
        #expect(try found("100%") == 1 && found("%") == 1 && found("korting_bon") == 1)
        #expect(try found("kortin_") == 0 && found("\\") == 0 && found("'") == 0)
        try scene.home().add(note: "Gebeld met Anders.", to: number, today: scene.today)
        _ = try scene.home().reply(to: number, .answer, body: "Gelezen.", today: scene.today)
        #expect(try found("anders gelezen") == 1)
        #expect(try page("2").cases.contains { $0.summary.number == 2 })
    }

    @Test func aStepKeepsItsFirstDayAndStopsItsClock() throws {
        #expect(try scene.home().overview(1).nextDue?.step == .acknowledgement)
        try scene.home().set(
            CaseDetails(status: .assessed, track: .wbk), of: 1, today: scene.today)
        _ = try scene.home().reply(to: 1, .answer, body: "Gelezen.", today: scene.today)
        try scene.home().reach([.acknowledgement, .feedback], in: 1, on: scene.today.adding(3))
        let overview = try scene.reopen().overview(1)
        #expect(overview.status == .assessed && overview.summary.track == "wbk")
        #expect(overview.clocks.map(\.done) == [scene.today, scene.today.adding(3)])
        #expect(overview.nextDue == nil)
    }

    @Test func aClosedCaseHasNothingDue() throws {
        _ = try scene.home().reply(to: 1, .closed, body: "", today: scene.today)
        #expect(try scene.home().overview(1).nextDue == nil)
    }

    @Test func notesAndDraftsAreKeptAndNeverEmpty() throws {
        #expect(throws: CaseworkError.emptyText) {
            try scene.home().add(note: " \n", to: 1, today: scene.today)
        }
        for action in [
            { try scene.home().add(note: "x", to: 9, today: scene.today) },
            { try scene.home().save(draft: "x", for: 9) },
            { try scene.home().set(CaseDetails(track: .wbk), of: 9, today: scene.today) },
        ] {
            #expect(throws: CaseworkError.unknownCase(number: 9)) { try action() }
        }
        try scene.home().add(note: "Eén", to: 1, today: scene.today)
        try scene.home().save(draft: "Beste", for: 1)
        let reopened = try scene.reopen()
        #expect(try reopened.privateNotes(1).map(\.body) == ["Eén"])
        #expect(try reopened.draft(1) == "Beste" && reopened.draft(2).isEmpty)
        try reopened.save(draft: "", for: 1)
        #expect(try reopened.draft(1).isEmpty)
    }

    @Test func choicesAreKeptInTheVault() throws {
        #expect(try scene.home().chosenLanguage() == nil)
        try scene.home().choose(language: .en)
        try scene.home().remember("/stick/mirror", as: .mirror)
        let reopened = try scene.reopen()
        #expect(try reopened.chosenLanguage() == .en)
        #expect(try reopened.folder(.mirror) == "/stick/mirror" && reopened.folder(.outbox) == nil)
    }
}
