import Reporting
import Testing
import TransparencyLog

@testable import Casework

/// By which day what is owed.
struct CaseClockTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test func aConversationHasOneClock() throws {
        let clocks = CaseClock.clocks(
            received: try day("2026-11-26"), track: .conversation, done: [:])
        #expect(clocks.map(\.step) == [.acknowledgement])
        #expect(clocks[0].day == (try day("2026-12-03")))
    }

    @Test(arguments: [
        // Without an acknowledgement the months run from the end of the seven days.
        ("2026-11-26", nil, "2027-03-03"), ("2026-11-26", "2026-11-28", "2027-02-28"),
        // One that came too late gives no more time.
        ("2026-11-26", "2026-12-20", "2027-03-03"),
        // A shorter month's last day.
        ("2026-11-23", nil, "2027-02-28"), ("2027-11-23", "2027-11-30", "2028-02-29"),
        ("2026-12-24", nil, "2027-03-31"),
    ])
    func feedbackIsThreeMonthsAfterTheAcknowledgement(
        received: String, acknowledged: String?, due: String
    ) throws {
        let done = try acknowledged.map { [CaseStep.acknowledgement: try day($0)] } ?? [:]
        for track in [Track.complaint, .wbk] {
            let clocks = CaseClock.clocks(received: try day(received), track: track, done: done)
            #expect(clocks.map(\.step) == [.acknowledgement, .feedback])
            #expect(clocks[1].day == (try day(due)))
            #expect(clocks[0].done == (try acknowledged.map { try day($0) }))
        }
    }
}
