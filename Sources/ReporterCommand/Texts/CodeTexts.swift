/// Asking for the ten words, and what may be wrong with them.
///
/// Positions are from 1, as people count.
struct CodeTexts: Sendable {
    let prompt: String
    let visible: String
    let more: @Sendable (_ count: Int) -> String
    let morePrompt: String
    let tooMany: @Sendable (_ count: Int) -> String
    let emptyFile: @Sendable (_ path: String) -> String
    let unknownWord: @Sendable (_ position: Int, _ typed: String) -> String
    let unknownWordNear: @Sendable (_ position: Int, _ typed: String, _ near: String) -> String
    let tooManyUnreadable: String
    let invalid: String
    let notRight: @Sendable (_ position: Int, _ typed: String, _ word: String) -> String
    let unreadable: @Sendable (_ position: Int, _ word: String) -> String
    let missing: @Sendable (_ position: Int, _ word: String) -> String
    let surplus: @Sendable (_ position: Int, _ typed: String) -> String
    let exchanged: @Sendable (_ first: Int, _ second: Int) -> String
    let moved: @Sendable (_ from: Int, _ to: Int) -> String
    let reordered: @Sendable (_ order: String) -> String
    let isThatRight: String
    let unproven: String
    let again: String
    let option: String
    /// For errors where nobody can be asked.
    let notAsked: @Sendable (_ what: String) -> String
}
