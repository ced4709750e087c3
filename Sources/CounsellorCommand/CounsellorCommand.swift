// CounsellorCommand: what a counsellor, and the holders of the root keys, type.
// Only `fetch` and `post` go online; every other command never opens a socket.
internal import ArgumentParser
internal import Terminal

@main struct CounsellorCommand {
    static func main() async { await runCommand(Commands.self) }
}

/// The list of commands.
struct Commands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counsellor",
        abstract: "Read and answer reports, on a computer that may never be online.",
        subcommands: [],
        groupedSubcommands: [
            CommandGroup(
                name: "Setting up",
                subcommands: [
                    OrganisationCommand.self, InitCommand.self, MonthsCommand.self,
                    HoursCommand.self,
                ]),
            CommandGroup(name: "Online", subcommands: [FetchCommand.self, PostCommand.self]),
            CommandGroup(
                name: "Offline",
                subcommands: [
                    ImportCommand.self, InboxCommand.self, ShowCommand.self, ReplyCommand.self,
                    CloseCommand.self, OutboxCommand.self, BackupCommand.self,
                    RestoreCommand.self,
                ]),
            CommandGroup(name: "Any age file", subcommands: [OpenFile.self, SealFile.self]),
        ])
}
