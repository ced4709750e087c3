internal import ArgumentParser
internal import Casework
internal import GatewayClient
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// Copies what is new at the gateway to the mirror.
struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: help(
            en: "Fetch what is new into the folder mirror, check it and confirm it (online).",
            nl:
                "Haal op wat nieuw is, naar de map mirror; kijk het na en bevestig het (met internet)."
        ),
        discussion: help(
            en: """
                Everything is compared with what this machine has seen before. If the reporting \
                point drops, alters, delays or holds back anything, that is said, and nothing of it \
                is confirmed. With a file release.vkey in the online folder the reporters' web page \
                is looked at too, as a browser would, and compared with what was released.
                """,
            nl: """
                Alles wordt vergeleken met wat deze computer eerder zag. Laat het meldpunt \
                iets weg, of verandert, vertraagt of verzwijgt het iets, dan wordt dat gezegd, en \
                wordt er niets van bevestigd. Met een bestand release.vkey in de online map wordt ook \
                de webpagina voor melders bekeken, zoals een browser dat doet, en vergeleken met \
                wat is uitgegeven.
                """))
    /// Envelopes asked for at a time.
    private static let batchCount = 8
    /// So many of the newest entries are looked at each time, also when they were whole before.
    private static let recentCount = 512

    @Flag(
        help: ArgumentHelp(
            en: "Look at everything that is kept, not only at what is new.",
            nl: "Kijk alles na wat bewaard is, niet alleen wat nieuw is."))
    var all = false
    @Flag(
        help: ArgumentHelp(
            en:
                "Go on although the reporting point has let messages go: after you have called the organisation.",
            nl:
                "Ga verder hoewel het meldpunt berichten heeft laten vallen: nadat u de organisatie hebt gebeld."
        ))
    var acceptDropped = false
    @OptionGroup var collector: CollectorOptions
    @OptionGroup var proxy: ProxyOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.run { texts, console in
            do {
                try await visit(texts, console)
            } catch OrganisationError.notLogged, OrganisationError.notesWithheld {
                // A note may have been published between two answers: then the next look agrees.
                try await visit(texts, console)
            }
        }
    }

    private func visit(_ texts: Texts, _ console: Console) async throws {
        let proxy = try proxy.chosen(in: collector.folder)
        try await GatewayVisit.run(folder: collector.folder, proxy: proxy) { visit in
            let watch = PageWatch(visit.folder, proxy: proxy)
            async let alarm = watch.look(texts, console)
            do {
                try await fetch(visit, texts, console)
            } catch {
                // Both are said; what keeps reports from being fetched is said last.
                if let alarm = await alarm { console.notice(alarm.lines) }
                throw error
            }
            // Only now: whatever the page is, the reports are stored and confirmed.
            guard let alarm = await alarm else { return }
            console.notice(texts.page.fetchedFirst)
            throw alarm
        }
    }

    private func fetch(
        _ visit: GatewayVisit, _ texts: Texts, _ console: Console
    ) async throws {
        let (mirror, memory) = (visit.folder.mirror, visit.folder.memory)
        try mirror.create()
        // Pending before closed: nothing can slip between the two.
        let waiting = try await visit.client.pending(signer: visit.folder.request)
            .map { LoggedEntry(day: $0.day, entry: $0.entry) }
        let reading = LogFetch(visit: visit, isWhole: all, waiting: waiting)
        let log = try await reading.run()
        let compared = try Waiting(waiting, log: log, mirror: mirror)
        let (pending, vanished) = (compared.pending, compared.vanished)
        try mirror.store(notes: visit.notes.bytes)
        if acceptDropped { try mirror.drop(vanished) }
        try mirror.store(pending: pending + (acceptDropped ? [] : vanished))

        let size = log.head.size
        let held = all ? 0 : try memory.held()
        let from = max(log.firstEntry, min(held, size - Self.recentCount))
        let closed = try mirror.entries(from..<max(from, size), inTreeOfSize: size)
        let fetched = try await envelopes(of: closed + pending.map(\.entry), visit)
        console.print(texts.exchange.fetched(fetched.new, size, pending.count, mirror.folder))
        if fetched.again > 0 { console.notice(texts.exchange.refetched(fetched.again)) }
        if let first = fetched.withheld.first {
            throw refused(texts.gateway.withheld(fetched.withheld.count, first))
        }
        if let first = vanished.first, !acceptDropped {
            let hash = Hex.encode(first.entry.hash)
            let isHere = try mirror.state(of: first.entry) == .whole
            throw refused(
                isHere
                    ? texts.gateway.vanished(vanished.count, hash)
                    : texts.gateway.neverGiven(vanished.count, hash))
        }
        if let first = compared.late.first {
            throw refused(
                texts.gateway.late(compared.late.count, Hex.encode(first.entry.hash), first.day))
        }
        try memory.remember(held: size)
        try mirror.store(fetched: visit.today)
        try memory.settlePromises(
            by: visit.organisation.roster.promise, log: log, mirror: mirror)
        try reading.check(log)
        try visit.organisation.checkConfirmations(in: log)
        try approve(visit, texts, console)
        try prune(visit)
        try await cosign(visit, texts, console)
    }

    /// Whoever is in the first list is shown; whoever comes later must be approved by the counsellor herself.
    private func approve(_ visit: GatewayVisit, _ texts: Texts, _ console: Console) throws {
        let roster = visit.organisation.roster
        guard let unknown = try visit.folder.memory.unapproved(in: roster) else {
            console.print(
                texts.log.firstList(roster.counsellors.map { texts.listed($0) }))
            return try visit.folder.memory.approve(roster.counsellors)
        }
        guard let first = unknown.first else { return }
        throw refused(texts.log.unapproved(texts.listed(first), first.id))
    }

    private func refused(_ sentence: Sentence) -> CommandFailure {
        CommandFailure(
            sentence.message, hint: sentence.hint, status: CommandFailure.Status.badInput)
    }

    /// Erases what the gateway no longer keeps, once the counsellor's own offline machine has said in the
    /// log that it was imported there.
    private func prune(_ visit: GatewayVisit) throws {
        let mirror = visit.folder.mirror
        guard let days = try mirror.days(),
            let own = visit.organisation.roster.counsellor(visit.folder.id),
            let imported = days.records.last(where: {
                (try? $0.note.cosignatureDay(by: own.imported)) != nil
            })
        else { return }
        try mirror.prune(below: min(days.firstEntry, LogRange.size(imported.note)))
    }

    /// States to everyone: here is all of it, up to this size. Every day, news or none.
    private func cosign(
        _ visit: GatewayVisit, _ texts: Texts, _ console: Console
    ) async throws {
        var note = try SignedNote(text: visit.folder.mirror.checkpoint().text)
        note.cosign(visit.folder.collector, day: visit.today)
        do {
            try await visit.client.post(cosigned: note, signer: visit.folder.request)
        } catch {
            throw texts.failure(error, about: texts.log.confirmation)
        }
        console.print(texts.log.confirmed)
    }

    private struct Fetched {
        var new = 0
        /// Of those, how many the mirror had and had lost.
        var again = 0
        /// The hashes of envelopes that the gateway doesn't give.
        var withheld: [String] = []
    }

    /// Every envelope the mirror lacks, or has only in part. Each is whole on the
    /// disk before the next are asked for: a fetch that is cut off goes on where it was.
    private func envelopes(
        of entries: [LogEntry], _ visit: GatewayVisit
    ) async throws -> Fetched {
        let mirror = visit.folder.mirror
        var fetched = Fetched()
        var wanted: [LogEntry] = []
        for entry in entries {
            switch try mirror.state(of: entry) {
            case .whole: continue
            case .missing: break
            case .damaged: fetched.again += 1
            }
            wanted.append(entry)
        }
        for start in stride(from: 0, to: wanted.count, by: Self.batchCount) {
            let batch = wanted[start..<min(start + Self.batchCount, wanted.count)]
            let (client, signer) = (visit.client, visit.folder.request)
            try await withThrowingTaskGroup(of: (LogEntry, [UInt8]?).self) { group in
                for entry in batch {
                    group.addTask {
                        do throws(GatewayError) {
                            return (entry, try await client.envelope(entry, signer: signer))
                        } catch {
                            guard [.refused(status: 404), .malformedAnswer].contains(error) else {
                                throw error
                            }
                            return (entry, nil)
                        }
                    }
                }
                for try await (entry, bytes) in group {
                    guard let bytes else {
                        fetched.withheld.append(Hex.encode(entry.hash))
                        continue
                    }
                    try mirror.store(envelope: bytes, hash: entry.hash)
                    fetched.new += 1
                }
            }
        }
        return fetched
    }
}
