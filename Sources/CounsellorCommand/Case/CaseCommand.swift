internal import ArgumentParser
internal import Terminal

/// Everything that is done with a case, at a terminal or in a script.
struct CaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: help(
            en: "A case from receipt to erasure (offline).",
            nl: "Een zaak van ontvangst tot wissen (zonder internet)."),
        discussion: help(
            en: "With --json each says what it found or did as JSON; see Docs/for-counsellors.md.",
            nl: "Met --json zegt elk wat het vond of deed als JSON; zie Docs/for-counsellors.md."),
        subcommands: [
            CaseListCommand.self, CaseShowCommand.self, ReplyCommand.self, CaseNewCommand.self,
            CaseCodeCommand.self,
            CaseNoteCommand.self, CaseStatusCommand.self, CaseMilestoneCommand.self,
            CaseCloseCommand.self, CaseAftercareCommand.self, CaseHoldCommand.self,
            CaseEraseCommand.self, CaseSortCommand.self, CaseMergeCommand.self,
            CaseSplitCommand.self, CasePracticeCommand.self,
            CaseReferCommand.self, CaseHandOverCommand.self, CaseSketchCommand.self,
            CaseAccountCommand.self, CaseStatementCommand.self,
        ])

    @OptionGroup var language: LanguageOption
}
