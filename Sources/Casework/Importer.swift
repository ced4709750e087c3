internal import Age
internal import Foundation
internal import GRDB
internal import Reporting
internal import Sodium
package import TransparencyLog

// From the mirror into the vault. The mirror is only read; the vault is replaced once, at the end: an
// import that is cut off has done nothing, and one done twice changes nothing the second time.
extension OfflineHome {
    /// How many envelopes are opened before the next are read.
    private static let batchCount = 512

    /// Checks the mirror's notes and opens everything in it that is new.
    ///
    /// What is missing or damaged is counted; the rest is imported all the same. Spent month keys are
    /// destroyed only after all was there, opened and saved.
    /// - Parameter clockIsRight: a person says that `today` is right, whatever is known.
    /// - Throws: `noMirror`, `damagedMirror` (lists, notes), `clockBehind`, `clockAhead`, `rosterFork`,
    ///   `foreignKeys`; `OrganisationError`; `LogFault` when the log is not the one imported before.
    package func importMirror(
        _ mirror: Mirror, today: Day, clockIsRight: Bool = false
    ) throws -> ImportResult {
        let pending = try mirror.pending() + mirror.dropped()
        try mirror.checkNotes()
        let organisation = try checkedOrganisation(of: mirror, today: today)
        let log = try checkedLog(of: mirror, organisation)
        let closed = log.loggedEntries
        let fetched = try mirror.fetched()
        let known =
            clockIsRight
            ? today : [log.lastClosed, fetched, try knownDay()].compactMap { $0 }.max()
        try Self.check(today, against: known)
        var result = try summary(of: organisation, today: today)
        result.fetched = fetched
        try openNew(closed, pending, of: mirror, organisation, into: &result)
        let labels = labels(closed + pending)
        try vault.save { database in
            try settle(labels, fetched: fetched, in: database, into: &result)
            try settleReferrals(closed, pending, fetched: fetched, in: database, into: &result)
            try keepColleagues(organisation, log, today: today, in: database)
            if result.moved > 0 { result.competing = try Moves(database).competing.count }
            try keep(organisation, today: today, in: database)
            result.scheduleEnds = try CaseRecords.setting(database, .scheduled).flatMap { Day($0) }
            if let known { try CaseRecords.set(database, .knownDay, known.text) }
            if let fetched { try CaseRecords.set(database, .fetched, fetched.text) }
            if result.isComplete {
                try database.execute(sql: "DELETE FROM setting WHERE name = 'import-first'")
                try keep(log, of: mirror, today: today, in: database)
            }
        }
        if result.isComplete, let day = log.lastClosed {
            result.destroyed = months.destroySpent(closed: day, today: today)
            if !result.destroyed.isEmpty {
                try months.save(path(.months), sealedTo: identity.recipient)
            }
        }
        return result
    }

    /// Opens what no earlier import settled. What is pending and not hers is tried again once closed.
    private func openNew(
        _ closed: [LoggedEntry], _ pending: [LoggedEntry], of mirror: Mirror,
        _ organisation: Organisation, into result: inout ImportResult
    ) throws {
        var known = try vault.database.read { database in
            Set(
                try Row.fetchAll(database, sql: "SELECT hash FROM envelope")
                    .map { CaseRecords.bytes($0["hash"]) })
        }
        let opener = Opener(
            mirror: mirror, months: months, id: try id(), thread: keys.thread,
            colleagues: organisation.counsellorsEver)
        for (entries, isClosed) in [(closed, true), (pending, false)] {
            // What waited under one tag may have been logged under another.
            let new = entries.filter {
                $0.entry.kind == .report && known.insert($0.entry.hash).inserted
            }
            for start in stride(from: 0, to: new.count, by: Self.batchCount) {
                let batch = [LoggedEntry](new[start..<min(start + Self.batchCount, new.count)])
                let outcomes = try opener.open(batch)
                try vault.database.write { database in
                    for (logged, outcome) in zip(batch, outcomes) {
                        try record(logged, isClosed, outcome, in: database, into: &result)
                    }
                }
            }
        }
    }

    private func record(
        _ logged: LoggedEntry, _ isClosed: Bool, _ outcome: Opener.Outcome, in database: Database,
        into result: inout ImportResult
    ) throws {
        switch outcome {
        case .opened(let opened, let proofs):
            try CaseRecords.add(
                opened, proofs, of: logged, for: try id(database), to: database, &result)
        case .malformed:
            result.malformed += 1
            try CaseRecords.settle(logged, "malformed", in: database)
        case .notMine:
            if isClosed { try CaseRecords.settle(logged, "not-mine", in: database) }
        case .noKey:
            result.withoutKey[logged.day.month, default: 0] += 1
            // Told once: a month's key that is gone doesn't come back.
            if isClosed { try CaseRecords.settle(logged, "no-key", in: database) }
        case .missing(let file):
            result.missing += 1
            result.firstMissing = result.firstMissing ?? file
        case .damaged(let file): result.damaged.append(file)
        }
    }

    private func id(_ database: Database) throws -> String {
        guard let id = try CaseRecords.setting(database, .id) else {
            throw CaseworkError.damaged(file: path(.vault))
        }
        return id
    }

    /// Every label in use, with the hash of what stands under it.
    private func labels(_ entries: [LoggedEntry]) -> [[UInt8]: [UInt8]] {
        var labels: [[UInt8]: [UInt8]] = [:]
        for logged in entries where logged.entry.kind == .reply {
            labels[logged.entry.tag] = logged.entry.hash
        }
        return labels
    }
}
