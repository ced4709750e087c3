internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// When a counsellor reads, and how else she is reached.
struct HoursOptions: ParsableArguments {
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let weekdaysInDutch = ["ma", "di", "wo", "do", "vr", "za", "zo"]

    /// Given instead of a value, it takes the value away.
    private static let none = "none"

    @Option(
        help: ArgumentHelp(
            en: "Days on which you read: mon,tue,wed,thu,fri,sat,sun.",
            nl: "Dagen waarop u leest: ma,di,wo,do,vr,za,zo.", value: "days"))
    var reads: String?

    @Option(
        help: ArgumentHelp(
            en: "Absence, first and last day: 2026-12-20..2027-01-03; none ends it.",
            nl: "Afwezig, eerste en laatste dag: 2026-12-20..2027-01-03; none beëindigt het.",
            value: "days"))
    var absent: String?

    @Option(
        help: ArgumentHelp(
            en: "Who stands in meanwhile: the short name in the list; or none.",
            nl: "Wie er intussen vervangt: de korte naam in de lijst; of none.", value: "short-name"
        ))
    var replacement: String?

    @Option(
        help: ArgumentHelp(
            en: "A telephone number; or none.", nl: "Een telefoonnummer; of none.", value: "number")
    )
    var phone: String?

    @Option(
        help: ArgumentHelp(
            en: "Anything else, one line; or none.", nl: "Iets anders, één regel; of none.",
            value: "text"))
    var remark: String?

    /// The hours of before, with what the options say in its place.
    func changing(_ before: OfflineHome.Hours, _ texts: Texts) throws -> OfflineHome.Hours {
        var hours = before
        if let reads { hours.reads = try Self.weekdays(reads, texts) }
        if let absent {
            hours.absence = absent == Self.none ? nil : try Self.absence(absent, texts)
        }
        if let replacement { hours.replacement = replacement == Self.none ? nil : replacement }
        if let phone { hours.phone = phone == Self.none ? nil : phone }
        if let remark { hours.remark = remark == Self.none ? nil : remark }
        try texts.checkPlain([phone, remark].compactMap { $0 }, "--phone, --remark")
        return hours
    }

    /// - Parameter option: nil for what a person typed.
    static func weekdays(
        _ text: String, _ texts: Texts, option: String? = "--reads"
    ) throws -> [Int] {
        let names = text.lowercased().split(separator: ",").map(String.init)
        let numbers = Set(
            names.compactMap {
                weekdays.firstIndex(of: $0) ?? weekdaysInDutch.firstIndex(of: $0)
            })
        guard !numbers.isEmpty, numbers.count == names.count else {
            let known = texts.language == .nl ? weekdaysInDutch : weekdays
            throw texts.badValue(
                option, texts.failures.expected.days(known.joined(separator: ",")))
        }
        return numbers.sorted()
    }

    private static func absence(_ text: String, _ texts: Texts) throws -> ClosedRange<Day> {
        guard let dots = text.range(of: ".."), let first = Day(String(text[..<dots.lowerBound])),
            let last = Day(String(text[dots.upperBound...])), first <= last
        else {
            throw texts.badValue("--absent", texts.failures.expected.absence)
        }
        return first...last
    }
}

/// Signs a new hours note.
struct HoursCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours",
        abstract: help(
            en: "Say when you read, and when you are away.",
            nl: "Zeg wanneer u leest, en wanneer u weg bent."),
        discussion: help(
            en: "What is not named stays as it was.",
            nl: "Wat niet genoemd wordt, blijft zoals het was."))

    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var hours: HoursOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console, clock)
            let before = try home.lastHours() ?? OfflineHome.Hours(reads: [])
            let hours = try hours.changing(before, texts)
            do {
                _ = try home.renewHours(hours, today: currentDay())
            } catch is ReportingError {
                throw texts.usage(texts.failures.badHours)
            }
            console.print(texts.setUp.hoursRenewed)
            console.notice(texts.setUp.thenOutbox)
        }
    }
}
