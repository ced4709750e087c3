internal import ArgumentParser
internal import Casework
internal import Terminal
internal import TransparencyLog

/// Writes what is to be posted to a folder.
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: help(
            en: "Get answers ready in a folder (offline).",
            nl: "Zet antwoorden klaar in een map (zonder internet)."),
        discussion: help(
            en: """
                The folder gets as many files for each of 30 days whether you have answered or \
                not; nobody can see which are answers. Yours go first. What was not sent of an \
                earlier folder is replaced.
                """,
            nl: """
                De map krijgt voor elk van 30 dagen evenveel bestanden, of u nu hebt geantwoord of \
                niet; niemand kan zien welke antwoorden zijn. Die van u gaan eerst. Wat van een \
                eerdere map niet is verstuurd, wordt vervangen.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "A folder, such as one on a stick.", nl: "Een map, bijvoorbeeld op een stick.",
            value: "folder")) var folder: String
    @Flag(
        help: ArgumentHelp(
            en: """
                Send waiting answers at once, besides the daily files. For danger: that there was \
                something to say today can then be seen.
                """,
            nl: """
                Verstuur wachtende antwoorden meteen, naast de dagelijkse bestanden. Voor gevaar: \
                dat er vandaag iets te zeggen was, is dan te zien.
                """))
    var now = false
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            let handed = try home.open(texts, console, clock)
                .handOver(to: folder, today: currentDay(), atOnce: now)
            if output.json {
                console.print(try json(OutboxJSON(handed)))
            } else {
                report(handed, texts)
            }
            warn(of: handed, texts.exchange, console)
            if handed.referralsWaiting > 0 {
                console.notice(wrapped(texts.referral.waiting(handed.referralsWaiting)))
            }
        }
    }

    private func report(_ handed: OfflineHome.HandedOver, _ texts: Texts) {
        let (console, exchange) = (home.common.console, texts.exchange)
        let days = handed.scheduleEnds == nil ? 0 : OfflineHome.scheduleDayCount
        console.print(exchange.handedOver(days, handed.notes, folder))
        if let last = handed.lastReply { console.print(exchange.scheduled(handed.scheduled, last)) }
        if handed.referrals > 0 {
            console.print(texts.referral.scheduled(handed.referrals, handed.lastReferral))
        }
    }

    private func warn(
        of handed: OfflineHome.HandedOver, _ texts: ExchangeTexts, _ console: Console
    ) {
        if handed.atOnce > 0 { console.notice(texts.sentAtOnce(handed.atOnce)) }
        if handed.waiting > 0 { console.notice(texts.noRoom(handed.waiting)) }
        if !handed.full.isEmpty {
            console.notice(
                texts.noNumbers(handed.full.sorted().map(String.init).joined(separator: ", ")))
        }
    }
}

/// What was got ready; warnings are said besides, on the error output.
private struct OutboxJSON: Encodable {
    let answers: Int
    let answersAtOnce: Int
    let answersWaiting: Int
    let referrals: Int
    let referralsWaiting: Int
    let notes: Int
    /// Numbers of cases that have answers left and no place for them.
    let full: [Int]
    @OrNull var lastAnswer: String?
    @OrNull var until: String?

    init(_ handed: OfflineHome.HandedOver) {
        (answers, answersAtOnce) = (handed.scheduled, handed.atOnce)
        answersWaiting = handed.waiting
        (referrals, referralsWaiting) = (handed.referrals, handed.referralsWaiting)
        (notes, full) = (handed.notes, handed.full.sorted())
        lastAnswer = handed.lastReply?.text
        until = handed.scheduleEnds?.text
    }
}
