public import TransparencyLog

/// What one counsellor's own machines have confirmed of the log. Nobody vouches for another.
///
/// Source: Docs/protocol.md §5, "What a reporter learns".
public struct Confirmations: Sendable {
    /// Trees that a key has cosigned, the smallest first, each with its day.
    public typealias Trees = [(size: Int, day: Day)]

    /// Whose.
    public let counsellor: Roster.Counsellor
    /// By her online machine: it holds everything up to this size.
    public let fetched: Trees
    /// By her offline machine: it was imported there.
    public let imported: Trees
    /// Whether the log claims a cosignature of hers that she never made: an alarm.
    public let isForged: Bool

    /// Finds them in a log that was checked.
    public init(of counsellor: Roster.Counsellor, in log: LogView) {
        self.counsellor = counsellor
        let both: (fetched: Trees, imported: Trees)?
        do throws(LogFault) {
            both = (
                try log.confirmations(by: counsellor.collector),
                try log.confirmations(by: counsellor.imported)
            )
        } catch { both = nil }
        // With one lie among them none of the others is worth anything.
        fetched = both?.fetched ?? []
        imported = both?.imported ?? []
        isForged = both == nil
    }

    /// The day on which her online machine first held this entry.
    public func fetchedDay(ofEntry index: Int) -> Day? { Self.day(of: index, in: fetched) }

    /// The day on which this entry was first imported on her offline machine.
    public func importedDay(ofEntry index: Int) -> Day? { Self.day(of: index, in: imported) }

    /// The last day on which her online machine confirmed anything.
    public var lastFetched: Day? { fetched.map { $0.day }.max() }

    /// The day since which she has confirmed nothing, when that is longer than she has to fetch; nil when it
    /// is not, or she never did.
    ///
    /// She may be away. It may also be that this log is an old one, shown as if it went on.
    public func silentSince(today: Day) -> Day? {
        lastFetched.flatMap { $0.adding(counsellor.fetchDays) < today ? $0 : nil }
    }

    /// Whether she has had her days for this entry and has not confirmed it.
    ///
    /// - Parameter logged: the day whose closing logged it.
    public func isOverdue(entry index: Int, logged: Day, today: Day) -> Bool {
        fetchedDay(ofEntry: index) == nil && logged.adding(counsellor.fetchDays) < today
    }

    private static func day(of index: Int, in trees: Trees) -> Day? {
        trees.first { $0.size > index }?.day
    }
}

extension Organisation {
    /// Checks that the notes served are those of the log, all of them: what is in force is in the tree, and
    /// no note of the tree is kept back.
    ///
    /// - Throws: `notesWithheld`, `notLogged`.
    public func check(log: LogView) throws(OrganisationError) {
        var logged: [[UInt8]] = []
        // Below the first entry kept, notes may be gone like everything else.
        for index in log.indices(where: { $0.kind == .note }) where index >= log.firstEntry {
            if let entry = log.entry(index) { logged.append(entry.hash) }
        }
        try check(logged: logged)
    }

    /// The same, for one who has kept the hashes of the notes logged from `first-entry` on.
    public func check(logged: [[UInt8]]) throws(OrganisationError) {
        let logged = HashIndex(logged)
        let withheld = logged.keys.filter { served.place(of: $0) == nil }
        guard withheld.isEmpty else { throw .notesWithheld(count: withheld.count) }
        for hash in [hashes.roster] + hashes.keys + hashes.hours
        where logged.place(of: hash) == nil {
            throw .notLogged
        }
    }

    /// Whole months, besides the current one, that a log must still have: the fewest of any roster that was
    /// in force in the months that the present one names. What was let go under a shorter one is gone.
    public func monthsKept(on today: Day) -> Int {
        var months = roster.retentionMonths
        let first = today.month.adding(-months).firstDay
        for older in rosters {
            months = min(months, older.retentionMonths)
            if older.issued <= first { break }
        }
        return months
    }

    /// What each counsellor of the roster in force has confirmed, in the roster's order.
    public func confirmations(in log: LogView) -> [Confirmations] {
        roster.counsellors.map { Confirmations(of: $0, in: log) }
    }

    /// Checks that the log claims no cosignature that a counsellor of the roster never made.
    ///
    /// - Throws: `falseCosignature`.
    public func checkConfirmations(in log: LogView) throws(LogFault) {
        for counsellor in roster.counsellors {
            for key in [counsellor.collector, counsellor.imported] {
                _ = try log.confirmations(by: key)
            }
        }
    }

    /// Those who can be written to in a month: a tree that holds the roster in force and her keys note
    /// bears the counsellor's own cosignature.
    public func readers(in month: Month, log: LogView) -> [Reader] {
        guard let roster = index(of: hashes.roster, in: log) else { return [] }
        return readers(in: month).filter { reader in
            guard
                let place = keys.firstIndex(where: { $0.counsellor == reader.counsellor.id }),
                let keys = index(of: hashes.keys[place], in: log)
            else { return false }
            return Confirmations(of: reader.counsellor, in: log)
                .fetchedDay(ofEntry: max(roster, keys)) != nil
        }
    }

    /// Where a note was first logged, among the entries kept.
    private func index(of hash: [UInt8], in log: LogView) -> Int? {
        log.indices { $0.kind == .note && $0.hash == hash }.first
    }
}
