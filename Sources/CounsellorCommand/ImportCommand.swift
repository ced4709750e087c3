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
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var collector: CollectorOptions

    func run() throws {
        try home.common.run { texts, console in
            let mirror = Mirror(folder: self.mirror ?? collector.folder + "/mirror")
            _ = try mirror.notes()
            let result = try home.open(texts, console).importMirror(
                mirror, today: currentDay(), clockIsRight: clock.clockIsRight)
            if output.json {
                console.print(try json(ImportJSON(result)))
            } else {
                console.print(
                    result.messages == 0
                        ? texts.exchange.nothingNew
                        : texts.exchange.imported(result.messages, result.newCases))
                if result.posted > 0 { console.print(texts.exchange.posted(result.posted)) }
                if result.referrals > 0 {
                    console.print(texts.referral.received(result.referrals))
                }
                if result.referred > 0 { console.print(texts.referral.referred(result.referred)) }
            }
            warn(of: result, texts.exchange, console)
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

    private func warn(of result: ImportResult, _ texts: ExchangeTexts, _ console: Console) {
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

/// What was read in: counts, and days that end something; warnings are said besides, on the error output.
private struct ImportJSON: Encodable {
    let messages: Int
    let newCases: Int
    let posted: Int
    let notAuthentic: Int
    let movedFalsely: Int
    let malformed: Int
    let withoutKey: Int
    let referrals: Int
    let referred: Int
    let waitingAgain: Int
    let missing: Int
    @OrNull var fetched: String?
    @OrNull var answersUntil: String?
    @OrNull var keysUntil: String?

    init(_ result: ImportResult) {
        (messages, newCases, posted) = (result.messages, result.newCases, result.posted)
        (notAuthentic, malformed) = (result.notAuthentic, result.malformed)
        movedFalsely = result.movedFalsely + result.competing
        withoutKey = result.withoutKey.values.reduce(0, +)
        (referrals, referred) = (result.referrals, result.referred)
        waitingAgain = result.waitingAgain
        missing = result.missing + result.damaged.count
        fetched = result.fetched?.text
        answersUntil = result.scheduleEnds?.text
        keysUntil = result.lastPublishedMonth?.text
    }
}
