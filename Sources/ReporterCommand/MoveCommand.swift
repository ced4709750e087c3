internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter move`: go on with a new code, for somebody else may have seen the old one.
struct MoveCommand: AsyncParsableCommand, AsksForWords {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: help(
            en: "Go on with ten new words, when somebody else may have seen yours.",
            nl: "Ga verder met tien nieuwe woorden, als iemand anders de jouwe kan hebben gezien."),
        discussion: help(
            en: """
                Asks for your old words, and goes to those who answered you; if nobody has, name \
                the same people as the first time (--to). In a script give --code-file with the \
                old words and --yes: the new words are the only thing on standard output.

                The old words go on opening the answers that were given to them, for whoever has \
                them. Answers come to the new words from when this was read.

                \(SendingOptions.statuses)
                """,
            nl: """
                Vraagt je oude woorden, en gaat naar wie je antwoordde; heeft niemand dat gedaan, \
                noem dan dezelfde mensen als de eerste keer (--to). Geef in een script --code-file \
                met de oude woorden en --yes: alleen de nieuwe woorden komen op de \
                standaarduitvoer.

                De oude woorden blijven de antwoorden openen die erbij kwamen, voor wie ze heeft. \
                Antwoorden komen bij de nieuwe woorden vanaf dat dit gelezen is.

                \(SendingOptions.statuses)
                """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var code: CodeOptions
    @OptionGroup var message: MessageOptions
    @OptionGroup var sending: SendingOptions
    @OptionGroup var new: CodeOutOptions
    @OptionGroup var others: OtherReadersOptions

    func run() async throws {
        try await Visit.run(common) { visit in try await move(visit) }
    }

    private func move(_ visit: Visit) async throws {
        let (console, texts) = (visit.console, visit.texts)
        let asks = !sending.yes && Console.canAsk
        try checkInputs(texts)
        try NewFiles(texts: texts).check([("--keep", sending.keep), ("--code-out", new.codeOut)])
        let evidence = try visit.evidence(sending.evidence)
        let set = try await visit.fetch()
        let log = try visit.proven(set)
        console.notice(wrapped(texts.move.askOld))
        let old = try CodePrompt(console: console, texts: texts).code(code)
        let (oldKeys, conversation) = try visit.conversation(old, set)
        for line in texts.move.means { console.notice(wrapped(line)) }
        let followUp = FollowUp(
            visit: visit, organisation: set.organisation, log: log, keys: oldKeys,
            conversation: conversation, asks: asks, evidence: evidence)
        let chosen = try followUp.readers(others.readers, notOthers: texts.move.others)

        let code = ReceiptCode()
        let keys = try visit.keys(code, set.organisation)
        var report: Report
        do throws(ReportingError) {
            report = try Report(moving: oldKeys, to: keys, readers: chosen, body: "")
        } catch {
            throw texts.failure(error)
        }
        report.language = texts.language
        report.body = try text(visit, capacity: report.bodyCapacity, asks: asks)
        let first = FirstSending(
            visit: visit, organisation: set.organisation, asks: asks, evidence: evidence,
            options: sending, codeOut: new.codeOut, words: texts.move.newCode)
        try await first.send(report, code, keys, to: chosen)
        for line in texts.move.fromNow { console.notice(wrapped(line)) }
    }

    /// Standard input can't be both the old code and the text.
    private func checkInputs(_ texts: Texts) throws(CommandFailure) {
        guard message.messageFile == "-" else { return }
        guard code.codeFile.map({ $0 != "-" }) ?? Console.inputIsTerminal else {
            throw CommandFailure(texts.failures.oneInput, status: CommandFailure.Status.usage)
        }
    }

    /// What is said with it: a few words are enough, for the move itself stands beside them.
    private func text(
        _ visit: Visit, capacity: Int, asks: Bool
    ) throws(CommandFailure) -> String {
        let texts = visit.texts
        let message = Message(console: visit.console, texts: texts, capacity: capacity)
        if let path = self.message.messageFile { return try message.text(path: path) }
        guard asks else { return texts.move.body }
        visit.console.notice("\n" + wrapped(texts.move.tellSomething))
        guard try visit.console.confirm(texts.move.addText, option: "--message-file") else {
            return texts.move.body
        }
        return try message.text(path: nil)
    }
}
