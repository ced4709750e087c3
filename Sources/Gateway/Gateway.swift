// Gateway: the drop-box over HTTP. It checks sizes, shapes and signatures, stores, and answers.
// It never opens an envelope, never asks who sends, and writes down no address, user agent, URI or
// time of day, in a log or elsewhere.
package import DropBox
internal import Sodium
package import TransparencyLog

/// One organisation's gateway: what every request needs.
package final class Gateway: Sendable {
    /// A file of one organisation's envelopes and notes.
    package let dropBox: DropBox
    /// The gateway's public names.
    package let identity: GatewayIdentity
    let accept: @Sendable (Submission) async throws -> Accepted
    private let promise: @Sendable (Accepted) throws -> [UInt8]
    let now: @Sendable () -> Int
    let notices: Notices
    let seenRequests: SeenRequests
    let replyMonths: ReplyMonths
    let replyQuota: ReplyQuota
    let logResources: LogResources
    let reportLoad: ReportLoad
    let workCheck = WorkCheck()
    let page: ServedPage?
    let ownTexts: OwnTexts

    /// - Parameters:
    ///   - promiseSigner: signs what is accepted.
    ///   - accept: what stores an envelope, the drop-box when nil; the benchmark gives others.
    ///   - promise: the answer to what is stored, a signed promise when nil; the benchmark gives an empty one.
    ///   - page: the reporter's page; nil for a text with help lines in its place.
    ///   - ownTexts: what the organisation says on the page; nil for nothing.
    ///   - work: when reports need work.
    ///   - now: seconds since 1970.
    package init(
        dropBox: DropBox, identity: GatewayIdentity, promiseSigner: NoteSigner,
        accept: (@Sendable (Submission) async throws -> Accepted)? = nil,
        promise: (@Sendable (Accepted) throws -> [UInt8])? = nil,
        page: ServedPage? = nil, ownTexts: OwnTexts? = nil, work: WorkRules = WorkRules(),
        now: @escaping @Sendable () -> Int
    ) {
        self.dropBox = dropBox
        self.accept = accept ?? { try await dropBox.accept($0) }
        self.identity = identity
        self.promise =
            promise ?? {
                try Promise(origin: identity.origin, day: $0.day, entry: $0.entry)
                    .signed(by: promiseSigner).bytes
            }
        self.now = now
        notices = Notices(dropBox: dropBox, identity: identity)
        seenRequests = SeenRequests()
        replyMonths = ReplyMonths(dropBox: dropBox)
        replyQuota = ReplyQuota()
        logResources = LogResources(dropBox: dropBox)
        reportLoad = ReportLoad(rules: work)
        self.page = page
        self.ownTexts = ownTexts ?? .none
    }

    /// Whether a roster is published: before that nothing is accepted.
    package func hasRoster() async throws -> Bool {
        do { try await notices.requireRoster() } catch HTTPFailure.notReady { return false }
        return true
    }

    package var today: Day { Day(secondsSince1970: now()) }

    /// The signed promise for what was stored, the same bytes every time.
    func promise(for accepted: Accepted) throws -> [UInt8] { try promise(accepted) }
}

/// The names a roster must give for this gateway.
package struct GatewayIdentity: Sendable, Equatable {
    /// The log's name, such as `meld.example`.
    package let origin: String
    /// Where clients find it, such as `https://meld.example`.
    package let address: String
    /// Signs checkpoints.
    package let log: VerifierKey
    /// Signs promises.
    package let promise: VerifierKey

    package init(origin: String, address: String, log: VerifierKey, promise: VerifierKey) {
        self.origin = origin
        self.address = address
        self.log = log
        self.promise = promise
    }
}
