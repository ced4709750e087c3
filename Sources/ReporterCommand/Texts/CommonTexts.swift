internal import Reporting
internal import TransparencyLog

/// Words that stand in other sentences: days, roles, lists.
struct CommonTexts: Sendable {
    /// Monday first.
    let weekdays: [String]
    /// January first.
    let months: [String]
    let and: String
    let roles: @Sendable (Roster.Counsellor.Role) -> String
    let languages: @Sendable (Language) -> String
    let tryAgain: String
    let stopped: String

    /// "dinsdag 24 november 2026".
    func day(_ day: Day) -> String {
        let number = day.number - day.month.firstDay.number + 1
        return "\(weekdays[day.weekday]) \(number) \(month(day.month))"
    }

    /// "november 2026".
    func month(_ month: Month) -> String { "\(months[month.month - 1]) \(month.year)" }

    /// "a, b en c".
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(and) " + last
    }

    static let dutch = CommonTexts(
        weekdays: [
            "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        ],
        months: [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
            "oktober", "november", "december",
        ],
        and: "en",
        roles: { role in
            switch role {
            case .internal: "werkt bij de organisatie"
            case .external: "van buiten de organisatie"
            case .deputy: "vervanger"
            }
        },
        languages: { language in
            switch language {
            case .nl: "Nederlands"
            case .en: "Engels"
            }
        },
        tryAgain: "Nu opnieuw proberen? (ja/nee)",
        stopped: "Gestopt. Er is niets verstuurd.")

    static let english = CommonTexts(
        weekdays: [
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        ],
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ],
        and: "and",
        roles: { role in
            switch role {
            case .internal: "works in the organisation"
            case .external: "from outside the organisation"
            case .deputy: "stands in for another"
            }
        },
        languages: { language in
            switch language {
            case .nl: "Dutch"
            case .en: "English"
            }
        },
        tryAgain: "Try again now? (yes/no)",
        stopped: "Stopped. Nothing was sent.")
}
