package import TransparencyLog

/// What an import found. Counts only: what was said is in the cases.
package struct ImportResult: Sendable, Equatable {
    /// Messages opened now.
    package var messages = 0
    /// Cases they began.
    package var newCases = 0
    /// Messages whose proof fails: not from this reporter.
    package var notAuthentic = 0
    /// Messages that go on, as is proven, with an older case under a new code.
    package var moved = 0
    /// Messages that say so without proof.
    package var movedFalsely = 0
    /// Cases of which more than one goes on with the same older one; counted when any moved now.
    package var competing = 0
    /// Envelopes of referrals by colleagues.
    package var referrals = 0
    /// Cases that are referred and erased here now.
    package var referred = 0
    /// Messages opened that are not reports at all.
    package var malformed = 0
    /// Envelopes the mirror lacks.
    package var missing = 0
    /// The first of them, by file.
    package var firstMissing: String?
    /// Envelopes of the mirror that were cut off or altered, by file.
    package var damaged: [String] = []
    /// Envelopes of months for which there is no key here, by month.
    package var withoutKey: [Month: Int] = [:]
    /// Her replies now seen in the mirror.
    package var posted = 0
    /// Replies that were handed over and that the gateway doesn't have: the next export has them again.
    package var waitingAgain = 0
    /// The last day of the schedule she wrote last; nil when she wrote none.
    package var scheduleEnds: Day?
    /// Months whose keys were destroyed.
    package var destroyed: [Month] = []
    /// The day of the mirror's last whole fetch.
    package var fetched: Day?
    /// The roster in force.
    package var rosterSerial = 0
    /// Whether the roster names this counsellor.
    package var isListed = false
    /// Days left of the roster.
    package var rosterDaysLeft = 0
    /// The last month she has published a key for; nil when the mirror has no keys note of hers.
    package var lastPublishedMonth: Month?
    /// Whether she has published a key for this month.
    package var hasCurrentKey = false

    /// Whether every envelope of the mirror was there and whole.
    package var isComplete: Bool { missing == 0 && damaged.isEmpty }

    package init() {}
}
