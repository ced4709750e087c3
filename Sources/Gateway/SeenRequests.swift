internal import Reporting
internal import Synchronization

/// The nonces of signed requests, remembered for as long as their signatures are valid, in memory only.
///
/// Only valid signatures come here, so nobody outside the roster can fill it. It forgets in two
/// generations and so keeps no time for any of them. After a restart a request could be repeated once
/// within its window: everything that is signed reads, or stores what is already stored.
final class SeenRequests: Sendable {
    private struct State {
        var began = 0
        var recent: Set<[UInt8]> = []
        var older: Set<[UInt8]> = []
    }

    private let state = Mutex(State())

    /// Whether this nonce was not used by this key before; it is now.
    func isFirst(keyName: String, nonce: [UInt8], now: Int) -> Bool {
        let item = nonce + [UInt8](keyName.utf8)
        return state.withLock { state in
            // A signature is valid from `windowSeconds` before its moment to as long after it.
            if abs(now - state.began) > 2 * RequestSignature.windowSeconds {
                state.older = state.recent
                state.recent = []
                state.began = now
            }
            guard !state.older.contains(item) else { return false }
            return state.recent.insert(item).inserted
        }
    }
}
