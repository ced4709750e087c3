internal import ArgumentParser
internal import Casework
internal import Sodium
internal import Terminal

/// Makes a case part of another, or takes it out again.
struct CaseMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: help(
            en: "Make a case part of another of the same reporter.",
            nl: "Maak een zaak deel van een andere van dezelfde melder."),
        discussion: help(
            en: "Where the reporter did not prove both codes, say how you know.",
            nl: "Waar de melder niet beide codes bewees, zegt u hoe u het weet."))

    @OptionGroup var options: CaseOptions
    @Option(
        help: ArgumentHelp(
            en: "The case it becomes part of.", nl: "De zaak waar hij deel van wordt.",
            value: "number"))
    var into: Int?
    @Option(help: ArgumentHelp(en: "How you know.", nl: "Hoe u het weet.", value: "text"))
    var reason = ""
    @Flag(help: ArgumentHelp(en: "Take it out again.", nl: "Haal hem er weer uit.")) var undo =
        false

    func run() throws {
        let texts = options.home.common.texts
        guard undo == (into == nil) else { throw texts.usage(texts.life.intoOrUndo) }
        try options.change(saying: { $0.saved(options.number) }) { home, today in
            if let into {
                try home.merge(options.number, into: into, reason: reason, today: today)
            } else {
                try home.unmerge(options.number, today: today)
            }
        }
    }
}

/// Moves messages that are about another matter to a case of their own.
struct CaseSplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: help(
            en: "Give messages about another matter a case of their own.",
            nl: "Geef berichten over iets anders een eigen zaak."))

    @OptionGroup var options: CaseOptions
    @Option(
        help: ArgumentHelp(
            en: "A message, by its hash from 'case show --json'; may be repeated.",
            nl: "Een bericht, met zijn hash uit 'case show --json'; mag vaker.", value: "hash"))
    var message: [String]

    func run() throws {
        try options.home.common.run { texts, console in
            let hashes = try message.map { text in
                guard let hash = Hex.decode(text) else {
                    throw texts.usage(texts.failures.badValue("--message", "hash"))
                }
                return hash
            }
            let home = try options.home.open(texts, console, options.clock)
            let new = try home.split(hashes, from: options.number, today: currentDay())
            if options.output.json {
                console.print(try json(CaseJSON(home.overview(new))))
            } else {
                console.print(texts.life.entered(new))
            }
        }
    }
}
