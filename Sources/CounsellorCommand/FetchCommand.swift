internal import ArgumentParser
internal import Casework
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Copies what is new at the gateway to the mirror.
struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Fetch what is new to the mirror folder (online).")
    /// Envelopes asked for at a time.
    private static let batchCount = 8

    @OptionGroup var collector: CollectorOptions
    @OptionGroup var proxy: ProxyOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.run { texts, console in
            try await GatewayVisit.run(folder: collector.folder, proxy: proxy.proxy) { visit in
                try await fetch(visit, texts, console)
            }
        }
    }

    private func fetch(
        _ visit: GatewayVisit, _ texts: Texts, _ console: Console
    ) async throws {
        let mirror = visit.folder.mirror
        try mirror.create()
        // Notes and replies are asked for before the lists and stored after them: every one of the mirror
        // is listed, wherever a fetch ends. Pending before closed: none can slip between the two.
        var replies: [(month: Month, bytes: [UInt8])] = []
        for month in visit.organisation.roster.repliesMonths(on: visit.today) {
            let records = try await visit.client.replies(of: month)
            replies.append((month, records.flatMap { $0.label + $0.envelope }))
        }
        let waiting = try await visit.client.pending(signer: visit.folder.request)
            .map { LoggedEntry(day: $0.day, entry: $0.entry) }
        let closed = try await entries(visit)
        let known = Set(closed.entries.map(\.entry.hash))
        let pending = waiting.filter { !known.contains($0.entry.hash) }
        try mirror.store(pending: pending)
        try mirror.store(notes: visit.notes.bytes)
        for (month, bytes) in replies { try mirror.store(replies: bytes, of: month) }
        let fetched = try await envelopes(of: closed.entries + pending, visit)
        console.print(
            texts.exchange.fetched(fetched.new, closed.entries.count, pending.count, mirror.folder))
        if fetched.again > 0 { console.notice(texts.exchange.refetched(fetched.again)) }
        guard let first = fetched.withheld.first else {
            return try mirror.store(fetched: visit.today)
        }
        let sentence = texts.failures.withheld(fetched.withheld.count, first.line)
        throw CommandFailure(
            sentence.message, hint: sentence.hint, status: CommandFailure.Status.badInput)
    }

    /// The log's entries: those mirrored before, and what follows. A mirror whose list was altered is
    /// fetched from the start.
    private func entries(_ visit: GatewayVisit) async throws -> EntryList {
        let mirror = visit.folder.mirror
        var list: EntryList
        do { list = try mirror.entries() } catch CaseworkError.damagedMirror { list = EntryList() }
        while true {
            let page = try await visit.client.entries(
                from: list.end, signer: visit.folder.request)
            guard let first = page.first else { return list }
            let entries = page.map { LoggedEntry(day: $0.day, entry: $0.entry) }
            guard list.append(entries, from: first.index ?? list.end) else {
                throw GatewayError.malformedAnswer
            }
            try mirror.store(entries: list)
        }
    }

    private struct Fetched {
        var new = 0
        /// Of those, how many the mirror had and had lost.
        var again = 0
        /// Entries whose envelope the gateway doesn't give.
        var withheld: [LoggedEntry] = []
    }

    /// Every envelope the mirror lacks, or has only in part, of the months kept. Each is whole on the
    /// disk before the next are asked for: a fetch that is cut off goes on where it was.
    private func envelopes(
        of entries: [LoggedEntry], _ visit: GatewayVisit
    ) async throws -> Fetched {
        let mirror = visit.folder.mirror
        let oldest = visit.today.month.adding(-visit.organisation.roster.retentionMonths)
        var fetched = Fetched()
        var wanted: [LoggedEntry] = []
        for logged in entries where logged.entry.kind != .reply && logged.day.month >= oldest {
            switch try mirror.state(of: logged.entry) {
            case .whole: continue
            case .missing: break
            case .damaged: fetched.again += 1
            }
            wanted.append(logged)
        }
        for start in stride(from: 0, to: wanted.count, by: Self.batchCount) {
            let batch = wanted[start..<min(start + Self.batchCount, wanted.count)]
            let (client, signer) = (visit.client, visit.folder.request)
            try await withThrowingTaskGroup(of: (LoggedEntry, [UInt8]?).self) { group in
                for logged in batch {
                    group.addTask {
                        do throws(GatewayError) {
                            return (logged, try await client.envelope(logged.entry, signer: signer))
                        } catch {
                            guard error == .refused(status: 404) else { throw error }
                            return (logged, nil)
                        }
                    }
                }
                for try await (logged, bytes) in group {
                    guard let bytes else {
                        fetched.withheld.append(logged)
                        continue
                    }
                    try mirror.store(envelope: bytes, hash: logged.entry.hash)
                    fetched.new += 1
                }
            }
        }
        return fetched
    }
}
