// ReporterCommand: the reporter's side at a terminal: file a report, come back with ten words,
// write back. It keeps nothing: no settings, no history, no code, no text; a file is written only
// where one is named.

internal import ArgumentParser
internal import Terminal

@main
struct ReporterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reporter",
        abstract: help(
            en: "Write to a confidential counsellor without giving your name, and read the answer.",
            nl: "Schrijf een vertrouwenspersoon zonder je naam te noemen, en lees het antwoord."),
        discussion: help(
            en: """
                In danger now? Call 112. Thinking of suicide? In the Netherlands call 113.
                Nu in gevaar? Bel 112. Denk je aan zelfdoding? Bel 113. In het Nederlands: \
                --language nl.

                Every command needs the link on your organisation's poster or card, in quotes, or \
                a file that holds it:

                  reporter file --organisation 'https://meld.example/#root=…&second=…'

                Over Tor: add --proxy socks5://127.0.0.1:9050.
                """,
            nl: """
                Nu in gevaar? Bel 112. Denk je aan zelfdoding? Bel 113 of 0800-0113 (gratis).
                In danger now? Call 112. In English: --language en.

                Elke opdracht heeft de link van de poster of pas van je organisatie nodig, tussen \
                aanhalingstekens, of een bestand waar die in staat:

                  reporter file --organisation 'https://meld.example/#root=…&second=…'

                Via Tor: zet er --proxy socks5://127.0.0.1:9050 bij.
                """),
        subcommands: [
            FileCommand.self, CheckCommand.self, ReplyCommand.self, WithdrawCommand.self,
            MoveCommand.self,
            OrganisationCommand.self, SendCommand.self, VerifyCommand.self,
            VerifyPageCommand.self,
        ])

    @OptionGroup var language: LanguageOption

    static func main() async { await runCommand(ReporterCommand.self) }
}
