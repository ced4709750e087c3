internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal

/// Says how far a case is, its track, its category, and what became of it.
struct CaseStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: help(
            en: "Set status, track, category or outcome.",
            nl: "Zet status, spoor, categorie of uitkomst."))

    @Option(
        help: ArgumentHelp(
            en: "received, assessed, addressed, concluded",
            nl: "received, assessed, addressed, concluded", value: "status"))
    var status: String?
    @Option(
        help: ArgumentHelp(
            en: "conversation, complaint, wbk", nl: "conversation, complaint, wbk", value: "track"))
    var track: String?
    @Option(
        help: ArgumentHelp(
            en: "Its code, such as bullying.", nl: "De code, zoals bullying.", value: "category"))
    var category: String?
    @Option(
        help: ArgumentHelp(
            en: "What became of it, such as advice.", nl: "Wat ervan kwam, zoals advice.",
            value: "outcome"))
    var outcome: String?
    @OptionGroup var options: CaseOptions

    func run() throws {
        let texts = options.home.common.texts
        var details = CaseDetails()
        details.status = try status.map { try known($0, "--status", texts) }
        details.track = try track.map { try known($0, "--track", texts) }
        details.outcome = try outcome.map { try known($0, "--outcome", texts) }
        if let category {
            details.category = Category(rawValue: category)
            guard details.category?.isKnown == true else {
                let all = Category.all.map(\.rawValue).joined(separator: ", ")
                throw texts.usage(texts.failures.badValue("--category", all))
            }
        }
        try options.change(saying: { $0.saved(options.number) }) { home, today in
            try home.set(details, of: options.number, today: today)
        }
    }
}

/// Records a step of a case's track.
struct CaseMilestoneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milestone",
        abstract: help(
            en: "Record the day of a step, such as hearing.",
            nl: "Leg de dag van een stap vast, zoals hearing."),
        discussion: Track.allCases.map {
            "\($0.rawValue): " + $0.milestones.joined(separator: ", ")
        }.joined(separator: "\n"))

    @OptionGroup var options: CaseOptions
    @Argument(help: ArgumentHelp(en: "The step.", nl: "De stap.", value: "step")) var step: String
    @Option(
        help: ArgumentHelp(
            en: "Its day, yyyy-mm-dd; else today.", nl: "De dag, jjjj-mm-dd; anders vandaag.",
            value: "day"))
    var on: String?
    @Flag(help: ArgumentHelp(en: "Take it back.", nl: "Haal hem weg.")) var remove = false

    func run() throws {
        let on = try on.map { try day($0, "--on", options.home.common.texts) }
        try options.change(saying: { $0.saved(options.number) }) { home, today in
            if remove {
                try home.remove(milestone: step, of: options.number)
            } else {
                try home.record(
                    milestone: step, in: options.number, on: on ?? today, today: today)
            }
        }
    }
}
