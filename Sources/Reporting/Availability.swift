public import TransparencyLog

// What a reporter is told of counsellors before choosing: who is new, who can be written to, when she reads.

extension Roster.Counsellor {
    /// She and her keys are shown as new for so many days.
    static let newDays = 60

    /// Whether she, or a key of hers, is new here.
    public func isNew(on today: Day) -> Bool { today.number - since.number < Self.newDays }
}

extension HoursNote {
    /// One older than this is said to be old, in days.
    static let freshDays = 14

    /// Whether she has not looked at it for long.
    public func isOld(on today: Day) -> Bool { today.number - day.number > Self.freshDays }

    /// Her absence, unless it is over.
    public func absence(from today: Day) -> ClosedRange<Day>? {
        absence.flatMap { $0.upperBound >= today ? $0 : nil }
    }

    /// Her first reading day after today.
    ///
    /// Twelve weeks of absence is as far as anyone looks ahead: then the last day of them.
    func nextReading(after today: Day) -> Day {
        let ahead = (1...84).map { today.adding($0) }
        return ahead.first { reads.contains($0.weekday) && !(absence?.contains($0) ?? false) }
            ?? today.adding(84)
    }
}

/// Why a counsellor can't be written to.
public enum ReaderObstacle: Sendable, Equatable {
    /// She has published no recipient for this month.
    case noKey
    /// Her machine has not confirmed the list of readers, or her own keys.
    case notConfirmed
}

extension Organisation {
    /// Why she is not among `readers(in:log:)`; nil when she is.
    ///
    /// - Parameter offered: those who are.
    public func obstacle(
        to counsellor: Roster.Counsellor, in month: Month, offered: [Reader]
    ) -> ReaderObstacle? {
        if keys(of: counsellor.id)?.recipient(in: month) == nil { return .noKey }
        return offered.contains { $0.counsellor.id == counsellor.id } ? nil : .notConfirmed
    }

    /// Whether an earlier roster has her, with other keys or in another role: then what is new since
    /// `counsellor.since` is not the person.
    public func knewBefore(_ counsellor: Roster.Counsellor) -> Bool {
        rosters.dropFirst().contains { older in
            older.counsellor(counsellor.id).map { $0.since < counsellor.since } ?? false
        }
    }

    /// The day on which every one of `counsellors` should have read what was sent on `day`: one day after her next
    /// reading day.
    public func lookAgain(_ counsellors: [Roster.Counsellor], after day: Day) -> Day {
        let days = counsellors.map { counsellor in
            guard let hours = hours(of: counsellor.id), !hours.reads.isEmpty else {
                return day.adding(counsellor.fetchDays + 1)
            }
            return hours.nextReading(after: day).adding(1)
        }
        return days.max() ?? day.adding(1)
    }
}
