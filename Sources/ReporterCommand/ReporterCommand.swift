// ReporterCommand: the reporter's side at a terminal: file a report, come back with ten words,
// write back. It keeps nothing: no settings, no history, no code, no text; a file is written only
// where one is named.

internal import ArgumentParser
internal import Terminal

@main
struct ReporterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reporter",
        abstract:
            "Write to a confidential counsellor without giving your name, and read the answer.",
        discussion: """
            In danger now? Call 112. Thinking of suicide? In the Netherlands call 113.
            Nu in gevaar? Bel 112. Denk je aan zelfdoding? Bel 113. In het Nederlands: --language nl.

            Every command needs the link on your organisation's poster or card, in quotes, or a file that \
            holds it:

              reporter file --organisation 'https://meld.example/#root=…&second=…'

            Over Tor: add --proxy socks5://127.0.0.1:9050.
            """,
        subcommands: [
            FileCommand.self, CheckCommand.self, ReplyCommand.self, WithdrawCommand.self,
            OrganisationCommand.self, SendCommand.self,
        ])

    static func main() async { await runCommand(ReporterCommand.self) }
}
