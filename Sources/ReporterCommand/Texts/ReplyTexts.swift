/// Writing back, agreeing, declining, and stopping.
struct ReplyTexts: Sendable {
    let toAnswered: @Sendable (_ names: String) -> String
    /// Who does not get it, and how they do.
    let notOthers: String
    let notAnswered: @Sendable (_ names: String) -> String
    let addOthers: String
    let nobodyAnswered: String
    /// Where nobody can be asked.
    let nothingFound: @Sendable (_ names: String) -> String
    let gone: @Sendable (_ name: String) -> String
    let message: @Sendable (_ fits: Int) -> String
    let sendNow: String
    let askAgree: @Sendable (_ asking: String, _ other: String) -> String
    let noQuestion: String
    let referralGone: @Sendable (_ name: String) -> String
    let referralUnknown: @Sendable (_ id: String) -> String
    let agreeBody: String
    let declineBody: String
    let bothSides: String
    let withdrawMeans: String
    let withdrawBody: String
    let withdrawConfirm: String
    let sameCode: String
    /// The questions after closing.
    let maySkip: String
    let skip: String
    let addition: String
    let notClosed: String
    let unknownAnswer: @Sendable (_ option: String, _ answers: String) -> String
}
