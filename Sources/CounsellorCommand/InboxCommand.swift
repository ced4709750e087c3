internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Lists the cases.
struct InboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: help(en: "List the cases (offline).", nl: "Noem de zaken (zonder internet)."))

    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let opened = try home.open(texts, console)
            let cases = try opened.cases()
            if cases.isEmpty { console.print(texts.cases.noCases) }
            let withdrawn = try opened.withdrawn()
            for summary in cases {
                let stops = withdrawn.contains(summary.number)
                console.print(
                    line(summary, texts) + (stops ? " · " + texts.cases.kinds("withdraw") : ""))
            }
            announce(try opened.renewals(), texts, console)
        }
    }

    /// What ends soon, and a key that was not made here.
    private func announce(
        _ renewals: OfflineHome.Renewals, _ texts: Texts, _ console: Console
    ) {
        let today = currentDay()
        let isNear = { (end: Day) in
            OfflineHome.Renewals.announced(end, today: today) != nil
        }
        if let day = renewals.foreignKeys { console.notice(texts.recovery.foreignKeys(day)) }
        if let day = renewals.foreignNotes { console.notice(texts.recovery.foreignNotes(day)) }
        if let end = renewals.rosterExpires, isNear(end) {
            console.notice(texts.exchange.rosterEnds(end.number - today.number))
        }
        if let last = renewals.lastMonth, isNear(last.lastDay) {
            console.notice(texts.exchange.keysEnd(last))
        }
    }

    private func line(_ summary: CaseSummary, _ texts: Texts) -> String {
        let state =
            summary.isClosed
            ? texts.cases.closed
            : summary.awaitsReply ? texts.cases.awaitsReply : texts.cases.answered
        let parts = [
            summary.hasAlarm ? texts.cases.alarm : "",
            summary.movedTo.isEmpty ? "" : texts.cases.moves.inCase(caseNumbers(summary.movedTo)),
            texts.cases.unseen(summary.unseen),
            texts.trackName(summary.track), texts.categoryName(summary.category),
        ].filter { !$0.isEmpty }
        let number = String(summary.number)
        let padding = String(repeating: " ", count: max(0, 4 - number.count))
        return padding + number + "  " + summary.lastDay.text + "  "
            + ([state] + parts).joined(separator: " · ")
    }
}

extension Texts {
    func categoryName(_ code: String) -> String {
        code.isEmpty ? "" : Category(rawValue: code).name(in: language)
    }

    func trackName(_ code: String) -> String {
        Track(rawValue: code)?.name(in: language) ?? inert(code)
    }
}
