internal import Reporting
package import TransparencyLog

/// What proves the clocks of one case: for its reporter or, by the counsellor, an authority. There is none of many.
package struct ClockStatement: Sendable, Equatable {
    /// A clock, and whether what stopped it has not gone yet.
    package struct Line: Sendable, Equatable {
        package let clock: CaseClock
        package let isUnsent: Bool
    }

    package let number: Int
    /// As the roster names it; nil before a first import.
    package let organisation: String?
    /// Her short name in the roster.
    package let counsellor: String
    /// The day of this statement.
    package let day: Day
    package let received: Day
    package let track: String
    package let route: CaseRoute
    package let lines: [Line]
    package let closed: Day?
    package let isPractice: Bool
    package let logged: LoggedEnvelopes
}

extension OfflineHome {
    /// Throws `unknownCase`.
    package func statement(of number: Int, today: Day) throws -> ClockStatement {
        let overview = try overview(number)
        let summary = overview.summary
        let files = try parts(number).map(\.file)
        return try ClockStatement(
            number: number, organisation: organisationName(), counsellor: id(), day: today,
            received: summary.opened, track: summary.track, route: summary.route,
            lines: overview.clocks.map { clock in
                ClockStatement.Line(
                    clock: clock, isUnsent: clock.done.map { files.isUnsent(on: $0) } ?? false)
            },
            closed: summary.closed, isPractice: summary.isPractice,
            logged: summary.isPractice
                ? LoggedEnvelopes(report: nil, answer: nil) : loggedEnvelopes(of: number))
    }
}

extension [CaseFile] {
    /// Whether answers were written on a day and the log has none of them.
    package func isUnsent(on day: Day) -> Bool {
        let answers = flatMap(\.written).filter { $0.day == day }
        return !answers.isEmpty && !answers.contains { $0.state == .posted }
    }
}
