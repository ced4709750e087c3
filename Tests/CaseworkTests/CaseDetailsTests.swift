import Foundation
import GRDB
import Reporting
import Testing
import TransparencyLog

@testable import Casework

/// Track, category, outcome, steps, and the lists that are made of them.
@Suite struct CaseDetailsTests {
    let scene: Scene

    init() throws {
        scene = try Scene()
        try scene.log(
            scene.sealed("Een klacht.", from: scene.reporter()) {
                ($0.track, $0.category) = (.complaint, .bullying)
            })
        try scene.log(scene.sealed("Zomaar.", from: scene.reporter()))
        try scene.importAll()
    }

    private func found(_ change: (inout CaseFilter) -> Void) throws -> [Int] {
        var filter = CaseFilter()
        change(&filter)
        return try scene.home().cases(where: filter, today: scene.today).cases
            .map(\.summary.number).sorted()
    }

    @Test func hersStandsBeforeTheReporters() throws {
        let number = try #require(found { $0.track = .complaint }.first)
        #expect(try found { $0.category = .bullying } == [number])
        try scene.home().set(
            CaseDetails(status: .assessed, track: .wbk, category: .fraud, outcome: .outside),
            of: number, today: scene.today)
        let overview = try scene.reopen().overview(number)
        #expect(overview.summary.track == "wbk" && overview.summary.category == "fraud")
        #expect(overview.outcome == "outside")
        #expect(try found { $0.track = .complaint }.isEmpty)
        #expect(try found { $0.status = .assessed } == [number])
        #expect(try found { $0.category = .fraud } == [number])
        #expect(try found { $0.route = .letter }.isEmpty)
        let events = try scene.home().timeline(number).filter { $0.kind == .event }.map(\.value)
        #expect(events == ["status assessed", "track wbk", "category fraud", "outcome outside"])
        // What does not change is no event.
        try scene.home().set(CaseDetails(track: .wbk), of: number, today: scene.today)
        #expect(try scene.home().timeline(number).filter { $0.kind == .event }.count == 4)
    }

