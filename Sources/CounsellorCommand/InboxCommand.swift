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
                    texts.line(of: summary)
                        + (stops ? " · " + texts.cases.kinds("withdraw") : ""))
            }
            texts.announce(try opened.renewals(), console)
        }
    }
}

extension Texts {
    /// What ends soon, and a key that was not made here.
    func announce(_ renewals: OfflineHome.Renewals, _ console: Console) {
        let today = currentDay()
        let isNear = { (end: Day) in
            OfflineHome.Renewals.announced(end, today: today) != nil
        }
        if let day = renewals.foreignKeys { console.notice(recovery.foreignKeys(day)) }
        if let day = renewals.foreignNotes { console.notice(recovery.foreignNotes(day)) }
        if let end = renewals.rosterExpires, isNear(end) {
            console.notice(exchange.rosterEnds(end.number - today.number))
        }
        if let last = renewals.lastMonth, isNear(last.lastDay) {
            console.notice(exchange.keysEnd(last))
        }
    }

    /// A case in a list.
    func line(of summary: CaseSummary) -> String {
        let state =
            summary.isClosed
            ? cases.closed
            : summary.awaitsReply ? cases.awaitsReply : cases.answered
        let parts = [
            summary.hasAlarm ? cases.alarm : "",
            summary.movedTo.isEmpty ? "" : cases.moves.inCase(caseNumbers(summary.movedTo)),
            cases.unseen(summary.unseen),
            trackName(summary.track), categoryName(summary.category),
        ].filter { !$0.isEmpty }
        let number = String(summary.number)
        let padding = String(repeating: " ", count: max(0, 4 - number.count))
        return padding + number + "  " + summary.lastDay.text + "  "
            + ([state] + parts).joined(separator: " · ")
    }

    func categoryName(_ code: String) -> String {
        code.isEmpty ? "" : Category(rawValue: code).name(in: language)
    }

    func trackName(_ code: String) -> String {
        Track(rawValue: code)?.name(in: language) ?? inert(code)
    }
}
