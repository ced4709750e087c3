/// The templates, by the names they call each other.
enum Templates {
    private static var life: [String: [UInt8]] {
        [
            "case-details": PackageResources.case_details_mustache,
            "case-life": PackageResources.case_life_mustache,
            "case-joining": PackageResources.case_joining_mustache,
            "case-marks": PackageResources.case_marks_mustache,
            "case-unanswerable": PackageResources.case_unanswerable_mustache,
            "today-life": PackageResources.today_life_mustache,
            "new": PackageResources.new_mustache,
            "code-card": PackageResources.code_card_mustache,
            "templates": PackageResources.templates_mustache,
            "contacts": PackageResources.contacts_mustache,
            "settings": PackageResources.settings_mustache,
            "statement": PackageResources.statement_mustache,
            "account": PackageResources.account_mustache,
        ]
    }

    static var all: [String: String] {
        [
            "head": PackageResources.head_mustache, "foot": PackageResources.foot_mustache,
            "entered": PackageResources.entered_mustache,
            "unlock": PackageResources.unlock_mustache, "today": PackageResources.today_mustache,
            "cases": PackageResources.cases_mustache, "line": PackageResources.line_mustache,
            "case": PackageResources.case_mustache,
            "exchange": PackageResources.exchange_mustache,
            "cards": PackageResources.cards_mustache,
        ].merging(life) { $1 }.mapValues { String(decoding: $0, as: UTF8.self) }
    }
}
