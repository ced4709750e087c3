internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter reply`: write back with the same ten words; also yes or no to a referral.
struct ReplyCommand: AsyncParsableCommand, AsksForWords {
    static let configuration = CommandConfiguration(
        commandName: "reply",
        abstract: help(
            en: "Write back with your ten words, to those who answered you.",
            nl: "Schrijf terug met je tien woorden, aan wie je antwoordde."),
        discussion: help(
            en: """
                In a script give --code-file, a text and --yes. With --agree or --decline you \
                answer the question whether your report may be shared with another counsellor; a \
                text is optional then. After closing, --settled and --treated-badly answer the \
                counsellor's two questions; a text is optional then too.

                \(SendingOptions.statuses)
                """,
            nl: """
                Geef in een script --code-file, een tekst en --yes. Met --agree of --decline \
                antwoord je op de vraag of je melding gedeeld mag worden met een andere \
                vertrouwenspersoon; een tekst hoeft er dan niet bij. Na het afsluiten beantwoord \
                je met --settled en --treated-badly de twee vragen van de vertrouwenspersoon; ook \
                dan hoeft er geen tekst bij.

                \(SendingOptions.statuses)
                """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var code: CodeOptions
    @OptionGroup var message: MessageOptions
    @OptionGroup var sending: SendingOptions
    @OptionGroup var others: OtherReadersOptions
    @OptionGroup var aftercare: AftercareOptions

    @Flag(
        help: ArgumentHelp(
            en: "Yes to a referral that you were asked about: it goes to the new counsellor too.",
            nl: "Ja op de vraag over doorverwijzen: het gaat ook naar de nieuwe vertrouwenspersoon."
        ))
    var agree = false

    @Flag(
        help: ArgumentHelp(
            en: "No to a referral that you were asked about.",
            nl: "Nee op de vraag over doorverwijzen."))
    var decline = false

    func run() async throws {
        try await Visit.run(common) { visit in try await reply(visit) }
    }

    private func reply(_ visit: Visit) async throws {
        let (console, texts) = (visit.console, visit.texts)
        let asks = !sending.yes && Console.canAsk
        guard !(agree && decline) else {
            throw CommandFailure(texts.reply.bothSides, status: CommandFailure.Status.usage)
        }
        let inputs = try Inputs(code: code, message: message, texts: texts, asks: Console.canAsk)
        try NewFiles(texts: texts).check([("--keep", sending.keep)])
        let evidence = try visit.evidence(sending.evidence)
        let set = try await visit.fetch()
        let log = try visit.proven(set)
        let code = try CodePrompt(console: console, texts: texts).code(from: inputs.code)
        let (keys, conversation) = try visit.conversation(code, set)
        let followUp = FollowUp(
            visit: visit, organisation: set.organisation, log: log, keys: keys,
            conversation: conversation, asks: asks, evidence: evidence)
        if let consent = try consent(conversation, set.organisation, visit, asks: asks) {
            try await answer(consent, conversation, followUp)
            return
        }
        guard conversation.isClosed || aftercare.isEmpty else {
            throw CommandFailure(texts.reply.notClosed, status: CommandFailure.Status.usage)
        }
        let chosen = try followUp.readers(others.readers)
        var report = followUp.report(
            conversation.isClosed ? .aftercare : .message, to: chosen)
        let text = Message(
            console: console, texts: texts, capacity: report.bodyCapacity, isFirst: false)
        report.body =
            conversation.isClosed
            ? try aftercare.body(
                text, path: inputs.message, givenPath: message.messageFile, asks: asks)
            : try text.text(path: inputs.message)
        try await followUp.send(
            report, to: chosen, confirm: texts.reply.sendNow, options: sending)
    }

    /// Yes or no by option, or by question where one is open; nil for an ordinary text.
    private func consent(
        _ conversation: Conversation, _ organisation: Organisation, _ visit: Visit, asks: Bool
    ) throws(CommandFailure) -> Bool? {
        let texts = visit.texts
        guard let (asking, to) = conversation.openReferral else {
            guard agree || decline else { return nil }
            throw CommandFailure(texts.reply.noQuestion)
        }
        if agree || decline { return agree }
        guard asks, message.messageFile == nil, others.readers.isEmpty,
            to != asking.counsellor.id, let other = organisation.roster.counsellor(to)
        else { return nil }
        let question = texts.reply.askAgree(inert(asking.counsellor.name), texts.name(other))
        return try visit.console.confirm(wrapped(question), option: "--agree, --decline")
    }

    /// Agreement is sealed to the new counsellor too: she has it from the reporter.
    private func answer(
        _ consent: Bool, _ conversation: Conversation, _ followUp: FollowUp
    ) async throws(CommandFailure) {
        let texts = followUp.visit.texts
        guard let (asking, to) = conversation.openReferral else {
            throw CommandFailure(texts.reply.noQuestion)
        }
        var chosen = [try followUp.reader(asking.counsellor)]
        // A question that names who asks it needs no second reader.
        if consent, to != asking.counsellor.id { chosen.append(try followUp.referred(to)) }
        var report = followUp.report(consent ? .agree : .decline, to: chosen)
        report.about = Report.Answer(
            counsellor: asking.counsellor.id, number: asking.reply.number)
        report.body = consent ? texts.reply.agreeBody : texts.reply.declineBody
        if let path = message.messageFile {
            report.body = try Message(
                console: followUp.visit.console, texts: texts, capacity: report.bodyCapacity
            ).text(path: path)
        }
        let names = chosen.map { inert($0.counsellor.name) }
        followUp.visit.console.notice(wrapped(texts.file.onlyThese(texts.common.list(names))))
        try await followUp.send(
            report, to: chosen, confirm: texts.reply.sendNow, options: sending)
    }
}
