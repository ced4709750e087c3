internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter withdraw`: "stop, don't do anything with this".
struct WithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Ask to stop: don't do anything with this. What was read stays read.",
        discussion: """
            Goes to those who answered you; if nobody has, name the same people as the first time (--to). \
            In a script give --code-file and --yes.

            Exit status 0: accepted; 69: not sent; 75: uncertain. Then the sealed envelope is in a file, \
            which is named (that of --keep, or a new one in the current folder): send that with \
            'reporter send', it can't arrive twice.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var code: CodeOptions

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("To whom instead, by name; one to three times.", valueName: "name"))
    var readers: [String] = []

    @Flag(help: "Ask nothing, send at once.")
    var yes = false

    @Option(
        help: ArgumentHelp(
            "Keep the sealed envelope in this file until it is surely sent; see 'reporter send'.",
            valueName: "file"))
    var keep: String?

    func run() async throws {
        try await Visit.run(common) { visit in
            let (console, texts) = (visit.console, visit.texts)
            let set = try await visit.fetch()
            let code = try CodePrompt(console: console, texts: texts).code(code)
            let (keys, conversation) = try visit.conversation(code, set)
            let followUp = FollowUp(
                visit: visit, organisation: set.organisation, keys: keys,
                conversation: conversation, asks: !yes && Console.canAsk)
            console.notice(wrapped(texts.reply.withdrawMeans))
            let chosen = try followUp.readers(readers)
            var report = followUp.report(.withdraw, to: chosen)
            report.body = texts.reply.withdrawBody
            try await followUp.send(
                report, to: chosen, confirm: texts.reply.withdrawConfirm, keepAt: keep, yes: yes)
        }
    }
}
