internal import ArgumentParser
internal import Casework
internal import Terminal
internal import TransparencyLog

/// Opens what a mirror has, into the vault.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: help(
            en: "Open fetched messages (offline).",
            nl: "Lees opgehaalde berichten in (zonder internet)."))
    /// From so many days before its end the roster's is said.
    private static let rosterWarningDays = 90

    /// From so many days before its end the schedule's is said.
    static let scheduleWarningDays = 7

    /// A mirror older than this is said: it is stale, or a clock is wrong.
    private static let staleDays = 14

    @Argument(
        help: ArgumentHelp(
            en: "The folder with what was fetched (default: mirror in the online folder).",
            nl: "De map met wat is opgehaald (anders mirror in de online map).", value: "folder"))
    var mirror: String?
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var collector: CollectorOptions

    func run() throws {
        try home.common.run { texts, console in
            let mirror = Mirror(folder: self.mirror ?? collector.folder + "/mirror")
            _ = try mirror.notes()
            let result = try home.open(texts, console).importMirror(
                mirror, today: currentDay(), clockIsRight: clock.clockIsRight)
            report(result, texts.exchange, console)
            if result.referrals > 0 { console.print(texts.referral.received(result.referrals)) }
            if result.referred > 0 { console.print(texts.referral.referred(result.referred)) }
            guard result.isComplete else {
                let sentence = texts.failures.incompleteMirror(
                    result.missing + result.damaged.count,
                    result.damaged.first ?? result.firstMissing ?? mirror.folder)
                throw CommandFailure(
                    sentence.message, hint: sentence.hint,
                    status: CommandFailure.Status.badInput)
            }
        }
    }

    private func report(_ result: ImportResult, _ texts: ExchangeTexts, _ console: Console) {
        console.print(
            result.messages == 0
                ? texts.nothingNew : texts.imported(result.messages, result.newCases))
        if result.posted > 0 { console.print(texts.posted(result.posted)) }
        if result.notAuthentic > 0 { console.notice(texts.notAuthentic(result.notAuthentic)) }
        if result.moved > 0 { console.notice(texts.moved(result.moved)) }
        let alarming = result.movedFalsely + result.competing
        if alarming > 0 { console.notice(texts.movesAlarm(alarming)) }
        if result.malformed > 0 { console.notice(texts.malformed(result.malformed)) }
        for (month, count) in result.withoutKey.sorted(by: { $0.key < $1.key }) {
            console.notice(texts.withoutKey(count, month))
        }
        if result.waitingAgain > 0 { console.notice(texts.waitingAgain(result.waitingAgain)) }
        if !result.destroyed.isEmpty {
            console.notice(
                texts.destroyed(result.destroyed.map(\.text).joined(separator: ", ")))
        }
        if !result.isListed {
            console.notice(texts.notListed(result.rosterSerial))
        } else if let last = result.lastPublishedMonth {
            if !result.hasCurrentKey {
                console.notice(texts.noCurrentKey(currentDay().month))
            } else if last < currentDay().month.adding(2) {
                console.notice(texts.keysEnd(last))
            }
        } else {
            console.notice(texts.keysUnpublished)
        }
        if let day = result.fetched, currentDay().number - day.number > Self.staleDays {
            console.notice(texts.stale(day, currentDay()))
        }
        if let end = result.scheduleEnds,
            end.number - currentDay().number < Self.scheduleWarningDays
        {
            console.notice(texts.scheduleEnds(end))
        }
        if result.rosterDaysLeft <= Self.rosterWarningDays {
            console.notice(texts.rosterEnds(result.rosterDaysLeft))
        }
    }
}
