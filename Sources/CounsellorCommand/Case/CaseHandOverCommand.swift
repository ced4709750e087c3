internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Hands a case over in one step, because it is about her or someone close to her.
struct CaseHandOverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-over",
        abstract: help(
            en: "I know this person, or it is about me: hand the case over (offline).",
            nl: "Ik ken deze persoon, of het gaat over mij: draag de zaak over (zonder internet)."),
        discussion: help(
            en: """
                Nothing of the case is shown. All messages and answers go along, your notes \
                don't; the reporter is told, without why; then it is erased here.
                """,
            nl: """
                Er wordt niets van de zaak getoond. Alle berichten en antwoorden gaan mee, uw \
                aantekeningen niet; de melder hoort het, zonder waarom; daarna wordt het hier gewist.
                """))

    @Option(
        help: ArgumentHelp(
            en: "To someone not involved (short name in the list).",
            nl: "Aan iemand die er niet bij betrokken is (korte naam in de lijst).",
            value: "short-name")) var to: String
    @OptionGroup var options: ReferralOptions

    func run() throws {
        try options.home.common.run { texts, console in
            let home = try options.home.open(texts, console, options.clock)
            let file = try home.caseFile(options.number)
            let words =
                try options.words(console) ?? options.usualWords(file, texts).toldOfConflict
            try home.refer(
                options.number, without: .conflict,
                OfflineHome.ReferralRequest(
                    to: to, text: ReferralText(texts.language).text(file, [], .all(of: file)),
                    words: words, atOnce: options.now), today: currentDay())
            try options.say(home, texts, console)
        }
    }
}
