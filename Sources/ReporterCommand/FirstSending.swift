internal import ArgumentParser
internal import DurableFiles
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Where a new code is written, only when asked for.
struct CodeOutOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "Also write the ten new words to this new file, readable by you only.",
            nl:
                "Schrijf de tien nieuwe woorden ook in dit nieuwe bestand, alleen voor jou leesbaar.",
            value: "file"))
    var codeOut: String?
}

/// Sends what is sealed under a new code: its words are shown and can be kept before anything leaves.
struct FirstSending {
    let visit: Visit
    let organisation: Organisation
    let asks: Bool
    let evidence: EvidenceFolder?
    let options: SendingOptions
    let codeOut: String?
    /// What is said around the words.
    let words: NewCodeTexts

    /// Seals, shows the words, asks, and sends.
    ///
    /// - Throws: a failure that says whether it may have arrived.
    func send(
        _ report: Report, _ code: ReceiptCode, _ keys: ReceiptKeys, to readers: [Reader]
    ) async throws(CommandFailure) {
        let (console, texts) = (visit.console, visit.texts)
        let envelope = try visit.sealed(report, keys, readers)
        let posting = Sending(
            visit: visit, roster: organisation.roster,
            days: PromiseExpectation.days(sealedOn: visit.today), asks: asks, evidence: evidence,
            folder: codeOut.map { DurableFile.split($0).folder } ?? ".")
        let shown = CodeShown(console: console, texts: texts, code: code)
        if !asks && !options.yes {
            throw CommandFailure(
                texts.failures.confirmationNeeded, status: CommandFailure.Status.usage)
        }
        let kept = KeptEnvelope(
            envelope, month: visit.today.month, genesis: organisation.roster.genesis)
        // Before the words are shown: of words without an envelope nobody has any use.
        if let keep = options.keep { try posting.keep(kept, at: keep) }
        do throws(CommandFailure) {
            if let codeOut { try shown.write(to: codeOut) }
            if asks {
                try shown.showAndCheck(words.keepWords)
            } else {
                shown.printLine()
            }
        } catch {
            if let keep = options.keep { visit.remove(keep) }
            throw error
        }
        // From here on the words are kept, and with --keep what they belong to.
        if asks {
            if let keep = options.keep { posting.tellKept(kept, at: keep) }
            guard try console.confirm(words.sendNow, option: "--yes") else {
                guard options.keep == nil else {
                    throw CommandFailure(texts.sending.notSentKept)
                }
                if let codeOut { visit.remove(codeOut) }
                throw CommandFailure(words.notSent)
            }
        }
        let promise = try await posting.send(kept, keptAt: options.keep)
        visit.tellSent(promise, to: readers.map(\.counsellor), organisation: organisation)
    }
}
