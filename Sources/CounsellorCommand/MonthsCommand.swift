internal import ArgumentParser
internal import Casework
internal import Terminal
internal import TransparencyLog

/// Makes month keys ahead and signs a note of them.
struct MonthsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "months",
        abstract: help(
            en: "Make keys for the months ahead.", nl: "Maak sleutels voor de komende maanden."))
    static let defaultCount = NewCounsellor.usualMonths

    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    @Option(
        help: ArgumentHelp(
            en: "Months to have keys for, this one included.",
            nl: "Aantal maanden om sleutels voor te hebben, met deze erbij.", value: "count"))
    var count = MonthsCommand.defaultCount

    func run() throws {
        try home.common.run { texts, console in
            let count = try Self.checked(count, texts)
            _ = try home.open(texts, console, clock).renewKeys(today: currentDay(), count: count)
            console.print(texts.setUp.monthsRenewed(currentDay().month.adding(count - 1)))
            console.notice(texts.setUp.thenOutbox)
        }
    }

    static func checked(_ count: Int, _ texts: Texts) throws -> Int {
        guard (1...24).contains(count) else {
            throw texts.usage(texts.failures.badValue("--months, --count", "1–24"))
        }
        return count
    }
}
