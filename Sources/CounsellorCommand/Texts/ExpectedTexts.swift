/// What an option's value, or what is typed in its place, has to be.
struct ExpectedTexts: Sendable {
    /// What was typed, where no option is to be named.
    let this: String
    let shortName: String
    let days: @Sendable (_ names: String) -> String
    let absence: String
    let languages: String
    let twoSheets: String
}

extension ExpectedTexts {
    static let dutch = ExpectedTexts(
        this: "Dit", shortName: "1 tot 32 tekens, alleen a-z, 0-9 en -",
        days: { "een of meer van \($0), met een komma ertussen" },
        absence: "de eerste en laatste dag, zoals 2026-12-20..2027-01-03",
        languages: "nl, en, of nl,en", twoSheets: "twee keer gegeven, voor twee bladen")

    static let english = ExpectedTexts(
        this: "This", shortName: "1 to 32 characters, only a-z, 0-9 and -",
        days: { "one or more of \($0), with a comma between" },
        absence: "the first and last day, such as 2026-12-20..2027-01-03",
        languages: "nl, en, or nl,en", twoSheets: "given twice, for two sheets")
}
