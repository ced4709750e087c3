/// Sending, and what is known about it.
struct SendingTexts: Sendable {
    let sending: String
    let working: String
    let sent: @Sendable (_ day: String) -> String
    let shownTomorrow: String
    let readsWhen: String
    let lookAgain: @Sendable (_ day: String) -> String
    let otherWays: String
    let noOtherWays: String
    let traces: String
    let unreachable: String
    let uncertain: String
    let notTrusted: String
    let otherDay: @Sendable (_ theirs: String, _ ours: String) -> String
    let refused: @Sendable (_ status: Int) -> String
    let busy: String
    let full: String
    let proxyUnreachable: @Sendable (_ proxy: String) -> String
    let keepOffer: String
    let keepName: String
    let kept: @Sendable (_ path: String, _ last: String) -> String
    let notSentKept: String
    let againIsSafe: String
    /// Hints, after an uncertain sending: with a kept envelope, and without.
    let uncertainKept: @Sendable (_ path: String) -> String
    let uncertainNotKept: String
    let notSentHint: String
    let removed: @Sendable (_ path: String) -> String
    let notRemoved: @Sendable (_ path: String) -> String
    let keptMalformed: @Sendable (_ path: String) -> String
    let keptTooOld: @Sendable (_ month: String, _ last: String) -> String
    let keptTooNew: @Sendable (_ month: String, _ today: String) -> String
    let keptOther: String
}
