internal import ArgumentParser
internal import DropBox
internal import Gateway
internal import Reporting
internal import Terminal
internal import TransparencyLog

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: help(
            en: "Say what the folder holds: counts, sizes, serials, days.",
            nl: "Zeg wat er in de map staat: aantallen, groottes, nummers, dagen."),
        discussion: help(
            en: """
                A store that is older than what was signed, or damaged, is said last; the exit \
                status is then 65.
                """,
            nl: """
                Is de drop-box ouder dan wat is ondertekend, of beschadigd, dan staat dat onderaan; \
                de exitstatus is dan 65.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "A folder made by gateway init.", nl: "Een map die gateway init heeft gemaakt.",
            value: "folder"))
    var folder: String

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let (opened, dropBox, status, board, kept) = try await failing(folder: folder) {
            let opened = try GatewayFolder(folder)
            let dropBox = try opened.openDropBox(isLogChecked: false, now: systemClock)
            return (
                opened, dropBox, try await dropBox.status(),
                try NoticeBoard(notes: try await dropBox.notes(), identity: opened.identity),
                try await dropBox.keptBeyondRetention(identity: opened.identity)
            )
        }
        let texts = GatewayTexts.here.status
        let console = Console(language: .ofCommandLine)
        let width = texts.labels.values.map(\.count).max() ?? 0
        func line(_ label: GatewayTexts.StatusTexts.Label, _ text: String) {
            let name = texts.labels[label] ?? ""
            console.print(
                name + String(repeating: " ", count: width + 1 - name.count) + inert(text))
        }
        line(.gateway, texts.origin(opened.identity.address, opened.identity.origin))
        if let roster = board.roster {
            line(.organisation, roster.organisation)
            line(.roster, texts.roster(roster.serial, roster.expires))
            for counsellor in roster.counsellors {
                let keys = board.keys.first { $0.counsellor == counsellor.id }
                let hours = board.hours.first { $0.counsellor == counsellor.id }
                let parts = [
                    counsellor.id, texts.keys(keys?.months.last?.month), texts.hours(hours?.day),
                ]
                line(.counsellor, parts.joined(separator: ", "))
            }
        } else {
            line(.roster, texts.noRoster)
        }
        let count = { (kind: EntryKind) in status.counts[kind] ?? 0 }
        line(.stored, texts.stored(count(.report), count(.reply), count(.note)))
        line(.pending, String(status.pendingCount))
        line(.log, texts.entries(status.size))
        line(.lastClosed, status.lastClosedDay?.text ?? texts.noDay)
        if let kept {
            let waiting = board.roster?.counsellors.filter {
                kept.waitingFor.contains($0.collector)
            }
            line(.kept, texts.kept(kept.since, waiting?.map(\.id) ?? []))
        }
        line(.database, texts.bytes(status.byteCount))
        // Said last: what stands above may be of a store that nothing may be signed upon.
        try await failing(folder: folder) { try await dropBox.checkOpening() }
    }
}
