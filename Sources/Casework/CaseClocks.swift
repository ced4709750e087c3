package import TransparencyLog
package import Reporting

/// How far a case is.
package enum CaseStatus: String, Sendable, CaseIterable {
    case received, assessed, addressed, concluded
}

/// What is owed to the reporter by a day.
package enum CaseStep: String, Sendable, CaseIterable {
    /// That it was received and read: fetched is neither.
    case acknowledgement
    /// What was or will be done, and why.
    case feedback
}

/// A step with the day by which it is due, and the day it was done.
package struct CaseClock: Sendable, Equatable {
    package let step: CaseStep
    package let day: Day
    package let done: Day?

    /// The clocks of a case: seven days to the acknowledgement, and for a complaint or a report of
    /// wrongdoing three months from that to the feedback. Source: Directive (EU) 2019/1937, article 9(1)
    /// (b) and (f): without an acknowledgement the months run from the end of the seven days.
    ///
    /// For a conversation, and for complaints, the law sets neither: they are this program's own norm.
    package static func clocks(received: Day, track: Track, done: [CaseStep: Day]) -> [CaseClock] {
        let acknowledgement = CaseClock(
            step: .acknowledgement, day: received.adding(acknowledgementDays),
            done: done[.acknowledgement])
        guard track != .conversation else { return [acknowledgement] }
        let start = acknowledgement.done.map { min($0, acknowledgement.day) } ?? acknowledgement.day
        return [
            acknowledgement,
            CaseClock(
                step: .feedback, day: start.adding(months: feedbackMonths), done: done[.feedback]),
        ]
    }

    static let acknowledgementDays = 7
    static let feedbackMonths = 3
}

extension Day {
    /// The same day of a later month, or that month's last when it is shorter.
    func adding(months: Int) -> Day {
        let (first, target) = (month.firstDay, month.adding(months))
        let last = target.adding(1).firstDay.adding(-1)
        return min(target.firstDay.adding(number - first.number), last)
    }
}
