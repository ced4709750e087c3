internal import ArgumentParser
internal import DurableFiles
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter file`: a first report, step by step, with a new code.
struct FileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "Write a first report. Shows your ten words before anything is sent.",
        discussion: """
            At a terminal everything is asked. In a script give --to, a text, and --yes:

              reporter file --organisation link.txt --to intern --message-file text.txt --yes

            The ten words are the only thing on standard output. Exit status 0: accepted; 69: not sent; \
            75: uncertain. Then the sealed envelope is in a file, which is named: the one of --keep, or a new \
            one beside that of --code-out, or in the current folder. Send that with 'reporter send': it \
            can't arrive twice. Another 'reporter file' would make a second report with other words.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var message: MessageOptions

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("Who may read it, by name; one to three times.", valueName: "name"))
    var readers: [String] = []

    @Option(help: "conversation, complaint or wbk (wrongdoing, the Dutch whistleblower act).")
    var track: String?

    @Option(help: "What it is about; see 'reporter file --category help'.")
    var category: String?

    @Flag(help: "Ask nothing, send at once. The ten words are printed first.")
    var yes = false

    @Option(
        help: ArgumentHelp(
            "Also write the ten words to this new file, readable by you only.", valueName: "file"))
    var codeOut: String?

    @Option(
        help: ArgumentHelp(
            "Keep the sealed envelope in this file until it is surely sent; see 'reporter send'.",
            valueName: "file"))
    var keep: String?

    func run() async throws {
        try await Visit.run(common) { visit in try await file(visit) }
    }

    private func file(_ visit: Visit) async throws {
        let (console, texts) = (visit.console, visit.texts)
        let asks = !yes && Console.canAsk
        let (chosenTrack, chosenCategory) = try options(texts)
        let set = try await visit.fetch()
        let organisation = set.organisation
        console.notice(wrapped(texts.file.welcome(inert(organisation.roster.organisation))) + "\n")
        console.notice(texts.file.danger + "\n")
        console.notice(wrapped(texts.file.limits))
        console.notice(wrapped(texts.file.traces) + "\n")

        let track = try chosenTrack ?? (asks ? askTrack(visit) : nil)
        let readers = try Readers(visit: visit, organisation: organisation).choose(
            readers, preface: [texts.file.aboutThem, texts.file.readers], asks: asks)
        let names = readers.map { inert($0.counsellor.name) }
        console.notice("\n" + texts.file.onlyThese(texts.common.list(names)) + "\n")
        let category = try chosenCategory ?? (asks ? askCategory(visit) : nil)

        let code = ReceiptCode()
        let keys = try visit.keys(code, organisation)
        var report = Report(from: keys, addressed: readers.map(\.counsellor.id), body: "")
        report.track = track
        report.category = category
        report.language = texts.language
        let path = message.messageFile ?? (Console.inputIsTerminal ? nil : "-")
        if path == nil, !asks {
            throw CommandFailure(
                texts.failures.emptyMessage, status: CommandFailure.Status.usage)
        }
        report.body = try Message(console: console, texts: texts, capacity: report.bodyCapacity)
            .text(path: path)
        let envelope = try visit.sealed(report, keys, readers)
        let sending = Sending(
            visit: visit, roster: organisation.roster,
            days: visit.today...visit.today.adding(1), asks: asks,
            folder: codeOut.map { DurableFile.split($0).folder } ?? ".")

        let shown = CodeShown(console: console, texts: texts, code: code)
        if !asks && !yes {
            throw CommandFailure(
                texts.failures.confirmationNeeded, status: CommandFailure.Status.usage)
        }
        if let codeOut { try shown.write(to: codeOut) }
        if asks {
            try shown.showAndCheck()
            guard try console.confirm(texts.file.sendNow, option: "--yes") else {
                if let codeOut { shown.remove(codeOut) }
                throw CommandFailure(texts.file.notSent)
            }
        } else {
            shown.printLine()
        }
        let kept = KeptEnvelope(
            envelope, month: visit.today.month, genesis: organisation.roster.genesis)
        if let keep { try sending.keep(kept, at: keep) }
        let promise = try await sending.send(kept, keptAt: keep)
        visit.tellSent(promise, to: readers.map(\.counsellor), organisation: organisation)
    }

    private func options(_ texts: Texts) throws(CommandFailure) -> (Track?, Category?) {
        let status = CommandFailure.Status.usage
        if let track, Track(rawValue: track) == nil {
            let known = Track.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(texts.failures.unknownTrack(known), status: status)
        }
        let category = self.category.map { Category(rawValue: $0) }
        if let category, !category.isKnown {
            let known = Category.all.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(texts.failures.unknownCategory(known), status: status)
        }
        return (track.flatMap { Track(rawValue: $0) }, category)
    }

    /// The three doors; only the third leads further.
    private func askTrack(_ visit: Visit) throws(CommandFailure) -> Track {
        let texts = visit.texts.file
        visit.console.notice(texts.doors)
        let door = try visit.console.choose(
            texts.doorPrompt, from: texts.doorChoices, option: "--track")
        guard door == 2 else { return .conversation }
        visit.console.notice("\n" + wrapped(texts.complaint))
        let choice = try visit.console.choose(
            texts.doorPrompt, from: texts.complaintChoices, option: "--track")
        return [.conversation, .complaint, .wbk][choice]
    }

    private func askCategory(_ visit: Visit) throws(CommandFailure) -> Category? {
        let texts = visit.texts
        visit.console.notice(texts.file.category)
        let names = Category.all.map { $0.name(in: texts.language) }
        let choice = try visit.console.choose(
            texts.file.categoryPrompt, from: [texts.file.categorySkip] + names, enter: 0,
            option: "--category")
        return choice == 0 ? nil : Category.all[choice - 1]
    }
}

extension Visit {
    /// All that a code stands for here.
    ///
    /// Takes a moment.
    func keys(
        _ code: ReceiptCode, _ organisation: Organisation
    ) throws(CommandFailure) -> ReceiptKeys {
        do throws(ReportingError) {
            return try ReceiptKeys(entropy: code.entropy, genesis: organisation.roster.genesis)
        } catch {
            throw texts.failure(error)
        }
    }

    /// The sealed report; its text can't be too long any more.
    func sealed(
        _ report: Report, _ keys: ReceiptKeys, _ readers: [Reader]
    ) throws(CommandFailure) -> SealedEnvelope {
        do throws(ReportingError) {
            return try report.sealed(from: keys, to: readers)
        } catch {
            throw texts.failure(error)
        }
    }
}
