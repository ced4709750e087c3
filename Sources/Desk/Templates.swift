/// The templates, by the names they call each other.
enum Templates {
    private static var life: [String: [UInt8]] {
        [
            "case-details": PackageResources.case_details_mustache,
            "case-check": PackageResources.case_check_mustache,
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
            "drafts": PackageResources.drafts_mustache,
            "entered": PackageResources.entered_mustache,
            "unlock": PackageResources.unlock_mustache, "today": PackageResources.today_mustache,
            "cases": PackageResources.cases_mustache, "line": PackageResources.line_mustache,
            "case": PackageResources.case_mustache,
            "problem": PackageResources.problem_mustache,
            "exchange": PackageResources.exchange_mustache,
            "exchange-online": PackageResources.exchange_online_mustache,
            "cards": PackageResources.cards_mustache,
            "new-passphrase": PackageResources.new_passphrase_mustache,
            "recover": PackageResources.recover_mustache,
            "start": PackageResources.start_mustache,
            "restore": PackageResources.restore_mustache,
            "collector": PackageResources.collector_mustache,
            "unapproved": PackageResources.unapproved_mustache,
            "sticks": PackageResources.sticks_mustache,
            "organisations": PackageResources.organisations_mustache,
            "keeping": PackageResources.keeping_mustache,
            "first-steps": PackageResources.first_steps_mustache,
            "notices": PackageResources.notices_mustache,
            "sheets": PackageResources.sheets_mustache, "sheet": PackageResources.sheet_mustache,
            "backup": PackageResources.backup_mustache, "hours": PackageResources.hours_mustache,
            "passphrase": PackageResources.passphrase_mustache,
            "succession": PackageResources.succession_mustache,
            "end": PackageResources.end_mustache,
            "ceremony": PackageResources.ceremony_mustache,
            "ceremony-holder": PackageResources.ceremony_holder_mustache,
            "ceremony-made": PackageResources.ceremony_made_mustache,
            "ceremony-list": PackageResources.ceremony_list_mustache,
            "case-referral": PackageResources.case_referral_mustache,
            "refer": PackageResources.refer_mustache,
            "refer-preview": PackageResources.refer_preview_mustache,
            "conflict": PackageResources.conflict_mustache,
            "handed-away": PackageResources.handed_away_mustache,
            "colleagues": PackageResources.colleagues_mustache,
            "sketch": PackageResources.sketch_mustache,
            "sketch-print": PackageResources.sketch_print_mustache,
        ].merging(life) { $1 }.mapValues { String(decoding: $0, as: UTF8.self) }
    }
}
