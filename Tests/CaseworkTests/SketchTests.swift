import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

@Suite struct SketchTests {
    let world: ReferralScene
    private var home: OfflineHome { world.intern }
    private let sketch = Sketch(
        texts: [
            .who: "Mila Voorbeeld, 34", .what: "MILA wordt door Voorbeeldsma gepest.",
            .risks: " \n",
        ],
        redacted: "mila\nVoorbeeldsma\nVoorbeeld\n \n")

    init() throws { world = try ReferralScene() }

    private func text(_ sketch: Sketch) -> String { sketch.text { $0.rawValue.uppercased() } }

    @Test func redactedWordsStandNowhere() {
        #expect(
            text(sketch)
                == "WHO\n[—] [—], 34\n\nWHAT\n[—] wordt door [—] gepest.")
        var accented = sketch
        accented.texts = [.who: "Míla en JosÉ"]
        accented.redacted = "mila\njose"
        #expect(text(accented) == "WHO\n[—] en [—]")
    }

    private func show() throws {
        try home.keep(sketch, of: 1, today: world.today)
        try home.showSketch(
            of: 1, text(sketch), words: "Mag dit zo?\n\n" + text(sketch), today: world.today)
    }

    private func mayGo() throws -> Bool {
        let kept = try #require(try home.sketch(of: 1))
        return kept.mayGo(text(kept.sketch))
    }

    private func answers(_ body: String, _ kind: Report.Kind = .message) throws {
        try world.scene.log(
            world.scene.sealed(body, from: world.reporter) {
                $0.kind = kind
                $0.sequence = 3
            })
        try world.scene.importAll()
    }

    @Test func itGoesOnlyAfterTheReportersYes() throws {
        #expect(try home.sketch(of: 1) == nil)
        try show()
        #expect(try !mayGo() && home.answersToSketch(of: 1).isEmpty)
        // What came before is no answer to it.
        let earlier = try home.caseFile(1).received[0].hash
        #expect(throws: CaseworkError.referral(.noAnswerToSketch)) {
            try home.agreeSketch(of: 1, by: earlier)
        }
        try answers("Ja, zo mag het.")
        let answer = try #require(try home.answersToSketch(of: 1).first)
        #expect(answer.body == "Ja, zo mag het.")
        #expect(try !mayGo(), "nobody has said that this is the yes")
        try home.agreeSketch(of: 1, by: answer.hash)
        #expect(try mayGo())
        // The reporter saw exactly this, and no other.
        var other = sketch
        other.texts[.wishes] = "Iets anders."
        try home.keep(other, of: 1, today: world.today)
        #expect(try !mayGo())
        try home.keep(sketch, of: 1, today: world.today)
        #expect(try mayGo())
        try answers("Toch niet.", .withdraw)
        #expect(try !mayGo())
    }

    @Test func showingItAgainAsksAgain() throws {
        try show()
        try answers("Ja.")
        try home.agreeSketch(of: 1, by: try home.answersToSketch(of: 1)[0].hash)
        try show()
        #expect(try !mayGo() && home.answersToSketch(of: 1).isEmpty)
    }

    @Test func aColleaguesWordIsNoYes() throws {
        try show()
        let forger = try world.scene.reporter()
        try world.scene.log(
            world.scene.sealed("Ja hoor.", from: forger) {
                $0.thread = world.reporter.thread.publicKey
            })
        try world.scene.importAll()
        #expect(try home.answersToSketch(of: 1).isEmpty)
    }

    @Test func inMortalDangerItIsWrittenDown() throws {
        try home.keep(sketch, of: 1, today: world.today)
        #expect(throws: CaseworkError.emptyText) {
            try home.dangerSketch(of: 1, because: " ", today: world.today)
        }
        try home.dangerSketch(of: 1, because: "Dreigt nu met een mes.", today: world.today)
        #expect(try mayGo())
        let kept = try #require(try world.scene.reopen().sketch(of: 1))
        #expect(kept.danger == .init(reason: "Dreigt nu met een mes.", day: world.today))
    }

    @Test func anEmptyOneIsShownToNobody() throws {
        try home.keep(Sketch(), of: 1, today: world.today)
        #expect(throws: CaseworkError.emptyText) {
            try home.showSketch(of: 1, "", words: "Mag dit?", today: world.today)
        }
        #expect(throws: CaseworkError.unknownCase(number: 9)) {
            try home.keep(sketch, of: 9, today: world.today)
        }
    }
}
