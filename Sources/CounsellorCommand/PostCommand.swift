internal import ArgumentParser
internal import Casework
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Posts what is due.
struct PostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: help(
            en: "Post what is due today (online).",
            nl: "Verstuur wat voor vandaag is (met internet)."),
        discussion: help(
            en: """
                With a folder, first moves everything in it to the online folder: the stick is \
                then empty, and not needed until you next get answers ready. Run it without one each \
                day, at a fixed hour.
                """,
            nl: """
                Met een map erbij wordt alles daaruit eerst naar de online map verplaatst: de \
                stick is dan leeg, en pas weer nodig als u antwoorden klaarzet. Doe het elke dag \
                zonder map, op een vast uur.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "The folder with answers, from counsellor outbox.",
            nl: "De map met antwoorden, van counsellor outbox.", value: "folder"))
    var outbox: String?
    @OptionGroup var collector: CollectorOptions
    @OptionGroup var proxy: ProxyOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.run { texts, console in
            let schedule = try schedule(texts)
            var damaged: CaseworkError?
            if let outbox {
                let outbox = Outbox(folder: outbox)
                guard try outbox.isThere else {
                    throw CaseworkError.noOutbox(path: outbox.folder)
                }
                damaged = try schedule.take(outbox, today: currentDay())
            }
            let due = try schedule.due(on: currentDay())
            if due.files.isEmpty {
                if damaged == nil, due.later == 0 { console.print(texts.exchange.nothingToPost) }
            } else {
                let proxy = try proxy.chosen(in: collector.folder)
                try await GatewayVisit.run(folder: collector.folder, proxy: proxy) { visit in
                    damaged =
                        try await Posting(visit: visit, texts: texts, console: console).post(
                            due.files)
                        ?? damaged
                }
            }
            if due.later > 0 { console.notice(texts.exchange.goTomorrow(due.later)) }
            try sayEnd(of: schedule, texts.exchange, console)
            if let damaged { throw damaged }
        }
    }

    /// Throws when this computer's date is before the last fetch, on which the gateway agreed with it.
    private func schedule(_ texts: Texts) throws -> Schedule {
        let folder = try CollectorFolder(opening: collector.folder)
        let today = currentDay()
        if let fetched = try folder.mirror.fetched(), fetched > today.adding(1) {
            let said = texts.failures.clockBehindOnline(fetched, today)
            throw CommandFailure(said.message, hint: said.hint)
        }
        return folder.schedule
    }

    private func sayEnd(
        of schedule: Schedule, _ texts: ExchangeTexts, _ console: Console
    ) throws {
        if let last = try schedule.lastDay() {
            if last.number - currentDay().number < ImportCommand.scheduleWarningDays {
                console.notice(texts.scheduleEnds(last))
            }
        } else if try schedule.hasBegun() {
            console.notice(texts.scheduleEnded)
        }
    }
}

/// One visit's posts. What the gateway has is removed from the schedule before the next is sent.
private struct Posting {
    /// One posted again gets its first promise again, which may be so many days old.
    static let oldestPromiseDays = 366

    let visit: GatewayVisit
    let texts: Texts
    let console: Console

    private var schedule: Schedule { visit.folder.schedule }

    /// Posts all, but no more replies once the gateway takes none today.
    ///
    /// - Returns: the first file that was cut off or altered: it is not sent, and does not hold up the others.
    func post(_ due: [(name: String, item: Outbox.Item)]) async throws -> CaseworkError? {
        // Reports go unsigned: a gateway that refuses this clock has to say so before one goes on the wrong day.
        _ = try await visit.client.pending(signer: visit.folder.request)
        var damaged: CaseworkError?
        var left = 0
        for (name, item) in due {
            do {
                if left > 0, isReply(name) {
                    left += 1
                    continue
                }
                try await post(name, item)
            } catch let error as CaseworkError {
                damaged = damaged ?? error
            } catch GatewayError.refused(status: 429) where isReply(name) {
                left += 1
                continue
            }
            try schedule.finish(name)
        }
        if left > 0 { console.notice(texts.exchange.limitReached(left)) }
        return damaged
    }

    private func isReply(_ name: String) -> Bool { name.hasSuffix(".reply") }

    private func post(_ name: String, _ item: Outbox.Item) async throws {
        switch item {
        case .note:
            try await post(note: schedule.files.note(name), name)
            console.print(texts.exchange.notePosted(name))
        case .imported:
            // A gateway that no longer knows that tree is found out by the next fetch.
            let note = try schedule.files.note(name)
            do {
                try await visit.client.post(cosigned: note, signer: visit.folder.request)
            } catch {
                throw texts.failure(error, about: texts.log.confirmation)
            }
            console.print(texts.log.importedPosted)
        case .atOnce: try await post(schedule.files.envelope(name), name)
        case .slot(let slot):
            let envelope = try schedule.files.envelope(name)
            try schedule.begin(slot, today: visit.today)
            try await post(envelope, name)
        }
    }

    private func post(note: SignedNote, _ name: String) async throws {
        // What is in force already need not be sent again.
        if visit.notes.notes.contains(note) { return }
        do {
            try await visit.client.post(note: note, signer: visit.folder.request)
        } catch GatewayError.refused(status: 409) {
            // A newer one is in force.
        } catch {
            throw texts.failure(error, about: name)
        }
    }

    private func post(_ envelope: SealedEnvelope, _ name: String) async throws {
        let days = visit.today.adding(-Self.oldestPromiseDays)...visit.today.adding(1)
        let roster = visit.organisation.roster
        let promised: SignedPromise
        do throws(GatewayError) {
            promised =
                envelope.kind == .report
                ? try await visit.client.post(report: envelope, roster: roster, days: days)
                : try await visit.client.post(
                    reply: envelope, roster: roster, signer: visit.folder.request, days: days)
        } catch {
            switch error {
            case .refused(status: 429): throw error
            case .refused(status: 409):
                return console.notice(texts.exchange.labelTaken(name))
            default: throw texts.failure(error, about: name)
            }
        }
        // Remembered until the log has it, but for what was logged before.
        if try visit.folder.mirror.state(of: envelope.entry) == .missing {
            try visit.folder.memory.remember(promised.note, of: envelope.entry)
        }
        console.print(texts.exchange.filePosted(name))
    }
}
