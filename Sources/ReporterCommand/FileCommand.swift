internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter file`: a first report, step by step, with a new code.
struct FileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: help(
            en: "Write a first report. Shows your ten words before anything is sent.",
            nl:
                "Schrijf een eerste melding. Je tien woorden worden getoond voordat er iets weggaat."
        ),
        discussion: help(
            en: """
                At a terminal everything is asked. In a script give --to, a text, and --yes:

                  reporter file --organisation link --to intern --message-file text --yes

                The ten words are printed before it is sent, and are the only thing on standard \
                output. Another 'reporter file' would make a second report with other words.

                \(SendingOptions.statuses)
                """,
            nl: """
                In een terminal wordt alles gevraagd. Geef in een script --to, een tekst, en \
                --yes:

                  reporter file --organisation link --to intern --message-file tekst --yes

                De tien woorden worden getoond voordat het weggaat; verder komt er niets op de \
                standaarduitvoer. Nog een keer 'reporter file' zou een tweede melding maken, met \
                andere woorden.

                \(SendingOptions.statuses)
                """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var message: MessageOptions
    @OptionGroup var sending: SendingOptions

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp(
            en: "Who may read it, by name; one to three times.",
            nl: "Wie het mag lezen, met naam; een tot drie keer.", value: "name"))
    var readers: [String] = []

    @Option(
        help: ArgumentHelp(
            en: "conversation, complaint or wbk (wrongdoing, the Dutch whistleblower act).",
            nl:
                "conversation (gesprek), complaint (klacht) of wbk (misstand, Wet bescherming klokkenluiders).",
            value: "track"))
    var track: String?

    @Option(
        help: ArgumentHelp(
            en: "What it is about; see 'reporter file --category help'.",
            nl: "Waar het over gaat; zie 'reporter file --category help'.", value: "category"))
    var category: String?

    @OptionGroup var new: CodeOutOptions

    func run() async throws {
        if category == "help" { return showCategories(common.texts) }
        try await Visit.run(common) { visit in try await file(visit) }
    }

    private func file(_ visit: Visit) async throws {
        let (console, texts) = (visit.console, visit.texts)
        let asks = !sending.yes && Console.canAsk
        let (chosenTrack, chosenCategory) = try options(texts)
        try NewFiles(texts: texts).check(
            [("--keep", sending.keep), ("--code-out", new.codeOut)])
        let evidence = try visit.evidence(sending.evidence)
        let set = try await visit.fetch()
        let log = try visit.proven(set)
        let organisation = set.organisation
        console.notice(wrapped(texts.file.welcome(inert(organisation.roster.organisation))) + "\n")
        console.notice(texts.file.danger + "\n")
        console.notice(wrapped(texts.file.limits))
        console.notice(wrapped(texts.file.traces) + "\n")
        if let alone = visit.oneAlone(organisation.roster) {
            console.notice(wrapped(alone) + "\n")
        }

        let track = try chosenTrack ?? (asks ? askTrack(visit) : nil)
        let readers = try Readers(visit: visit, organisation: organisation, log: log).choose(
            readers, preface: [texts.file.aboutThem, texts.file.readers], asks: asks)
        let names = readers.map { inert($0.counsellor.name) }
        console.notice("\n" + wrapped(texts.file.onlyThese(texts.common.list(names))) + "\n")
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
        let first = FirstSending(
            visit: visit, organisation: organisation, asks: asks, evidence: evidence,
            options: sending, codeOut: new.codeOut, words: texts.file.newCode)
        try await first.send(report, code, keys, to: readers)
    }

    private func showCategories(_ texts: Texts) {
        let console = Console(language: texts.language)
        let width = Category.all.map(\.rawValue.count).max() ?? 0
        for category in Category.all {
            let code = category.rawValue
            console.print(
                code + String(repeating: " ", count: width + 2 - code.count)
                    + category.name(in: texts.language))
        }
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
