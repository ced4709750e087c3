internal import ArgumentParser
internal import Casework
internal import DurableFiles
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Makes a counsellor's offline and online folders, and what the organisation must sign.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a counsellor's keys and folders.")

    @OptionGroup var home: HomeOptions
    @OptionGroup var collector: CollectorOptions

    @Option(
        name: [.customLong("organisation"), .customLong("link")],
        help: "The organisation's link, or a file that holds it.")
    var link: String

    @Option(help: "The roster in force, if the organisation's first key is no longer in the link.")
    var roster: String?

    @Option(help: "Short name in the list: a-z, 0-9, -.")
    var id: String?

    @Option(help: "Name as reporters will see it.")
    var name: String?

    @Option(help: "internal, external or deputy.")
    var role: String?

    @Option(help: "Languages, such as nl,en.")
    var languages = "nl"

    @Option(name: .customLong("way"), help: "Another way to reach you; can be repeated.")
    var ways: [String] = []

    @OptionGroup var hours: HoursOptions

    @Option(help: "Months to make keys for.")
    var months = MonthsCommand.defaultCount

    @Option(help: "Where to write the enrolment file (default: ID.enrolment).")
    var enrolment: String?

    func run() throws {
        try home.common.run { texts, console in
            let anchor = try AnchorReading(texts: texts).anchor(link)
            let genesis = try AnchorReading(texts: texts).genesis(of: anchor, roster: roster)
            let answers = try answers(texts, console)
            let hours = try firstHours(texts, console)
            let months = try MonthsCommand.checked(months, texts)
            try OfflineHome.checkFree(home.folder)
            try CollectorFolder.checkFree(collector.folder)
            let passphrase = try NewPassphrase(texts: texts, console: console).choose(
                for: texts.setUp.vault, path: home.passphraseFile, option: "--passphrase-file")
            let collector = try CollectorFolder(
                creating: collector.folder, id: answers.id, anchor: anchor)
            let offline = try OfflineHome(
                creating: home.folder,
                owner: OfflineHome.Owner(id: answers.id, anchor: anchor, genesis: genesis))
            let counsellor = try offline.enrolment(
                name: answers.name, role: answers.role, languages: answers.languages, ways: ways,
                request: collector.request.verifierKey, collector: collector.collector.verifierKey,
                since: currentDay())
            guard (try? Roster.Counsellor(enrolment: counsellor.enrolment)) == counsellor else {
                throw texts.usage(texts.failures.badValue("--name, --way", "…"))
            }
            let files = try write(
                counsellor, keys: offline.renewKeys(today: currentDay(), count: months),
                hours: offline.renewHours(hours, today: currentDay()))
            try collector.finish()
            // What is made now is of the day that this computer says it is.
            try offline.checkClock(today: currentDay(), isRight: true)
            try offline.finish(passphrase: passphrase)
            console.notice(texts.setUp.made(home.folder, self.collector.folder))
            console.notice(texts.setUp.managedComputer)
            console.notice(
                texts.setUp.handOver(files.map { "    " + $0 }.joined(separator: "\n")))
            console.print(
                texts.setUp.fingerprint(Fingerprint.lines(of: counsellor)))
        }
    }

    private func firstHours(_ texts: Texts, _ console: Console) throws -> OfflineHome.Hours {
        var hours = OfflineHome.Hours(reads: [])
        // A script that doesn't say has none: nothing is promised for her.
        if self.hours.reads == nil, Console.inputIsTerminal {
            hours.reads = try HoursOptions.weekdays(
                console.ask(texts.setUp.reads, option: "--reads"), texts)
        }
        return try self.hours.changing(hours, texts)
    }

    private struct Answers {
        let id: String
        let name: String
        let role: Roster.Counsellor.Role
        let languages: [Language]
    }

    private func answers(_ texts: Texts, _ console: Console) throws -> Answers {
        let roles = Roster.Counsellor.Role.allCases
        let id = try self.id ?? console.ask(texts.setUp.id, option: "--id")
        guard isIdentifier(id) else {
            throw texts.usage(texts.failures.badValue("--id", "a-z, 0-9, -; 1–32"))
        }
        let name = try self.name ?? console.ask(texts.setUp.name, option: "--name")
        let role: Roster.Counsellor.Role
        if let text = self.role {
            guard let named = Roster.Counsellor.Role(rawValue: text) else {
                throw texts.usage(
                    texts.failures.badValue(
                        "--role", roles.map(\.rawValue).joined(separator: ", ")))
            }
            role = named
        } else {
            role =
                roles[
                    try console.choose(
                        texts.setUp.role, from: roles.map(texts.setUp.roles), option: "--role")]
        }
        let names = languages.split(separator: ",").map(String.init)
        let spoken = names.compactMap { Language(name: $0) }
        guard !spoken.isEmpty, spoken.count == names.count else {
            throw texts.usage(texts.failures.badValue("--languages", "nl,en"))
        }
        return Answers(id: id, name: name, role: role, languages: spoken)
    }

    /// The enrolment, and beside it the first keys and hours notes, for `gateway publish`.
    private func write(
        _ counsellor: Roster.Counsellor, keys: SignedNote, hours: SignedNote
    ) throws -> [String] {
        let path = enrolment ?? "\(counsellor.id).enrolment"
        let beside = DurableFile.split(path).folder
        let stem = beside == "." ? counsellor.id : "\(beside)/\(counsellor.id)"
        let files = [
            (path, [UInt8](counsellor.enrolment.utf8)),
            (stem + ".keys.note", keys.bytes),
            (stem + ".hours.note", hours.bytes),
        ]
        for (path, bytes) in files { try DurableFile.replace(path, with: bytes, mode: 0o644) }
        return files.map(\.0)
    }

    private func isIdentifier(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7a).contains($0) || $0 == 0x2d
            }
    }
}
