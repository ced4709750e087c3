internal import NIOCore
internal import Synchronization

/// The open connections of one server.
///
/// When it is full the one that has waited longest without a whole request goes, not the newcomer:
/// someone who opens connections and keeps them gets rid of their own. It knows the order in which
/// connections began to wait, no time and no address.
final class ConnectionRoom: Sendable {
    private struct Guest {
        let channel: any Channel
        var isWorking = false
        var turn: Int
    }

    private struct State {
        var guests: [Int: Guest] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// How many there are.
    var count: Int { state.withLock { $0.guests.count } }

    /// - Returns: a ticket to leave with.
    func enter(_ channel: any Channel, limit: Int) -> Int {
        let (ticket, evicted) = state.withLock { state -> (Int, (any Channel)?) in
            var evicted: (any Channel)?
            if state.guests.count >= limit {
                let waiting = state.guests.lazy.filter { !$0.value.isWorking }
                if let longest = waiting.min(by: { $0.value.turn < $1.value.turn }) {
                    evicted = state.guests.removeValue(forKey: longest.key)?.channel
                } else {
                    // Everybody is being answered: the newcomer has to come back.
                    evicted = channel
                }
            }
            let ticket = state.next
            state.next += 1
            state.guests[ticket] = Guest(channel: channel, turn: ticket)
            return (ticket, evicted)
        }
        evicted?.close(promise: nil)
        return ticket
    }

    func setWorking(_ ticket: Int, _ isWorking: Bool) {
        state.withLock { state in
            state.guests[ticket]?.isWorking = isWorking
            state.guests[ticket]?.turn = state.next
            state.next += 1
        }
    }

    func leave(_ ticket: Int) {
        state.withLock { state in _ = state.guests.removeValue(forKey: ticket) }
    }
}
