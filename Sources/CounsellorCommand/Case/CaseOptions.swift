internal import ArgumentParser
internal import Casework
internal import Terminal
internal import TransparencyLog

/// How what was found or done is said.
struct JSONOption: ParsableArguments {
    @Flag(help: ArgumentHelp(en: "Say it as JSON.", nl: "Zeg het als JSON.")) var json = false
}

/// A case, and how what is done with it is said.
struct CaseOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(en: "The case's number.", nl: "Het nummer van de zaak.", value: "number")
    ) var number: Int
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    /// Opens the home, changes the case, and says so: the sentence, or the case as JSON.
    func change(
        saying said: (LifeTexts) -> String, _ body: (OfflineHome, Day) throws -> Void
    ) throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console, clock)
            try body(home, currentDay())
            if output.json {
                console.print(try json(CaseJSON(home.overview(number))))
            } else {
                console.print(said(texts.life))
            }
        }
    }
}

/// A code among those known; of others the known ones are named.
func known<Code: RawRepresentable & CaseIterable>(
    _ code: String, _ option: String, _ texts: Texts
) throws -> Code where Code.RawValue == String {
    guard let found = Code(rawValue: code) else {
        let all = Code.allCases.map(\.rawValue).joined(separator: ", ")
        throw texts.usage(texts.failures.badValue(option, all))
    }
    return found
}

/// A day as `yyyy-mm-dd`.
func day(_ text: String, _ option: String, _ texts: Texts) throws -> Day {
    guard let day = Day(text) else {
        throw texts.usage(texts.failures.badValue(option, "2026-11-24"))
    }
    return day
}
