// ReleaseCommand: the maintainer's command. It makes the release key and signs a built page, on a computer without a
// network. Nothing of it runs at an organisation.
internal import ArgumentParser
internal import Terminal

@main enum Main {
    static func main() async { await runCommand(ReleaseCommand.self) }
}

struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: help(
            en: "Makes the release key, and signs the files of the reporter's page with it.",
            nl: "Maakt de release-sleutel, en ondertekent er de bestanden van de pagina mee."),
        subcommands: [KeyCommand.self, SignCommand.self, WebcatCommand.self])

    @OptionGroup var language: LanguageOption
}
