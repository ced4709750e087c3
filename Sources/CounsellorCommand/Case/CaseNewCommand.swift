internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Enters a case that came by telephone, meeting or letter.
struct CaseNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: help(
            en: "Enter a case that came by phone, meeting or letter.",
            nl: "Voer een zaak in die kwam per telefoon, gesprek of brief."))

    @Option(
        help: ArgumentHelp(
            en: "phone, meeting or letter", nl: "phone, meeting of letter", value: "route"))
    var route: String
    @Option(
        help: ArgumentHelp(
            en: "The day it came, yyyy-mm-dd; else today.",
            nl: "De dag waarop het kwam, jjjj-mm-dd; anders vandaag.", value: "day"))
    var on: String?
    @Option(help: ArgumentHelp(en: "Its track.", nl: "Het spoor.", value: "track"))
    var track = "conversation"
    @Option(help: ArgumentHelp(en: "Its category.", nl: "De categorie.", value: "category"))
    var category: String?
    @Option(
        help: ArgumentHelp(
            en: "A file with what was told, for the reporter to check.",
            nl: "Een bestand met wat is verteld, dat de melder kan nakijken.", value: "file"))
    var accountFile: String?
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            let (route, track): (CaseRoute, Track) = (
                try known(route, "--route", texts), try known(track, "--track", texts)
            )
            guard CaseRoute.spoken.contains(route) else {
                throw texts.usage(texts.failures.badValue("--route", "phone, meeting, letter"))
            }
            let today = currentDay()
            var new = NewCase(
                route: route, day: try on.map { try day($0, "--on", texts) } ?? today, track: track)
            new.category = category.map { Category(rawValue: $0) }
            if let accountFile {
                new.account = try MessageOptions.text(at: accountFile, console)
            }
            let home = try home.open(texts, console, clock)
            let number = try home.add(new, today: today)
            if output.json {
                console.print(try json(CaseJSON(home.overview(number))))
            } else {
                console.print(texts.life.entered(number))
            }
        }
    }
}

/// Makes a receipt code for a case that has none, and shows it once.
struct CaseCodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: help(
            en: "Make a code for the reporter; it is shown once.",
            nl: "Maak een code om mee te geven; hij wordt één keer getoond."))

    @OptionGroup var options: CaseOptions

    func run() throws {
        try options.home.common.run { texts, console in
            let home = try options.home.open(texts, console, options.clock)
            let code = try home.giveCode(to: options.number, today: currentDay())
            let words = code.words(in: .list(for: texts.language))
            if options.output.json { return console.print(try json(["words": words])) }
            console.notice(wrapped(texts.life.codeAbout))
            console.print(words.joined(separator: " "))
            console.notice(try home.link())
        }
    }
}
