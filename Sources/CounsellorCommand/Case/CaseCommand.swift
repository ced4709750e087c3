internal import ArgumentParser
internal import Terminal

/// Everything that is done with a case, at a terminal or in a script.
struct CaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: help(
            en: "A case from receipt to erasure (offline).",
            nl: "Een zaak van ontvangst tot wissen (zonder internet)."),
        subcommands: [CaseReferCommand.self, CaseHandOverCommand.self, CaseSketchCommand.self])

    @OptionGroup var language: LanguageOption
}
