internal import ArgumentParser
internal import Reporting
internal import Terminal

/// The two questions after closing, for scripts; a person is asked them.
struct AftercareOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "After closing: is it settled? yes, partly or no.",
            nl: "Na het afsluiten: is het opgelost? yes (ja), partly (een beetje) of no (nee).",
            value: "answer"))
    var settled: String?

    @Option(
        help: ArgumentHelp(
            en: "After closing: are you treated badly for speaking up? no, unsure or yes.",
            nl:
                "Na het afsluiten: word je slecht behandeld omdat je iets zei? no (nee), unsure (weet ik niet zeker) of yes (ja).",
            value: "answer"))
    var treatedBadly: String?

    var isEmpty: Bool { settled == nil && treatedBadly == nil }

    /// What is sent after closing: the answers, and a text where there is one.
    ///
    /// - Parameters:
    ///   - path: where the text comes from when no question is answered; nil to ask.
    ///   - givenPath: where it comes from by option.
    ///   - asks: whether a person answers.
    func body(
        _ message: Message, path: String?, givenPath: String?, asks: Bool
    ) throws(CommandFailure) -> String {
        let (texts, language) = (message.texts, message.texts.language)
        var answers = AftercareAnswers(
            settled: try known(settled, "--settled", texts),
            treatedBadly: try known(treatedBadly, "--treated-badly", texts))
        if asks, path == nil, isEmpty {
            message.console.notice(texts.reply.maySkip)
            answers = AftercareAnswers(
                settled: try choose(
                    AftercareAnswers.Settled.question(in: language), { $0.words(in: language) },
                    message),
                treatedBadly: try choose(
                    AftercareAnswers.TreatedBadly.question(in: language),
                    { $0.words(in: language) }, message))
        }
        let isAnswered = answers.settled != nil || answers.treatedBadly != nil
        guard isAnswered else { return try message.text(path: path) }
        // What stands before the text takes its room.
        let taken = answers.body(with: ".", in: language).utf8.count - 1
        let rest = Message(
            console: message.console, texts: texts, capacity: message.capacity - taken)
        let text =
            if givenPath != nil || asks { try rest.addition(path: givenPath) } else { "" }
        return answers.body(with: text, in: language)
    }

    private func known<Answer: RawRepresentable & CaseIterable>(
        _ answer: String?, _ option: String, _ texts: Texts
    ) throws(CommandFailure) -> Answer? where Answer.RawValue == String {
        guard let answer else { return nil }
        guard let known = Answer(rawValue: answer) else {
            throw CommandFailure(
                texts.reply.unknownAnswer(
                    option, Answer.allCases.map(\.rawValue).joined(separator: ", ")),
                status: CommandFailure.Status.usage)
        }
        return known
    }

    /// One of the answers to a question; nil when it is skipped.
    private func choose<Answer: CaseIterable>(
        _ question: String, _ words: (Answer) -> String, _ message: Message
    ) throws(CommandFailure) -> Answer? {
        let answers = Array(Answer.allCases)
        let chosen = try message.console.choose(
            "\n" + question, from: answers.map(words) + [message.texts.reply.skip],
            enter: answers.count, option: "--settled, --treated-badly")
        return chosen < answers.count ? answers[chosen] : nil
    }
}