    @Test func stepsHaveADayThatCanBeRight() throws {
        let home = scene.home()
        func record(_ step: String, _ day: Day) throws {
            try home.record(milestone: step, in: 1, on: day, today: scene.today.adding(9))
        }
        #expect(throws: CaseworkError.life(.unknownStep)) { try record("nonsense", scene.today) }
        for day in [scene.today.adding(-1), scene.today.adding(10)] {
            #expect(throws: CaseworkError.life(.badDay)) { try record("hearing", day) }
        }
        try record("hearing", scene.today.adding(5))
        try record("hearing", scene.today.adding(6))
        try record("acknowledgement", scene.today.adding(1))
        #expect(
            try home.milestones(1) == [
                Milestone(step: "acknowledgement", day: scene.today.adding(1)),
                Milestone(step: "hearing", day: scene.today.adding(6)),
            ])
        #expect(try home.overview(1).clocks[0].done == scene.today.adding(1))
        try home.remove(milestone: "acknowledgement", of: 1)
        #expect(try home.overview(1).clocks[0].done == nil)
    }

    @Test func theTimelineIsByDay() throws {
        _ = try scene.home().reply(to: 1, .answer, body: "Dag.", today: scene.today.adding(1))
        try scene.home().add(note: "Gebeld.", to: 1, today: scene.today.adding(2))
        #expect(
            try scene.home().timeline(1).map(\.kind) == [
                .received, .message, .answer, .milestone, .note,
            ])
    }

    @Test func listsComeAPageAtATime() throws {
        for _ in 0..<(CasePage.size + 3) {
            var new = NewCase(route: .letter, day: scene.today, track: .conversation)
            new.note = "Seriebrief."
            _ = try scene.home().add(new, today: scene.today)
        }
        var filter = CaseFilter()
        (filter.words, filter.route) = ("seriebrief", .letter)
        let pages = try (0...2).map {
            try scene.home().cases(where: filter, page: $0, today: scene.today)
        }
        #expect(pages.map(\.cases.count) == [CasePage.size, 3, 0])
        #expect(pages.map(\.count) == [53, 53, 53] && pages[0].pageCount == 2)
        let numbers = pages.flatMap { $0.cases.map(\.summary.number) }
        #expect(numbers == numbers.sorted(by: >) && Set(numbers).count == 53)
    }

    @Test func whatIsDueWithinAWeekIsFound() throws {
        #expect(try found { $0.group = .due } == [1, 2])
        _ = try scene.home().reply(to: 1, .answer, body: "Dag.", today: scene.today)
        _ = try scene.home().reply(to: 2, .answer, body: "Dag.", today: scene.today)
        #expect(try found { $0.group = .due }.isEmpty)
    }

    @Test func templatesAndContactsAreHers() throws {
        #expect(throws: CaseworkError.emptyText) {
            try scene.home().keep(template: nil, replacing: "", title: " ", body: "x", in: .nl)
        }
        try scene.home().keep(
            template: nil, replacing: "close", title: "Sluiten", body: "Dag.", in: .nl)
        try scene.home().keep(
            template: nil, replacing: "close", title: "Sluiten", body: "Tot ziens.", in: .nl)
        try scene.home().keep(
            template: nil, replacing: "", title: "Vakantie", body: "Ik ben weg.", in: .nl)
        var templates = try scene.home().templates(in: .nl)
        #expect(templates.map(\.body) == ["Tot ziens.", "Ik ben weg."])
        #expect(try scene.home().templates(in: .en).isEmpty)
        try scene.home().keep(
            template: templates[1].id, replacing: "", title: "Vakantie", body: "Terug.", in: .nl)
        try scene.home().remove(template: templates[0].id)
        templates = try scene.reopen().templates(in: .nl)
        #expect(templates.map(\.body) == ["Terug."])

        var contact = Contact(
            owner: .builtIn, name: "Veilig Thuis", purpose: "", reach: "0", checked: scene.today)
        contact.replaces = "Veilig Thuis"
        try scene.home().keep(contact)
        contact.reach = "1"
        try scene.home().keep(contact)
        let kept = try scene.home().contacts()
        #expect(kept.map(\.contact.reach) == ["1"])
        try scene.home().remove(contact: kept[0].id)
        #expect(try scene.home().contacts().isEmpty)
    }

    /// Cases of before keep what the reporter said, and closed ones the day.
    @Test func vaultsOfBeforeAreReadOn() throws {
        let database = try DatabaseQueue()
        try VaultSchema.migrator.migrate(database, upTo: "4 casework")
        let hash = Data(repeating: 1, count: 32)
        try database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO conversation (number, thread, reply_to, opened, state, answered,
                        next_number) VALUES (1, ?, 'age1pq1', 9, 'closed', 1, 0)
                    """, arguments: [hash])
            try database.execute(
                sql: "INSERT INTO envelope VALUES (?, 9, 'opened')", arguments: [hash])
            try database.execute(
                sql: """
                    INSERT INTO report VALUES (?, 1, 9, 0, 0, 'message', '', 'wbk', 'fraud', 'nl',
                        'intern', 'Tekst', ?, 1, 0, 1)
                    """, arguments: [hash, hash])
            try database.execute(
                sql: """
                    INSERT INTO reply (conversation, number, day, kind, body, state, at_once)
                    VALUES (1, 0, 20, 'closed', 'Dag.', 'posted', 0)
                    """)
        }
        try VaultSchema.migrator.migrate(database)
        let summary = try database.read { try CaseRecords.summary($0, of: 1) }
        #expect(summary.track == "wbk" && summary.category == "fraud")
        #expect(summary.closed == Day(number: 20) && summary.route == .digital)
    }
}
