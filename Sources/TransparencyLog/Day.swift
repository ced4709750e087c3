// TransparencyLog: what two parties can check about the drop-box without trusting it.
// It holds signed notes, entries and days; it never reads a clock, a file or a socket.

/// A UTC calendar day, the finest time anything here knows.
public struct Day: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public let number: Int

    /// 9999-12-31, the last day there is a text for.
    public static let last = Month(year: 9999, month: 12).firstDay.adding(30)

    /// A day from its number of days since 1970-01-01.
    public init(number: Int) { self.number = number }

    /// The day that holds a moment, in seconds since 1970-01-01 00:00 UTC.
    public init(secondsSince1970 seconds: Int) {
        number = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    }

    /// The given day of a month, counted from 1; nil when that month has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Month(year: year, month: month).dayCount
        else { return nil }
        number = Month(year: year, month: month).firstDay.number + day - 1
    }

    /// Reads `2026-11-24`, and nothing looser.
    public init?(_ text: String) {
        let parts = text.parts(between: UInt8(ascii: "-"))
        guard text.utf8.count == 10, parts.count == 3, parts[0].utf8.count == 4,
            parts[1].utf8.count == 2, let year = decimal(parts[0]), let month = decimal(parts[1]),
            let day = decimal(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2026-11-24`.
    public var text: String {
        let month = month
        return month.text + "-" + twoDigits(number - month.firstDay.number + 1)
    }

    /// The month this day is in.
    public var month: Month {
        // Days to civil date over eras of 400 years that begin on 1 March.
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return Month(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month)
    }

    /// 0 Monday to 6 Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

    /// The day so many days later, or earlier when negative.
    public func adding(_ days: Int) -> Day { Day(number: number + days) }

    /// Earlier.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// A UTC calendar month.
public struct Month: Sendable, Hashable, Comparable {
    /// The year, 1 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int

    /// - Parameter month: 1 to 12.
    public init(year: Int, month: Int) {
        precondition((1...12).contains(month))
        self.year = year
        self.month = month
    }

    /// Reads `2026-11`, and nothing looser.
    public init?(_ text: String) {
        let parts = text.parts(between: UInt8(ascii: "-"))
        guard text.utf8.count == 7, parts.count == 2, parts[0].utf8.count == 4,
            let year = decimal(parts[0]), let month = decimal(parts[1]),
            year >= 1, (1...12).contains(month)
        else { return nil }
        self.init(year: year, month: month)
    }

    /// `2026-11`.
    public var text: String {
        let digits = String(year)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits + "-"
            + twoDigits(month)
    }

    /// Its first day.
    public var firstDay: Day {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Day(number: era * 146_097 + dayOfEra - 719_468)
    }

    /// Its last day.
    public var lastDay: Day { adding(1).firstDay.adding(-1) }

    /// How many days it has.
    public var dayCount: Int { adding(1).firstDay.number - firstDay.number }

    /// The month so many months later, or earlier when negative.
    public func adding(_ months: Int) -> Month {
        let index = year * 12 + month - 1 + months
        return Month(year: index / 12, month: index % 12 + 1)
    }

    /// Earlier.
    public static func < (left: Month, right: Month) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}

private func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
