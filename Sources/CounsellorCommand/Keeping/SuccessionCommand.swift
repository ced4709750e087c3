internal import ArgumentParser
internal import Casework
internal import Desk
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Leaving, or being away for long: every reporter with an open case is asked who may go on.
struct SuccessionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "succession",
        abstract: help(
            en: "Tell the reporters of all open cases who goes on (offline).",
            nl: "Vertel de melders van alle open zaken wie verdergaat (zonder internet)."),
        discussion: help(
            en: """
                Each reads it in the conversation, and chooses whether the case may be shared. \
                Without a yes nothing is. Without --to it is said which cases can be told. Name \
                nothing of a case: all read the same. Answers go one a day, so begin in time.
                """,
            nl: """
                Iedereen leest het in het eigen gesprek, en kiest of de zaak gedeeld mag worden. \
                Zonder ja wordt er niets gedeeld. Zonder --to staat er welke zaken het kunnen horen. \
                Noem niets uit een zaak: iedereen leest hetzelfde. Er gaat één antwoord per dag uit; \
                begin dus op tijd.
                """))

    @Option(
        help: ArgumentHelp(
            en: "Who goes on (short name in the list).",
            nl: "Wie verdergaat (korte naam in de lijst).", value: "short-name"))
    var to: String?
    @Option(
        help: ArgumentHelp(
            en: """
                A file with what reporters read, in the place of the usual words; - is standard \
                input.
                """,
            nl: """
                Een bestand met wat melders lezen, in plaats van de gewone woorden; - is \
                standaardinvoer.
                """,
            value: "file"))
    var messageFile: String?
    @Flag(
        help: ArgumentHelp(
            en: "Only show what reporters would read.",
            nl: "Toon alleen wat melders zouden lezen."))
    var preview = false
    @Flag(help: ArgumentHelp(en: "Don't ask; for scripts.", nl: "Vraag niets; voor scripts."))
    var yes = false
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            guard to != nil || !(preview || yes || messageFile != nil) else {
                throw texts.usage(texts.keeping.toWhom)
            }
            let home = try home.open(texts, console, clock)
            guard let to else { return try show(home, texts, console) }
            guard let successor = try home.listedColleagues().first(where: { $0.id == to }) else {
                throw CaseworkError.referral(.cannotReceive(id: to))
            }
            let words =
                try messageFile.map { try MessageOptions.text(at: $0, console) }
                ?? SharedWords(texts.language).successionLetter(naming: successor.name)
            var cases = try home.succession()
            if !preview {
                if !yes {
                    console.notice(inert(words, lines: true) + "\n")
                    let question = texts.keeping.writeToAll(cases.told.count)
                    guard try console.confirm(question, option: "--yes") else {
                        throw CommandFailure(texts.keeping.nothingWritten)
                    }
                }
                let language = texts.language
                cases = try home.together {
                    try $0.announceSuccession(
                        to: to, text: words, in: language, today: currentDay())
                }
            }
            if output.json {
                return console.print(
                    try json(SuccessionJSON(cases, to: to, words: words, isWritten: !preview)))
            }
            if preview {
                console.print(texts.referral.reporterReads)
                console.print(inert(words, lines: true))
            }
            say(cases, isWritten: !preview, texts, console)
            if !preview { console.notice(texts.cases.thenOutbox) }
        }
    }

    private func show(_ home: OfflineHome, _ texts: Texts, _ console: Console) throws {
        let (cases, colleagues) = (try home.succession(), try home.listedColleagues())
        if output.json {
            return console.print(
                try json(SuccessionJSON(cases, to: nil, words: nil, isWritten: false)))
        }
        say(cases, isWritten: false, texts, console)
        if colleagues.isEmpty { console.print(texts.keeping.nobodyElse) }
        for one in colleagues {
            console.print("  \(one.id)  \(inert(one.name)), \(texts.setUp.roles(one.role))")
        }
    }

    private func say(
        _ cases: OfflineHome.SuccessionTold, isWritten: Bool, _ texts: Texts, _ console: Console
    ) {
        console.print(
            isWritten
                ? texts.keeping.told(cases.told.count) : texts.keeping.canBeTold(cases.told.count))
        if !cases.untold.isEmpty {
            console.notice(texts.keeping.untold(caseNumbers(cases.untold)))
        }
    }
}

private struct SuccessionJSON: Encodable {
    @OrNull var to: String?
    @OrNull var words: String?
    /// Whether it stands in the conversations of `told` now.
    let written: Bool
    /// Cases that were told or, before, that can be.
    let told: [Int]
    /// Nothing can be sealed to these, or too much would go along.
    let untold: [Int]

    init(_ cases: OfflineHome.SuccessionTold, to: String?, words: String?, isWritten: Bool) {
        self.to = to
        self.words = words
        written = isWritten
        (told, untold) = (cases.told, cases.untold)
    }
}
