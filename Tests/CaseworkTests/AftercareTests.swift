import Foundation
import Reporting
import Testing
import TransparencyLog

@testable import Casework

/// After closing: three check-ins, and answers that are read first.
@Suite struct AftercareTests {
    let scene: Scene
    let reporter: ReceiptKeys

    init() throws {
        scene = try Scene()
        reporter = try scene.reporter()
        try scene.log(scene.sealed("Een vraag.", from: reporter))
        try scene.importAll()
    }

    private func close() throws {
        _ = try scene.home().reply(to: 1, .closed, body: "Tot hier.", today: scene.today)
    }

    private func due(_ day: Day) throws -> [AftercareStep] {
        try scene.home().today(day).aftercare.map(\.step)
    }

    @Test func checkInsComeTwoWeeksThreeAndSixMonthsAfterClosing() throws {
        #expect(try scene.home().aftercare(1).isEmpty)
        try close()
        #expect(
            try scene.home().aftercare(1).map(\.due.text) == [
                "2026-12-08", "2027-02-24", "2027-05-24",
            ])
        #expect(try due(scene.today.adding(13)).isEmpty)
        #expect(try due(scene.today.adding(14)) == [.twoWeeks])
        #expect(try due(#require(Day("2027-02-24"))) == [.threeMonths], "it makes up for the first")
    }

    @Test func oneIsDoneByMessageTelephoneOrSkippedWithAWord() throws {
        #expect(throws: CaseworkError.life(.notClosed(number: 1))) {
            try checkIn(.twoWeeks, .phone, "Gesproken.")
        }
        try close()
        #expect(throws: CaseworkError.life(.reasonNeeded)) { try checkIn(.twoWeeks, .skipped, " ") }
        #expect(throws: CaseworkError.emptyText) { try checkIn(.twoWeeks, .message, "") }
        #expect(try scene.home().aftercare(1).allSatisfy { $0.done == nil })
        try checkIn(.twoWeeks, .message, "Hoe is het nu?")
        try checkIn(.threeMonths, .phone, "Gaat goed.")
        try checkIn(.sixMonths, .skipped, "Op verzoek.")
        let done = try scene.reopen().aftercare(1).map { $0.done?.way }
        #expect(done == [.message, .phone, .skipped])
        let file = try scene.home().caseFile(1)
        #expect(file.written.map(\.body) == ["Tot hier.", "Hoe is het nu?"])
        #expect(file.summary.isClosed, "asking does not open it")
        #expect(try due(scene.today.adding(400)).isEmpty)
    }

    private func checkIn(
        _ step: AftercareStep, _ way: Aftercare.Way, _ text: String
    ) throws {
        try scene.home().checkIn(step, of: 1, by: way, text: text, today: scene.today)
    }

    @Test func whoIsTreatedBadlyStandsFirstAndTheCaseStaysClosed() throws {
        try close()
        try scene.log(
            scene.sealed(
                "Word je slecht behandeld omdat je iets zei? Ja\n\nNiemand praat meer met mij.",
                from: reporter
            ) { ($0.kind, $0.sequence) = (.aftercare, 2) })
        try scene.importAll()
        let today = try scene.home().today(scene.today)
        #expect(today.afterClosing.cases.map(\.summary.number) == [1])
        #expect(today.new.count == 0, "it is told once")
        #expect(today.afterClosing.cases[0].summary.isClosed)
        try scene.home().markSeen(1)
        #expect(try scene.home().today(scene.today).afterClosing.count == 1, "until it is answered")
        _ = try scene.home().reply(to: 1, .answer, body: "Ik bel je.", today: scene.today)
        #expect(try scene.home().today(scene.today).afterClosing.count == 0)
    }

    @Test func whatIsSettledWaitsLikeAnythingElse() throws {
        try close()
        try scene.log(
            scene.sealed(
                "Is it settled? Yes\n\nAre you treated badly for speaking up? No", from: reporter
            ) { ($0.kind, $0.sequence) = (.aftercare, 2) })
        try scene.importAll()
        let today = try scene.home().today(scene.today)
        #expect(today.afterClosing.count == 0 && today.new.count == 1)
    }

    @Test(arguments: [
        ("Is it settled? A little", AftercareAnswers.Settled.partly, nil, false),
        ("Is het opgelost? Nee", .no, nil, true),
        (
            "Word je slecht behandeld omdat je iets zei? Dat weet ik niet zeker", nil,
            AftercareAnswers.TreatedBadly.unsure,
            true
        ),
        ("Is het opgelost? Ja\n\nWord je slecht behandeld omdat je iets zei? Ja", .yes, .yes, true),
        ("Het begint opnieuw.", nil, nil, true), ("Is it settled? Yes", .yes, nil, false),
    ])
    func answersAreReadFromTheirSentences(
        body: String, settled: AftercareAnswers.Settled?,
        treated: AftercareAnswers.TreatedBadly?, asks: Bool
    ) {
        let answers = AftercareAnswers(reading: body)
        #expect(answers.settled == settled && answers.treatedBadly == treated)
        #expect(answers.asksForAttention == asks)
    }

    /// What the page sends is what is read here, and what `reporter` sends.
    @Test(arguments: Language.allCases)
    func theSentencesAreThePagesOwn(language: Language) throws {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let text = try String(
            contentsOfFile: "/\(folder)/Sources/Page/texts/\(language.rawValue).mjs",
            encoding: .utf8)
        let questions = [
            (
                AftercareAnswers.Settled.question(in: language),
                AftercareAnswers.Settled.allCases.map { $0.words(in: language) }
            ),
            (
                AftercareAnswers.TreatedBadly.question(in: language),
                AftercareAnswers.TreatedBadly.allCases.map { $0.words(in: language) }
            ),
        ]
        for (question, answers) in questions {
            #expect(text.contains("legend: \"\(question)\""), "\(question)")
            for answer in answers { #expect(text.contains(": \"\(answer)\""), "\(answer)") }
        }
        for settled in AftercareAnswers.Settled.allCases {
            let answers = AftercareAnswers(settled: settled, treatedBadly: .unsure)
            #expect(AftercareAnswers(reading: answers.body(with: "Meer.", in: language)) == answers)
        }
    }
}
