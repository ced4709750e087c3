internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Terminal
internal import TransparencyLog

/// When a counsellor reads, and how else she is reached.
struct HoursOptions: ParsableArguments {
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    @Option(help: "Days on which you read: mon,tue,wed,thu,fri,sat,sun.")
    var reads = "mon,thu"

    @Option(help: "Absence, first and last day: 2026-12-20..2027-01-03.")
    var absent: String?

    @Option(help: "Who stands in meanwhile: the short name in the list.")
    var replacement: String?

    @Option(help: "A telephone number.")
    var phone: String?

    @Option(help: "Anything else, one line.")
    var remark: String?

    func hours(_ texts: Texts) throws -> OfflineHome.Hours {
        let names = reads.lowercased().split(separator: ",").map(String.init)
        let numbers = Set(names.compactMap { Self.weekdays.firstIndex(of: $0) })
        guard numbers.count == names.count else {
            throw texts.usage(
                texts.failures.badValue("--reads", Self.weekdays.joined(separator: ",")))
        }
        var absence: ClosedRange<Day>?
        if let absent {
            guard let dots = absent.range(of: ".."),
                let first = Day(String(absent[..<dots.lowerBound])),
                let last = Day(String(absent[dots.upperBound...])), first <= last
            else {
                throw texts.usage(
                    texts.failures.badValue("--absent", "2026-12-20..2027-01-03"))
            }
            absence = first...last
        }
        return OfflineHome.Hours(
            reads: numbers.sorted(), absence: absence, replacement: replacement, phone: phone,
            remark: remark)
    }
}

/// Signs a new hours note.
struct HoursCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours", abstract: "Say when you read, and when you are away.")

    @OptionGroup var home: HomeOptions
    @OptionGroup var hours: HoursOptions

    func run() throws {
        try home.common.run { texts, console in
            let hours = try hours.hours(texts)
            _ = try home.open(texts, console).renewHours(hours, today: currentDay())
            console.print(texts.setUp.hoursRenewed)
            console.notice(texts.setUp.thenOutbox)
        }
    }
}
