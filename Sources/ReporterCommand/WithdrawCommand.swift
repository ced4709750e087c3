internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter withdraw`: "stop, don't do anything with this".
struct WithdrawCommand: AsyncParsableCommand, AsksForWords {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: help(
            en: "Ask to stop: don't do anything with this. What was read stays read.",
            nl: "Vraag om te stoppen: doe hier niets mee. Wat gelezen is, blijft gelezen."),
        discussion: help(
            en: """
                Goes to those who answered you, and you are asked whom else you wrote to. In a \
                script name everyone you wrote to (--to), for who is not named does not get it, \
                and give --code-file and --yes.

                \(SendingOptions.statuses)
                """,
            nl: """
                Dit gaat naar wie je antwoordde, en er wordt gevraagd aan wie je nog meer schreef. \
                Noem in een script iedereen aan wie je schreef (--to), want wie niet genoemd \
                wordt, krijgt het niet, en geef --code-file en --yes.

                \(SendingOptions.statuses)
                """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var code: CodeOptions
    @OptionGroup var sending: SendingOptions
    @OptionGroup var others: OtherReadersOptions

    func run() async throws {
        try await Visit.run(common) { visit in
            let (console, texts) = (visit.console, visit.texts)
            try NewFiles(texts: texts).check([("--keep", sending.keep)])
            let evidence = try visit.evidence(sending.evidence)
            let set = try await visit.fetch()
            let log = try visit.proven(set)
            let code = try CodePrompt(console: console, texts: texts).code(code)
            let (keys, conversation) = try visit.conversation(code, set)
            let followUp = FollowUp(
                visit: visit, organisation: set.organisation, log: log, keys: keys,
                conversation: conversation, asks: !sending.yes && Console.canAsk,
                evidence: evidence)
            console.notice(wrapped(texts.reply.withdrawMeans))
            let chosen = try followUp.readers(others.readers, asksForOthers: true)
            var report = followUp.report(.withdraw, to: chosen)
            report.body = texts.reply.withdrawBody
            try await followUp.send(
                report, to: chosen, confirm: texts.reply.withdrawConfirm, options: sending)
        }
    }
}
