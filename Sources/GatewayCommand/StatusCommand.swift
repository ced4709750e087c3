internal import ArgumentParser
internal import DropBox
internal import Gateway
internal import Reporting
internal import Terminal
internal import TransparencyLog

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say what the folder holds: counts, sizes, serials, days.")

    @Argument(help: "A folder made by gateway init.")
    var folder: String

    func run() async throws {
        let (opened, status, board) = try await failing(folder: folder) {
            let opened = try GatewayFolder(folder)
            let dropBox = try opened.openDropBox(now: systemClock)
            return (
                opened, try await dropBox.status(),
                try NoticeBoard(notes: try await dropBox.notes(), identity: opened.identity)
            )
        }
        let console = Console(language: .en)
        console.print("gateway      \(opened.identity.address), origin \(opened.identity.origin)")
        if let roster = board.roster {
            console.print(
                """
                organisation \(inert(roster.organisation))
                roster       serial \(roster.serial), valid until \(roster.expires.text)
                """)
            for counsellor in roster.counsellors { console.print(line(of: counsellor, board)) }
        } else {
            console.print("roster       none published yet")
        }
        let count = { (kind: EntryKind) in status.counts[kind] ?? 0 }
        console.print(
            """
            stored       \(count(.report)) reports, \(count(.reply)) replies, \(count(.note)) notes
            pending      \(status.pendingCount)
            log          \(status.size) entries
            last closed  \(status.lastClosedDay?.text ?? "none")
            database     \(status.byteCount) bytes
            """)
    }

    private func line(of counsellor: Roster.Counsellor, _ board: NoticeBoard) -> String {
        let keys = board.keys.first { $0.counsellor == counsellor.id }
        let hours = board.hours.first { $0.counsellor == counsellor.id }
        let months = keys?.months.last.map { ", keys until \($0.month.text)" } ?? ", no keys yet"
        let day = hours.map { ", hours of \($0.day.text)" } ?? ", no hours yet"
        return "counsellor   \(counsellor.id)\(months)\(day)"
    }
}
