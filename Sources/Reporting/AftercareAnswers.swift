/// What a reporter says after closing: is it settled, and are they treated badly for speaking up?
///
/// A report of the kind `aftercare` begins with each question that was answered, and its answer, in a line; a text may
/// follow after an empty line. The reporter's page writes the same sentences.
public struct AftercareAnswers: Sendable, Equatable {
    /// Is it settled?
    public enum Settled: String, Sendable, CaseIterable { case yes, partly, no }
    /// Are they treated badly for speaking up?
    public enum TreatedBadly: String, Sendable, CaseIterable { case no, unsure, yes }

    /// nil where nothing was chosen.
    public let settled: Settled?
    /// The same.
    public let treatedBadly: TreatedBadly?

    /// nil for a question that was skipped.
    public init(settled: Settled?, treatedBadly: TreatedBadly?) {
        self.settled = settled
        self.treatedBadly = treatedBadly
    }

    /// Reads them at the beginning of a report's text, in any language.
    public init(reading body: String) {
        let lines = body.split(separator: "\n").prefix(4).map { String($0) }
        func isSaid(_ sentence: (Language) -> String) -> Bool {
            Language.allCases.contains { lines.contains(sentence($0)) }
        }
        settled = Settled.allCases.first { answer in isSaid { answer.sentence(in: $0) } }
        treatedBadly = TreatedBadly.allCases.first { answer in isSaid { answer.sentence(in: $0) } }
    }

    /// The report's text, with what else the reporter wrote; empty when there is nothing.
    public func body(with text: String, in language: Language) -> String {
        let lines = [settled?.sentence(in: language), treatedBadly?.sentence(in: language)]
        return (lines.compactMap { $0 } + [text]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Whether someone should look at once: something is wrong, or nothing was chosen, so that only reading tells.
    public var asksForAttention: Bool {
        if settled == .no || treatedBadly == .yes || treatedBadly == .unsure { return true }
        return settled == nil && treatedBadly == nil
    }
}

extension AftercareAnswers.Settled {
    /// The question.
    public static func question(in language: Language) -> String {
        switch language {
        case .nl: "Is het opgelost?"
        case .en: "Is it settled?"
        }
    }

    /// The answer.
    public func words(in language: Language) -> String {
        switch (self, language) {
        case (.yes, .nl): "Ja"
        case (.partly, .nl): "Een beetje"
        case (.no, .nl): "Nee"
        case (.yes, .en): "Yes"
        case (.partly, .en): "A little"
        case (.no, .en): "No"
        }
    }

    /// Question and answer.
    public func sentence(in language: Language) -> String {
        Self.question(in: language) + " " + words(in: language)
    }
}

extension AftercareAnswers.TreatedBadly {
    /// The question.
    public static func question(in language: Language) -> String {
        switch language {
        case .nl: "Word je slecht behandeld omdat je iets zei?"
        case .en: "Are you treated badly for speaking up?"
        }
    }

    /// The answer.
    public func words(in language: Language) -> String {
        switch (self, language) {
        case (.no, .nl): "Nee"
        case (.unsure, .nl): "Dat weet ik niet zeker"
        case (.yes, .nl): "Ja"
        case (.no, .en): "No"
        case (.unsure, .en): "I am not sure"
        case (.yes, .en): "Yes"
        }
    }

    /// Question and answer.
    public func sentence(in language: Language) -> String {
        Self.question(in: language) + " " + words(in: language)
    }
}
