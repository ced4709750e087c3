import Testing

@testable import Gateway

@Suite struct ReportLoadTests {
    private static let start = 1_795_510_000
    private let load = ReportLoad(rules: WorkRules())

    private func add(_ count: Int, at seconds: Int) {
        for _ in 0..<count { load.add(now: Self.start + seconds) }
    }

    private func difficulty(at seconds: Int) -> Int? {
        load.difficulty(now: Self.start + seconds)
    }

    @Test func itRisesABitWithEachDoublingUpToTheCap() {
        #expect(difficulty(at: 0) == nil)
        add(63, at: 0)
        #expect(difficulty(at: 0) == nil)
        add(1, at: 0)
        #expect(difficulty(at: 0) == 3)
        add(63, at: 0)
        #expect(difficulty(at: 0) == 3)
        add(1, at: 0)
        #expect(difficulty(at: 0) == 4)
        add(128, at: 0)
        #expect(difficulty(at: 0) == 5)
        add(1_000_000, at: 0)
        #expect(difficulty(at: 0) == 7)
    }

    @Test func itFallsAsTheHourPasses() {
        add(128, at: 0)
        add(64, at: 30 * 60)
        #expect(difficulty(at: 59 * 60) == 4)
        #expect(difficulty(at: 60 * 60) == 3)
        #expect(difficulty(at: 89 * 60) == 3)
        #expect(difficulty(at: 90 * 60) == nil)
        add(63, at: 90 * 60)
        #expect(difficulty(at: 90 * 60) == nil)
        add(1, at: 91 * 60)
        #expect(difficulty(at: 91 * 60) == 3)
    }

    @Test func aClockThatJumpsForgetsOrKeepsButNeverAddsUp() {
        add(64, at: 0)
        #expect(difficulty(at: -86_400) == 3)
        add(64, at: -86_400)
        #expect(difficulty(at: 0) == 4)
        #expect(difficulty(at: 400 * 86_400) == nil)
        add(64, at: 400 * 86_400)
        #expect(difficulty(at: 400 * 86_400) == 3)
    }

    @Test func theRulesAreTheConfigurations() {
        var rules = WorkRules()
        (rules.freeReports, rules.largestDifficulty) = (0, 1)
        #expect(rules.difficulty(after: 0) == 1 && rules.difficulty(after: 1 << 40) == 1)
        rules.largestDifficulty = 12
        #expect(rules.difficulty(after: 0) == 3 && rules.difficulty(after: 2) == 4)
        #expect(WorkRules.never.difficulty(after: 1 << 40) == nil)
    }
}
