internal import ArgumentParser
internal import Casework
internal import Terminal

/// What cases are named, and what came of it.
struct CaseNumbersJSON: Encodable {
    let cases: [Int]
}

/// Erases closed cases on their day.
struct CaseEraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: help(
            en: "Erase closed cases whose day has come.",
            nl: "Wis afgesloten zaken waarvan de dag er is."),
        discussion: help(
            en: """
                Nothing of them stays in the vault but a count of their kind. Backups keep them: \
                make a new one.
                """,
            nl: """
                Er blijft niets van in de kluis dan een telling van hun soort. Back-ups houden ze: \
                maak een nieuwe.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "Their numbers.", nl: "Hun nummers.", value: "numbers"))
    var numbers: [Int] = []
    @Flag(
        help: ArgumentHelp(
            en: "All whose day has come and for which nothing waits.",
            nl: "Alle waarvan de dag er is en waar niets meer op wacht."))
    var due = false
    @Flag(help: ArgumentHelp(en: "Also before their day.", nl: "Ook vóór hun dag.")) var early =
        false
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            guard due != !numbers.isEmpty else { throw texts.usage(texts.life.whichToErase) }
            let home = try home.open(texts, console, clock)
            let today = currentDay()
            let chosen =
                due
                ? try home.today(today).erasures.filter(\.mayGo).map(\.number) : numbers
            try home.erase(chosen, today: today, early: early)
            if output.json { return console.print(try json(CaseNumbersJSON(cases: chosen))) }
            console.print(texts.life.erased(chosen.count))
        }
    }
}

/// Sets spam and threats apart, or takes them back.
struct CaseSortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sort",
        abstract: help(
            en: "Set cases apart as spam or threat, outside the figures; or take them back.",
            nl: "Zet zaken apart als spam of bedreiging, buiten de cijfers; of haal ze terug."))

    @Argument(help: ArgumentHelp(en: "Their numbers.", nl: "Hun nummers.", value: "numbers"))
    var numbers: [Int]
    @Option(
        help: ArgumentHelp(
            en: "spam, threat, or case", nl: "spam, threat of case", value: "kind"))
    var `as`: String
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let kind: SortedOut? = `as` == "case" ? nil : try known(`as`, "--as", texts)
            let home = try home.open(texts, console)
            try home.sort(numbers, as: kind, today: currentDay())
            if output.json { return console.print(try json(CaseNumbersJSON(cases: numbers))) }
            console.print(texts.life.sorted(numbers.count))
            if kind == .threat { console.notice(wrapped(texts.life.threatHelp)) }
        }
    }
}
