/// How far each message came, with whom.
struct ProgressTexts: Sendable {
    let accepted: @Sendable (_ day: String) -> String
    let logged: String
    let fetched: @Sendable (_ day: String) -> String
    let inHands: @Sendable (_ day: String) -> String
    let answered: @Sendable (_ day: String) -> String
    let closed: @Sendable (_ day: String) -> String
    /// No answer that can be read, for two reasons.
    let nothingYet: @Sendable (_ months: Int) -> String
    let answerGone: String
    let wroteOnce: @Sendable (_ day: String) -> String
    let wrote: String
    let message: @Sendable (_ day: String) -> String
    let otherDays: @Sendable (_ months: Int) -> String
    let everyoneFetches: String
    let fromTomorrow: String
    let noAnswerYet: @Sendable (_ day: String) -> String
    let readBy: @Sendable (_ name: String, _ day: String) -> String
    let overdue: @Sendable (_ name: String, _ day: String) -> String
    let ifNothingComes: String
    let answersGone: @Sendable (_ names: String, _ months: Int) -> String
    let noneFiled: @Sendable (_ months: Int) -> String
    let couldBe: @Sendable (_ months: Int) -> [String]
    let fileAgain: @Sendable (_ months: Int) -> String
}
