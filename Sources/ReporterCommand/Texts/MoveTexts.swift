/// What is said around the words of a new code.
struct NewCodeTexts: Sendable {
    let keepWords: String
    let sendNow: String
    let notSent: String
}

/// Going on with a new code, when somebody else may have seen the old one.
struct MoveTexts: Sendable {
    let askOld: String
    /// What it does, and what it does not.
    let means: [String]
    /// Others who were written to, and did not answer.
    let others: String
    /// Why a text helps: whoever has the old words can do this too.
    let tellSomething: String
    let addText: String
    /// Where no text is added.
    let body: String
    let newCode: NewCodeTexts
    let fromNow: [String]
}
