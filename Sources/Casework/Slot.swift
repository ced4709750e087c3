package import TransparencyLog

/// A place in a schedule, which is all that a file's name tells: `<day>-<n>.reply` or `<day>.report`.
package struct Slot: Sendable, Hashable, Comparable {
    /// The day on which it is posted.
    package let day: Day
    /// From 1 to the replies of a day; 0 is the report.
    package let number: Int

    /// A day's replies, from 1, and then 0 for its report.
    init(_ day: Day, _ number: Int) {
        self.day = day
        self.number = number
    }

    /// Reads a file's name; nil for any other.
    init?(name: String) {
        let end = name.index(name.startIndex, offsetBy: 10, limitedBy: name.endIndex)
        guard let end, let day = Day(String(name[..<end])) else { return nil }
        let digits = name[end...].dropFirst().prefix { $0 != "." }
        self.init(day, Int(digits) ?? 0)
        guard self.name == name else { return nil }
    }

    /// The file's name.
    package var name: String {
        number == 0
            ? day.text + Outbox.reportExtension
            : "\(day.text)-\(number)\(Outbox.replyExtension)"
    }

    /// The same place of another day.
    func moved(to day: Day) -> Slot { Slot(day, number) }

    package static func < (left: Slot, right: Slot) -> Bool {
        (left.day, left.number) < (right.day, right.number)
    }
}
