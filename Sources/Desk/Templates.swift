/// The templates, by the names they call each other.
enum Templates {
    static var all: [String: String] {
        [
            "head": PackageResources.head_mustache, "foot": PackageResources.foot_mustache,
            "entered": PackageResources.entered_mustache,
            "unlock": PackageResources.unlock_mustache, "today": PackageResources.today_mustache,
            "cases": PackageResources.cases_mustache, "line": PackageResources.line_mustache,
            "case": PackageResources.case_mustache,
            "problem": PackageResources.problem_mustache,
            "exchange": PackageResources.exchange_mustache,
            "exchange-online": PackageResources.exchange_online_mustache,
            "cards": PackageResources.cards_mustache,
        ].mapValues { String(decoding: $0, as: UTF8.self) }
    }
}
