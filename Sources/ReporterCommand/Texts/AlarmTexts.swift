/// What is wrong with what the gateway shows or does, and what to do.
///
/// Facts about the whole log are parts of a sentence: `notProven` and `answersOnly` end it.
struct AlarmTexts: Sendable {
    let notProven: @Sendable (_ what: String) -> String
    let notProvenHint: String
    let answersOnly: @Sendable (_ what: String) -> String
    let unsigned: String
    let malformed: String
    let fork: String
    let altered: String
    let rewound: String
    let missingDay: @Sendable (_ after: String) -> String
    let repeated: String
    let shortened: String
    let stale: @Sendable (_ last: String?, _ today: String) -> String
    let falseConfirmation: @Sendable (_ name: String) -> String
    let notesWithheld: String
    let withheld: String
    let notLogged: String
    let notConfirmed: @Sendable (_ name: String, _ message: String, _ last: String?) -> String
    let confirmationHidden: @Sendable (_ name: String, _ message: String) -> String
    let monthWithheld: String
    let answerWithheld: @Sendable (_ name: String, _ day: String) -> String
    let answerReplaced: @Sendable (_ name: String, _ day: String) -> String
    let splitView: @Sendable (_ name: String, _ day: String) -> String
    let claimed: @Sendable (_ name: String) -> String
    let missing: @Sendable (_ promised: String, _ path: String) -> String
    let late: @Sendable (_ promised: String, _ logged: String) -> String
    let otherWays: String
}
