/// The life of a case: what `counsellor case` says.
struct LifeTexts: Sendable {
    let page: @Sendable (_ page: Int, _ pages: Int, _ count: Int) -> String
    let practice: String
    let clock: @Sendable (_ step: String, _ due: String, _ done: String?) -> String
    let erasedOn: @Sendable (_ day: String) -> String
    let heldSince: @Sendable (_ day: String) -> String
    let reporter: String
    let you: String
    let notAuthentic: String
    let notes: String
    let timeline: String
    let event: @Sendable (_ kind: String, _ value: String) -> String
    let typeNote: String
    let typeRemark: String
    let noted: @Sendable (_ number: Int) -> String
    let saved: @Sendable (_ number: Int) -> String
    let closed: @Sendable (_ number: Int) -> String
    let reopened: @Sendable (_ number: Int) -> String
    let held: @Sendable (_ number: Int) -> String
    let released: @Sendable (_ number: Int) -> String
    let entered: @Sendable (_ number: Int) -> String
    let erased: @Sendable (_ count: Int) -> String
    let sorted: @Sendable (_ count: Int) -> String
    let threatHelp: String
    let practiceAdded: @Sendable (_ count: Int) -> String
    let practiceGone: String
    let codeAbout: String
    let whichToErase: Sentence
    let intoOrUndo: Sentence
    let fault: LifeFaultTexts
}

/// What keeps a case from going on as was asked.
struct LifeFaultTexts: Sendable {
    let reasonNeeded: Sentence
    let badDay: Sentence
    let unknownStep: Sentence
    let onHold: @Sendable (_ number: Int) -> Sentence
    let notClosed: @Sendable (_ number: Int) -> Sentence
    let notDue: @Sendable (_ number: Int) -> Sentence
    let hasCode: @Sendable (_ number: Int) -> Sentence
    let notMergeable: Sentence
    let unsent: @Sendable (_ number: Int) -> Sentence
    let answersAnother: @Sendable (_ number: Int, _ open: Int) -> Sentence
    let notSplittable: Sentence
}
