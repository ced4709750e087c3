internal import TransparencyLog

/// What is said about the gateway's log: what it proves, and what only a dishonest gateway shows.
struct LogTexts: Sendable {
    let fault: @Sendable (_ fault: LogFault) -> Sentence
    let notesWithheld: @Sendable (_ count: Int) -> Sentence
    let notLogged: Sentence
    let promiseBroken: @Sendable (_ file: String, _ day: Day) -> Sentence
    let unapproved: @Sendable (_ listed: String, _ id: String) -> Sentence
    let firstList: @Sendable (_ listed: [String]) -> String
    let approveQuestion: String
    let approved: String
    let notApproved: String
    let confirmed: String
    let importedPosted: String
    /// What is being sent, in an error about sending.
    let confirmation: String
}
