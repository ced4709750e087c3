/// What a reporter says after closing: settled? treated badly for speaking up?
///
/// The reporter's page sends the questions with the chosen answers as sentences, before any other text.
package struct AftercareAnswers: Sendable, Equatable {
    package enum Settled: String, Sendable { case yes, partly, no }
    package enum TreatedBadly: String, Sendable { case no, unsure, yes }

    /// nil where nothing was chosen.
    package let settled: Settled?
    package let treatedBadly: TreatedBadly?

    package init(reading body: String) {
        let lines = body.split(separator: "\n").prefix(4).map(String.init)
        settled = Self.settled.first { lines.contains($0.sentence) }?.answer
        treatedBadly = Self.treated.first { lines.contains($0.sentence) }?.answer
    }

    /// As the page's texts have them; a test compares.
    static let settled: [(sentence: String, answer: Settled)] = [
        ("Is het opgelost? Ja", .yes), ("Is het opgelost? Een beetje", .partly),
        ("Is het opgelost? Nee", .no), ("Is it settled? Yes", .yes),
        ("Is it settled? A little", .partly), ("Is it settled? No", .no),
    ]
    static let treated: [(sentence: String, answer: TreatedBadly)] = [
        ("Word je slecht behandeld omdat je iets zei? Nee", .no),
        ("Word je slecht behandeld omdat je iets zei? Dat weet ik niet zeker", .unsure),
        ("Word je slecht behandeld omdat je iets zei? Ja", .yes),
        ("Are you treated badly for speaking up? No", .no),
        ("Are you treated badly for speaking up? I am not sure", .unsure),
        ("Are you treated badly for speaking up? Yes", .yes),
    ]

    /// Whether someone should look at once: something is wrong, or nothing was chosen, so that only reading tells.
    package var asksForAttention: Bool {
        if settled == .no || treatedBadly == .yes || treatedBadly == .unsure { return true }
        return settled == nil && treatedBadly == nil
    }
}
