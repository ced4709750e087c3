// CounsellorCommand: what a counsellor, and the holders of the root keys, type.
// Only `fetch` and `post` go online. No other command opens a socket, but `desk`, which listens on loopback.
internal import ArgumentParser
internal import Terminal

@main struct CounsellorCommand {
    static func main() async { await runCommand(Commands.self) }
}

/// The list of commands.
struct Commands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counsellor",
        abstract: help(
            en: "Read and answer reports, on a computer that may never be online.",
            nl: "Lees en beantwoord meldingen, op een computer die nooit online hoeft te zijn."),
        subcommands: [],
        groupedSubcommands: [
            CommandGroup(
                name: help(en: "Setting up", nl: "Inrichten"),
                subcommands: [
                    OrganisationCommand.self, InitCommand.self, MonthsCommand.self,
                    HoursCommand.self,
                ]),
            CommandGroup(
                name: help(en: "Online", nl: "Met internet"),
                subcommands: [FetchCommand.self, PostCommand.self, ApproveCommand.self]),
            CommandGroup(
                name: help(en: "Offline", nl: "Zonder internet"),
                subcommands: [
                    DeskCommand.self, ImportCommand.self, TodayCommand.self, InboxCommand.self,
                    ShowCommand.self,
                    ReplyCommand.self, CaseCommand.self,
                    CloseCommand.self, OutboxCommand.self, BackupCommand.self,
                    RestoreCommand.self, RecoveryCommand.self,
                ]),
            CommandGroup(
                name: help(en: "Keeping", nl: "Beheer"),
                subcommands: [
                    SettingsCommand.self, PassphraseCommand.self, ContactsCommand.self,
                    ExamplesCommand.self,
                    SuccessionCommand.self, EndContractCommand.self, SetAsideCommand.self,
                ]),
            CommandGroup(
                name: help(en: "Any age file", nl: "Elk age-bestand"),
                subcommands: [OpenFile.self, SealFile.self]),
        ])

    @OptionGroup var language: LanguageOption
}
