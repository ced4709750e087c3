internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter reply`: write back with the same ten words; also yes or no to a referral.
struct ReplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply",
        abstract: "Write back with your ten words, to those who answered you.",
        discussion: """
            In a script give --code-file, a text and --yes. With --agree or --decline you answer the \
            question whether your report may be shared with another counsellor; a text is optional then.

            Exit status 0: accepted; 69: not sent; 75: uncertain. Then the sealed envelope is in a file, \
            which is named (that of --keep, or a new one in the current folder): send that with \
            'reporter send', it can't arrive twice.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var code: CodeOptions
    @OptionGroup var message: MessageOptions

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("To whom instead, by name; one to three times.", valueName: "name"))
    var readers: [String] = []

    @Flag(help: "Yes to a referral that you were asked about: it goes to the new counsellor too.")
    var agree = false

    @Flag(help: "No to a referral that you were asked about.")
    var decline = false

    @Flag(help: "Ask nothing, send at once.")
    var yes = false

    @Option(
        help: ArgumentHelp(
            "Keep the sealed envelope in this file until it is surely sent; see 'reporter send'.",
            valueName: "file"))
    var keep: String?

    func run() async throws {
        try await Visit.run(common) { visit in try await reply(visit) }
    }

    private func reply(_ visit: Visit) async throws {
        let (console, texts) = (visit.console, visit.texts)
        let asks = !yes && Console.canAsk
        guard !(agree && decline) else {
            throw CommandFailure(texts.reply.bothSides, status: CommandFailure.Status.usage)
        }
        let inputs = try Inputs(code: code, message: message, texts: texts, asks: Console.canAsk)
        let set = try await visit.fetch()
        let code = try CodePrompt(console: console, texts: texts).code(from: inputs.code)
        let (keys, conversation) = try visit.conversation(code, set)
        let followUp = FollowUp(
            visit: visit, organisation: set.organisation, keys: keys, conversation: conversation,
            asks: asks)
        if let consent = try consent(conversation, set.organisation, visit, asks: asks) {
            try await answer(consent, conversation, followUp)
            return
        }
        let chosen = try followUp.readers(readers)
        var report = followUp.report(
            conversation.isClosed ? .aftercare : .message, to: chosen)
        report.body = try Message(console: console, texts: texts, capacity: report.bodyCapacity)
            .text(path: inputs.message)
        try await followUp.send(
            report, to: chosen, confirm: texts.reply.sendNow, keepAt: keep, yes: yes)
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
        guard asks, message.messageFile == nil, readers.isEmpty,
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
        followUp.visit.console.notice(texts.file.onlyThese(texts.common.list(names)))
        try await followUp.send(
            report, to: chosen, confirm: texts.reply.sendNow, keepAt: keep, yes: yes)
    }
}
