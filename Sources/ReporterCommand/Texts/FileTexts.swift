/// Filing, step by step.
struct FileTexts: Sendable {
    let welcome: @Sendable (_ organisation: String) -> String
    let danger: String
    let traces: String
    let limits: String
    let doors: String
    let doorChoices: [String]
    let doorPrompt: String
    let complaint: String
    let complaintChoices: [String]
    let aboutThem: String
    let readers: String
    let readersPrompt: String
    let onlyThese: @Sendable (_ names: String) -> String
    let category: String
    let categorySkip: String
    let categoryPrompt: String
    let message: @Sendable (_ fits: Int) -> String
    let charactersLeft: @Sendable (_ used: Int, _ left: Int) -> String
    let empty: String
    let notSentYet: String
    let newCode: NewCodeTexts
    let whatLosingMeans: String
    let savedTo: @Sendable (_ path: String) -> String
    let typeBackOffer: String
    let typeBackRight: String
    let typeBackWrong: String
}
