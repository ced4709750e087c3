// gateway: the administrator's command. It makes, serves and looks after one organisation's folder.
// It prints no address of a client, no time finer than a day, and never a secret.
internal import ArgumentParser
internal import Terminal

@main enum Main {
    static func main() async { await runCommand(GatewayCommand.self) }
}

struct GatewayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gateway",
        abstract: help(
            en: "Keeps sealed reports and replies for one organisation, unable to read them.",
            nl:
                "Bewaart dichte meldingen en antwoorden van één organisatie, zonder ze te kunnen lezen."
        ),
        subcommands: [
            InitCommand.self, ServeCommand.self, PublishCommand.self, CloseDayCommand.self,
            StatusCommand.self, VerifyCommand.self, AcceptLossCommand.self,
        ])

    @OptionGroup var language: LanguageOption
}
