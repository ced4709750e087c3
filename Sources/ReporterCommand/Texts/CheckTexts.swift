/// Coming back with the ten words.
struct CheckTexts: Sendable {
    let fetching: String
    let status: @Sendable (_ organisation: String, _ day: String) -> String
    let noAnswer: String
    let answers: @Sendable (_ count: Int, _ lastDay: String) -> String
    let asksReferral: @Sendable (_ lastDay: String) -> String
    let handedOver: @Sendable (_ id: String, _ lastDay: String) -> String
    /// Who has it from now on, and that the other is still there.
    let referred: @Sendable (_ from: String, _ to: String) -> String
    let closed: @Sendable (_ lastDay: String) -> String
    let noLonger: String
    let departed: @Sendable (_ name: String) -> String
    let nothingFound: @Sendable (_ first: String) -> String
    let heading: @Sendable (_ name: String, _ role: String, _ day: String, _ number: Int) -> String
    let referral: @Sendable (_ name: String) -> String
    let referralUnknown: @Sendable (_ id: String) -> String
    let closing: @Sendable (_ month: String) -> String
    let alarm: @Sendable (_ name: String) -> String
    let ownWords: String
    let answerBack: String
    let codeWorksUntil: @Sendable (_ months: Int) -> String
}
