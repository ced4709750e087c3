/// How far each message came, with whom.
struct ProgressTexts: Sendable {
    let logged: String
    let fetched: @Sendable (_ day: String) -> String
    let inHands: @Sendable (_ day: String) -> String
    let answered: @Sendable (_ day: String) -> String
    let closed: @Sendable (_ day: String) -> String
    let wroteOnce: @Sendable (_ day: String) -> String
    let wrote: String
    let message: @Sendable (_ day: String) -> String
    let everyoneFetches: String
    let fromTomorrow: String
    let noAnswerYet: @Sendable (_ day: String) -> String
    let noneFiled: @Sendable (_ months: Int) -> String
    let couldBe: [String]
    let fileAgain: String
}
