/// The templates, by the names they call each other.
enum Templates {
    static var all: [String: String] {
        [
            "head": PackageResources.head_mustache, "foot": PackageResources.foot_mustache,
            "entered": PackageResources.entered_mustache,
            "unlock": PackageResources.unlock_mustache, "today": PackageResources.today_mustache,
            "cases": PackageResources.cases_mustache, "line": PackageResources.line_mustache,
            "case": PackageResources.case_mustache,
            "exchange": PackageResources.exchange_mustache,
            "cards": PackageResources.cards_mustache,
            "case-referral": PackageResources.case_referral_mustache,
            "refer": PackageResources.refer_mustache,
            "refer-preview": PackageResources.refer_preview_mustache,
            "conflict": PackageResources.conflict_mustache,
            "colleagues": PackageResources.colleagues_mustache,
            "sketch": PackageResources.sketch_mustache,
            "sketch-print": PackageResources.sketch_print_mustache,
        ].mapValues { String(decoding: $0, as: UTF8.self) }
    }
}
