internal import Foundation
internal import GRDB
internal import Sodium
internal import TransparencyLog

/// The statements that add entries; each runs inside the caller's transaction.
enum Writing {
    /// One outcome for each submission, in order. A refused one leaves the others unharmed.
    static func insert(
        _ submissions: [Submission], into database: Database, today: Day
    ) throws -> [GroupCommit.Outcome] {
        try refuseClosedDay(today, in: database)
        return try submissions.map { submission in
            let entry = submission.entry
            if let known = try accepted(hash: entry.hash, in: database) {
                return known.entry == entry ? .success(known) : .failure(.conflict)
            }
            guard try !isTaken(entry, in: database) else { return .failure(.conflict) }
            try database.cachedStatement(
                sql: "INSERT INTO arriving (kind, bytes) VALUES (?, ?)"
            ).execute(arguments: [Int(entry.kind.rawValue), Data(submission.envelope)])
            try insert(
                entry, day: today, position: nil, place: database.lastInsertedRowID, in: database)
            return .success(Accepted(day: today, entry: entry, isNew: true))
        }
    }

    /// Logs a note and signs the tree with it; a note that is there already is left alone.
    static func insertNote(
        _ note: [UInt8], into database: Database, log: NoteSigner, today: Day,
        admit: ([StoredNote]) throws -> Void
    ) throws -> Accepted {
        try refuseClosedDay(today, in: database)
        let hash = SHA256.hash(note)
        if let known = try acceptedNote(hash: hash, in: database) { return known }
        guard try accepted(hash: hash, in: database) == nil else { throw DropBoxError.conflict }
        try admit(Reading.storedNotes(in: database))
        var tree = try LogTree(in: database, log: log)
        let entry = try logNote(hash: hash, day: today, in: database, adding: &tree)
        try database.execute(
            sql: "INSERT INTO note (number, hash, tag, day, bytes) VALUES (?, ?, ?, ?, ?)",
            arguments: [tree.size - 1, Data(hash), Data(entry.tag), today.number, Data(note)])
        try tree.sign()
        try LogState.change(in: database)
        return Accepted(day: today, entry: entry, isNew: true)
    }

    /// Adds an entry of a note, under a random tag.
    static func logNote(
        hash: [UInt8], day: Day, in database: Database, adding tree: inout LogTree
    ) throws -> LogEntry {
        guard let entry = LogEntry(kind: .note, hash: hash, tag: randomBytes(LogEntry.tagByteCount))
        else { preconditionFailure("a hash has 32 bytes") }
        try insert(entry, day: day, position: tree.size, place: nil, in: database)
        try tree.append(entry)
        return entry
    }

    /// How many entries the log has.
    static func size(of database: Database) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(
                sql: "SELECT max(position) + 1 FROM entry WHERE position IS NOT NULL")) ?? 0
    }

    /// The last day closed.
    static func lastClosedDay(in database: Database) throws -> Day? {
        try Int.fetchOne(database.cachedStatement(sql: "SELECT max(day) FROM closed_day"))
            .map { Day(number: $0) }
    }

    /// Refuses a day that is too far from the last closing, or from the first note, to be believed.
    ///
    /// - Throws: `DropBoxError.clockAhead`.
    static func refuse(_ today: Day, openDayLimit limit: Int?, in database: Database) throws {
        guard let limit else { return }
        let first =
            try lastClosedDay(in: database)?.adding(1)
            ?? Int.fetchOne(
                database.cachedStatement(sql: "SELECT day FROM note ORDER BY number LIMIT 1")
            ).map { Day(number: $0) }
        if let first, today.number - first.number > limit {
            throw DropBoxError.clockAhead(first: first, last: today.adding(-1))
        }
    }

    private static func refuseClosedDay(_ today: Day, in database: Database) throws {
        if let closed = try lastClosedDay(in: database), today <= closed {
            throw DropBoxError.clockBehind(closed: closed)
        }
    }

    private static func accepted(hash: [UInt8], in database: Database) throws -> Accepted? {
        let statement = try database.cachedStatement(
            sql: "SELECT kind, hash, tag, day FROM entry WHERE hash = ?")
        return try Row.fetchOne(statement, arguments: [Data(hash)]).map { row in
            Accepted(
                day: Day(number: row["day"]), entry: try Reading.entry(row), isNew: false)
        }
    }

    /// What was answered when the note was logged first.
    private static func acceptedNote(hash: [UInt8], in database: Database) throws -> Accepted? {
        try Row.fetchOne(
            database, sql: "SELECT tag, day FROM note WHERE hash = ?", arguments: [Data(hash)]
        ).map { row in
            guard
                let entry = LogEntry(kind: .note, hash: hash, tag: [UInt8](row["tag"] as Data))
            else { throw DropBoxError.notADropBox }
            return Accepted(day: Day(number: row["day"]), entry: entry, isNew: false)
        }
    }

    private static func isTaken(_ entry: LogEntry, in database: Database) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: "SELECT 1 FROM entry WHERE kind = ? AND tag = ?")
        let arguments: StatementArguments = [Int(entry.kind.rawValue), Data(entry.tag)]
        return try Int.fetchOne(statement, arguments: arguments) != nil
    }

    private static func insert(
        _ entry: LogEntry, day: Day, position: Int?, place: Int64?, in database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO entry (hash, kind, tag, day, position, place) VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            Data(entry.hash), Int(entry.kind.rawValue), Data(entry.tag), day.number, position,
            place,
        ])
    }
}
