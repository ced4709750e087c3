internal import HTTPTypes
internal import Hummingbird
internal import Sodium
internal import Synchronization

/// Who is let in: the one browser that came by the one-time address, from pages of this desk.
///
/// A page elsewhere, a name that leads here (DNS rebinding) and another user's program on this machine
/// are not: they lack the address, the cookie, or the secret part of every path. A cookie alone would not
/// do, because browsers give it to every port of a host.
final class Door: Sendable {
    static let host = "127.0.0.1"
    static let cookieName = "sottovoce-desk"
    private static let secretByteCount = 16

    private struct State {
        var port = 0
        /// Taken by the first who comes with it.
        var oneTime: [UInt8]?
        var cookie: [UInt8]?
        /// The first part of every path.
        var room = ""
        /// When someone was let in last, or asked for something.
        var lastVisit = ContinuousClock.now
    }

    private let state = Mutex(State())

    var lastVisit: ContinuousClock.Instant { state.withLock { $0.lastVisit } }

    func open(port: Int) { state.withLock { $0.port = port } }

    /// A new address; an earlier one no longer works.
    func oneTimeAddress() -> String {
        let secret = Self.secret()
        return state.withLock {
            $0.oneTime = [UInt8](secret.utf8)
            $0.lastVisit = .now
            return "http://\(Self.host):\($0.port)/open/\(secret)"
        }
    }

    /// Where the desk's pages begin, without a slash at the end.
    var root: String { state.withLock { "/" + $0.room } }

    /// Uses up the one-time address, and forgets who was let in before. Gives the new cookie.
    func enter(with secret: some StringProtocol) -> String? {
        state.withLock {
            guard let expected = $0.oneTime,
                constantTimeEqual(expected, [UInt8](secret.utf8))
            else { return nil }
            let cookie = Self.secret()
            $0.oneTime = nil
            $0.cookie = [UInt8](cookie.utf8)
            $0.room = Self.secret()
            return "\(Self.cookieName)=\(cookie); Path=/; HttpOnly; SameSite=Strict"
        }
    }

    /// Whether the request was meant for this desk by its own name, and from no page elsewhere.
    ///
    /// - Parameter isEntrance: the one-time address may be followed from anywhere.
    func isOurs(_ request: Request, isEntrance: Bool) -> Bool {
        let own = state.withLock { "\(Self.host):\($0.port)" }
        guard request.head.authority == own else { return false }
        if let origin = request.headers[.origin], origin != "http://" + own { return false }
        if isEntrance { return request.method == .get }
        // Browsers that know these headers send them to loopback too.
        let site = request.headers[Self.fetchSite]
        guard site == nil || site == "same-origin" || (site == "none" && request.method == .get)
        else { return false }
        return request.method == .get || request.headers[.origin] != nil
    }

    /// Whether the request has the cookie and is for the present room.
    func knows(_ request: Request, room: some StringProtocol) -> Bool {
        state.withLock {
            let isKnown = Self.knows(request, room: room, $0)
            if isKnown { $0.lastVisit = .now }
            return isKnown
        }
    }

    private static func knows(
        _ request: Request, room: some StringProtocol, _ state: State
    ) -> Bool {
        guard let expected = state.cookie,
            constantTimeEqual([UInt8](state.room.utf8), [UInt8](room.utf8))
        else { return false }
        return request.headers[values: .cookie]
            .flatMap { $0.split(separator: ";") }
            .map { $0.drop { $0 == " " } }
            .filter { $0.hasPrefix(cookieName + "=") }
            .contains {
                constantTimeEqual(expected, [UInt8]($0.dropFirst(cookieName.count + 1).utf8))
            }
    }

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!

    private static func secret() -> String {
        Hex.encode(SecretBytes.random(byteCount: secretByteCount).copyOut())
    }
}
