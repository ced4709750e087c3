internal import Foundation
internal import GRDB
internal import Sodium
package import TransparencyLog

extension DropBox {
    /// Files larger than this are not rewritten at a closing.
    private static let vacuumByteLimit = 256 << 20

    /// Closes every day up to and including `day` that is not closed yet: what was accepted on it becomes
    /// entries, sorted by hash, and the tree with them is signed; all in one transaction. When a month
    /// begins the notes in force are logged again, and months that are no longer kept are erased.
    ///
    /// Then the file is put in order: what a closed day's envelopes left in the log file and on free pages
    /// is gone, and so is the order in which they came.
    /// - Parameters:
    ///   - limit: the most days that are closed at once, for a closed day can't be opened again; nil for any.
    ///   - rules: what the notes stored say; called in the transaction, when there is a day to close.
    /// - Returns: whether there was a day to close.
    /// - Throws: `DropBoxError`, `clockAhead` for more than `limit`; `LogDamage`, and what `rules` throws.
    @discardableResult
    package func closeDays(
        through day: Day, limit: Int? = nil,
        rules: ([[UInt8]]) throws -> ClosingRules = { _ in ClosingRules() }
    ) throws -> Bool {
        let isClosed = try DropBoxError.translating {
            try database.write { database in
                guard let days = try Closing.openDays(through: day, in: database) else {
                    return false
                }
                if let limit, days.count > limit {
                    throw DropBoxError.clockAhead(
                        first: Day(number: days.lowerBound), last: day)
                }
                var closing = Closing(
                    rules: try rules(Reading.notes(in: database)), database: database,
                    tree: try LogTree(in: database, log: log))
                try closing.close(days)
                return true
            }
        }
        if isClosed {
            try? saveCheckpoint()
            tidy()
        }
        return isClosed
    }

    /// Best effort: the closing stands also where another process or a full disk is in the way.
    private func tidy() {
        try? database.barrierWriteWithoutTransaction { database in
            let byteCount = try Int.fetchOne(
                database,
                sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            if let byteCount, byteCount <= Self.vacuumByteLimit {
                try? database.execute(sql: "VACUUM")
            }
            try database.checkpoint(.truncate)
        }
    }
}

/// One closing of a day or of several that were missed, inside the caller's transaction.
struct Closing {
    let rules: ClosingRules
    let database: Database
    private var tree: LogTree

    init(rules: ClosingRules, database: Database, tree: LogTree) {
        self.rules = rules
        self.database = database
        self.tree = tree
    }

    /// The days from the first that is not closed to `last`; nil when there are none.
    static func openDays(through last: Day, in database: Database) throws -> ClosedRange<Int>? {
        let closed = try Writing.lastClosedDay(in: database)
        // Before the first closing there are few: notes, and what waits for it. Days before the log began are
        // not closed.
        let oldest =
            closed == nil ? try Int.fetchOne(database, sql: "SELECT min(day) FROM entry") : nil
        let first = closed?.adding(1).number ?? oldest ?? last.number
        return first <= last.number ? first...last.number : nil
    }

    mutating func close(_ days: ClosedRange<Int>) throws {
        for day in days { try addCover(Day(number: day)) }
        let pending = try Row.fetchAll(
            database,
            sql: """
                SELECT day, kind, hash, tag, place FROM entry
                WHERE place IS NOT NULL AND day <= ? ORDER BY day, hash
                """, arguments: [days.upperBound])
        var rows = pending[...]
        for number in days {
            while let row = rows.first, (row["day"] as Int) <= number {
                rows.removeFirst()
                try move(try Reading.entry(row), place: row["place"])
            }
            try tree.sign()
            try database.execute(
                sql: "INSERT INTO closed_day (day, size) VALUES (?, ?)",
                arguments: [number, tree.size])
            let next = Day(number: number + 1)
            if next.month.firstDay == next { try beginMonth(next) }
        }
        // In the order they were written: the list of free pages must not keep the order of the hashes,
        // from which the one could be told by the other.
        for place in pending.map({ $0["place"] as Int64 }).sorted() {
            try database.cachedStatement(sql: "DELETE FROM arriving WHERE place = ?")
                .execute(arguments: [place])
        }
        try Retention(rules: rules, database: database)
            .erase(month: Day(number: days.upperBound + 1).month)
        try LogState.change(in: database)
    }

    /// Tops the day's reports up to the number that hides how many there were.
    private func addCover(_ day: Day) throws {
        guard rules.coverTotal > 0 else { return }
        let count =
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM entry WHERE place IS NOT NULL AND day = ? AND kind = 1",
                arguments: [day.number]) ?? 0
        for _ in 0..<max(0, rules.coverTotal - count) {
            guard
                let cover = Submission(
                    kind: .report, tag: randomBytes(LogEntry.tagByteCount),
                    envelope: try rules.makeCover())
            else { preconditionFailure("cover has the size of a report") }
            _ = try Writing.insert([cover], into: database, today: day)
        }
    }

    private mutating func move(_ entry: LogEntry, place: Int64) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO envelope (position, kind, bytes)
                SELECT ?, kind, bytes FROM arriving WHERE place = ?
                """
        ).execute(arguments: [tree.size, place])
        try database.cachedStatement(
            sql: "UPDATE entry SET position = ?, place = NULL WHERE hash = ? AND tag = ?"
        ).execute(arguments: [tree.size, Data(entry.hash), Data(entry.tag)])
        try tree.append(entry)
    }

    /// Logs the notes in force again, so that they stand among the entries of every month kept.
    private mutating func beginMonth(_ day: Day) throws {
        for note in rules.notesInForce {
            _ = try Writing.logNote(
                hash: SHA256.hash(note), day: day, in: database, adding: &tree)
        }
        try tree.sign()
    }
}
