internal import Casework
internal import GatewayClient
internal import Reporting
internal import TransparencyLog

/// The log at the gateway, compared with everything this machine has seen of it, and put into the mirror.
struct LogFetch {
    let visit: GatewayVisit
    /// Whether the whole log that is kept is read again, not only what is new.
    let isWhole: Bool
    /// What the gateway said waits, before it was asked for its log.
    let waiting: [LoggedEntry]
    /// A mirror of no more entries than this is looked through each time: that takes a moment.
    private static let lookedThrough = 1 << 16

    /// Fetches, checks and stores. What was checked is remembered: no other tree is believed from now on.
    ///
    /// - Throws: `GatewayError`; `LogFault`, `OrganisationError` for what an honest gateway never shows.
    func run() async throws -> LogView {
        let (days, checkpoint) = try await visit.client.logHeads()
        let memory = visit.folder.memory
        let seen = try memory.seen()
        try compare(days)
        if let seen, !isWhole {
            do {
                let log = try await continued(seen, days, checkpoint)
                try refuseRepetition(in: log)
                try visit.folder.mirror.store(log, days: days, checkpoint: checkpoint)
                try lookThrough()
                try remember(log, besides: memory.notesLogged())
                return log
            } catch CaseworkError.damagedMirror {
                // What the mirror had of it was lost or altered: everything is read again.
            } catch LogFault.altered {
                // Read whole, it shows whether its entries are not what it signed, or it signed two logs.
            } catch OrganisationError.notLogged {
                // What this machine kept of the notes may be lost: read whole, the log shows which it has.
            }
        }
        let log = try await anew(days, checkpoint, seen)
        try refuseRepetition(in: log)
        try visit.folder.mirror.store(
            log, days: days, checkpoint: checkpoint, start: log.start)
        try remember(log, besides: [:])
        return log
    }

    /// Only what was added, to the tree seen last: that the log goes on from it is proven by adding.
    private func continued(
        _ seen: TreeEdge, _ days: LogDays, _ checkpoint: SignedNote
    ) async throws -> LogView {
        let size = try LogRange.size(checkpoint)
        guard seen.size <= size else {
            throw LogFault.rewound(seen: seen.size, served: size)
        }
        // Nothing is let go that this machine has not confirmed.
        guard days.firstEntry <= seen.size else { throw LogFault.shortened }
        return try LogView(
            log: visit.organisation.roster.log, days: days, checkpoint: checkpoint, start: seen,
            entries: try await visit.client.entries(from: seen.size, upTo: size))
    }

    /// Everything that is kept; it has to begin with the tree seen last, where there was one.
    private func anew(
        _ days: LogDays, _ checkpoint: SignedNote, _ seen: TreeEdge?
    ) async throws -> LogView {
        let log = try await visit.client.logView(
            log: visit.organisation.roster.log, heads: (days, checkpoint))
        guard let seen else { return log }
        guard seen.size <= log.head.size else {
            throw LogFault.rewound(seen: seen.size, served: log.head.size)
        }
        guard let root = log.root(ofSize: seen.size) else { throw LogFault.shortened }
        guard root == seen.root else { throw LogFault.fork(size: seen.size) }
        return log
    }

    /// What is logged twice stands where something else may have been dropped.
    private func refuseRepetition(in log: LogView) throws {
        if let hash = try visit.folder.mirror.repeatedHash(in: log, waiting) {
            throw LogFault.repeated(hash: hash)
        }
    }

    /// Compares the checkpoints shown now with those shown before: two roots of one size are a fork.
    private func compare(_ days: LogDays) throws {
        var roots: [Int: [UInt8]] = [:]
        for record in (try? visit.folder.mirror.days())?.records ?? [] {
            guard let head = try? Checkpoint(text: record.note.text).head else { continue }
            roots[head.size] = head.root
        }
        for record in days.records {
            guard let head = try? Checkpoint(text: record.note.text).head else { continue }
            if let root = roots[head.size], root != head.root {
                throw LogFault.fork(size: head.size)
            }
        }
    }

    /// Whether the mirror's own files still make the tree.
    private func lookThrough() throws {
        let mirror = visit.folder.mirror
        let size = try LogRange.size(mirror.checkpoint())
        guard try size - mirror.start().size <= Self.lookedThrough else { return }
        do { _ = try mirror.log(visit.organisation.roster.log) } catch is LogFault {
            throw CaseworkError.damagedMirror(file: mirror.folder)
        }
    }

    /// That nothing is let go too early, and no day is left open. Throws `shortened`, `stale`.
    func check(_ log: LogView) throws {
        try log.check(
            keepsMonths: visit.organisation.monthsKept(on: visit.today), today: visit.today)
    }

    private func refuseShortened(_ log: LogView) throws {
        let months = visit.organisation.monthsKept(on: visit.today)
        do throws(LogFault) { try log.check(keepsMonths: months, today: visit.today) } catch {
            if error == .shortened { throw error }
        }
    }

    /// - Parameter known: notes logged before, by index.
    private func remember(_ log: LogView, besides known: [Int: [UInt8]]) throws {
        let memory = visit.folder.memory
        var notes = known.filter { $0.key >= log.firstEntry }
        for index in log.indices(where: { $0.kind == .note }) {
            notes[index] = log.entry(index)?.hash
        }
        do throws(OrganisationError) {
            try visit.organisation.check(logged: [[UInt8]](notes.values))
        } catch {
            // Perhaps all that is kept is said to begin after the list.
            if case .notLogged = error { try refuseShortened(log) }
            throw error
        }
        try memory.remember(notesLogged: notes)
        try memory.remember(seen: log.edge)
    }
}
