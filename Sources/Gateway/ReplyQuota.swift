internal import Reporting
internal import Synchronization
internal import TransparencyLog

/// How many replies each counsellor may still post today: whoever has her request key can't fill the disk
/// or the months that every reporter fetches.
///
/// In memory only: who posted what is written down nowhere, so a restart begins anew.
final class ReplyQuota: Sendable {
    /// Times the replies a day that the roster says.
    static let factor = 8

    private struct State {
        var day: Day?
        var counts: [String: Int] = [:]
    }

    private let state = Mutex(State())

    /// Counts one. Throws `HTTPFailure.tooManyRequests` when the day's are used up.
    func take(_ counsellor: Roster.Counsellor, today: Day) throws {
        // She may always answer, also when the roster asks for no cover.
        let limit = Self.factor * max(1, counsellor.cover)
        let isLeft = state.withLock { state in
            if state.day != today { state = State(day: today) }
            guard state.counts[counsellor.id, default: 0] < limit else { return false }
            state.counts[counsellor.id, default: 0] += 1
            return true
        }
        guard isLeft else { throw HTTPFailure.tooManyRequests }
    }

    /// Takes one back that was not stored.
    func giveBack(_ counsellor: Roster.Counsellor, today: Day) {
        state.withLock { state in
            if state.day == today { state.counts[counsellor.id, default: 1] -= 1 }
        }
    }
}
