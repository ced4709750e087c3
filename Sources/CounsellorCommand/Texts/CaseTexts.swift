internal import TransparencyLog

/// The inbox, a case, and answers.
struct CaseTexts: Sendable {
    let noCases: String
    let unseen: @Sendable (_ count: Int) -> String
    let awaitsReply: String
    let answered: String
    let closed: String
    let alarm: String
    let caseHeading: @Sendable (_ number: Int) -> String
    let fromReporter: @Sendable (_ day: Day) -> String
    let notFromReporter: @Sendable (_ day: Day) -> String
    let otherReplyTo: String
    let moves: MoveTexts
    let kinds: @Sendable (_ code: String) -> String
    let answers: @Sendable (_ counsellor: String, _ number: String) -> String
    let addressed: @Sendable (_ ids: String) -> String
    let fromYou: @Sendable (_ number: Int, _ day: Day) -> String
    let states: @Sendable (_ code: String) -> String
    let replyKinds: @Sendable (_ code: String) -> String
    let noText: String
    let typeReply: String
    let typeClosing: String
    let replied: @Sendable (_ number: Int, _ conversation: Int) -> String
    let closedCase: @Sendable (_ conversation: Int) -> String
    let thenOutbox: String
    let atOnce: String
}
