internal import Synchronization

/// When reports need work, and how much.
package struct WorkRules: Sendable, Equatable {
    /// Leading zero bits that are asked first.
    static let firstDifficulty = 3

    /// New reports of one hour that are taken without work.
    package var freeReports = 64
    /// The most leading zero bits that are asked.
    package var largestDifficulty = 7

    package init() {}

    /// No work, however many come.
    package static var never: WorkRules {
        var rules = WorkRules()
        rules.freeReports = .max
        return rules
    }

    /// What is asked after so many new reports in an hour: a bit more with each doubling. Nil for nothing.
    func difficulty(after count: Int) -> Int? {
        guard count >= freeReports else { return nil }
        let times = max(1, count / max(1, freeReports))
        let doublings = Int.bitWidth - 1 - times.leadingZeroBitCount
        return min(largestDifficulty, Self.firstDifficulty + doublings)
    }
}

/// How many new reports came in the last hour, whoever sent them, and what work is asked because of it.
///
/// In memory only, as sixty numbers: nothing tells senders apart, and a restart begins anew.
package final class ReportLoad: Sendable {
    private static let minutes = 60

    private struct State {
        /// The newest minute counted, since 1970.
        var minute = 0
        /// By minute modulo 60.
        var counts = [Int](repeating: 0, count: ReportLoad.minutes)
        var sum = 0

        /// Forgets what is older than an hour. A clock that goes back forgets nothing.
        mutating func advance(to minute: Int) {
            guard minute > self.minute else { return }
            for passed in max(self.minute + 1, minute - ReportLoad.minutes + 1)...minute {
                sum -= counts[passed % ReportLoad.minutes]
                counts[passed % ReportLoad.minutes] = 0
            }
            self.minute = minute
        }
    }

    private let rules: WorkRules
    private let state = Mutex(State())

    package init(rules: WorkRules) { self.rules = rules }

    /// Counts one that was stored and was not there before.
    ///
    /// - Parameter now: seconds since 1970.
    package func add(now: Int) {
        state.withLock { state in
            state.advance(to: now / 60)
            state.counts[state.minute % Self.minutes] += 1
            state.sum += 1
        }
    }

    /// The leading zero bits asked now; nil for no work.
    ///
    /// - Parameter now: seconds since 1970.
    package func difficulty(now: Int) -> Int? {
        state.withLock { state in
            state.advance(to: now / 60)
            return rules.difficulty(after: state.sum)
        }
    }
}
