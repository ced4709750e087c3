internal import Foundation
internal import GRDB
package import TransparencyLog

/// An entry of the log with the day it was accepted.
package struct LoggedEntry: Sendable, Equatable {
    /// Its index in the log, from 0.
    package let position: Int
    package let day: Day
    package let entry: LogEntry
}

/// A note with the day on which it was first logged.
package struct StoredNote: Sendable, Equatable {
    package let day: Day
    package let bytes: [UInt8]

    package init(day: Day, bytes: [UInt8]) {
        self.day = day
        self.bytes = bytes
    }
}

extension DropBox {
    /// The entries from `position` on, at most `limit`, in the order of the log.
    package func entries(from position: Int, limit: Int) async throws -> [LoggedEntry] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT position, day, kind, hash, tag FROM entry
                    WHERE position IS NOT NULL AND position >= ? ORDER BY position LIMIT ?
                    """, arguments: [position, limit]
            ).map { row in
                LoggedEntry(
                    position: row["position"], day: Day(number: row["day"]),
                    entry: try Reading.entry(row))
            }
        }
    }

    /// What is accepted and not in the log yet, sorted by hash.
    package func pending() async throws -> [Accepted] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT day, kind, hash, tag FROM entry WHERE place IS NOT NULL ORDER BY hash"
            ).map { row in
                Accepted(
                    day: Day(number: row["day"]), entry: try Reading.entry(row), isNew: false)
            }
        }
    }

    /// The envelope or note with this SHA-256, pending or logged; nil when there is none.
    package func envelope(hash: [UInt8]) async throws -> [UInt8]? {
        try await read { database in
            try Data.fetchOne(
                database,
                sql: """
                    SELECT bytes FROM note WHERE hash = :hash
                    UNION ALL
                    SELECT coalesce(envelope.bytes, arriving.bytes) FROM entry
                    LEFT JOIN envelope ON envelope.position = entry.position
                    LEFT JOIN arriving ON arriving.place = entry.place
                    WHERE hash = :hash AND entry.kind <> 3
                      AND coalesce(envelope.bytes, arriving.bytes) IS NOT NULL
                    """, arguments: ["hash": Data(hash)]
            ).map { [UInt8]($0) }
        }
    }

    /// The replies of a month, label ‖ envelope each, sorted by label.
    package func replies(of month: Month) async throws -> [UInt8] {
        try await read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT tag, coalesce(envelope.bytes, arriving.bytes) AS bytes FROM entry
                    LEFT JOIN envelope ON envelope.position = entry.position
                    LEFT JOIN arriving ON arriving.place = entry.place
                    WHERE entry.kind = ? AND day BETWEEN ? AND ?
                      AND coalesce(envelope.bytes, arriving.bytes) IS NOT NULL
                    ORDER BY tag
                    """,
                arguments: [
                    Int(EntryKind.reply.rawValue), month.firstDay.number, month.lastDay.number,
                ])
            var records: [UInt8] = []
            while let row = try rows.next() {
                records += row["tag"] as Data
                records += row["bytes"] as Data
            }
            return records
        }
    }

    /// Whether an envelope or note with this SHA-256 is an entry, or will be.
    package func isStored(hash: [UInt8]) async throws -> Bool {
        try await read { database in
            try Int.fetchOne(
                database.cachedStatement(sql: "SELECT 1 FROM entry WHERE hash = ?"),
                arguments: [Data(hash)]) != nil
        }
    }

    /// The notes kept, each once, in the order in which they were first logged.
    package func notes() async throws -> [[UInt8]] {
        try await read { try Reading.notes(in: $0) }
    }

    /// A number that grows with every change of the log, its notes or its cosignatures, whichever
    /// process made it.
    package func version() async throws -> Int {
        try await read { try LogState.version(in: $0) }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await DropBoxError.translating { [database] in try await database.read(body) }
    }
}

/// The statements that read; each runs inside the caller's transaction.
enum Reading {
    static func notes(in database: Database) throws -> [[UInt8]] {
        try storedNotes(in: database).map(\.bytes)
    }

    /// In the order in which they were first logged.
    static func storedNotes(in database: Database) throws -> [StoredNote] {
        try Row.fetchAll(database, sql: "SELECT day, bytes FROM note ORDER BY number").map { row in
            StoredNote(day: Day(number: row["day"]), bytes: [UInt8](row["bytes"] as Data))
        }
    }

    /// - Throws: `notADropBox` for what the table's own checks forbid.
    static func entry(_ row: Row) throws -> LogEntry {
        guard let number: Int = row["kind"],
            let kind = EntryKind(rawValue: UInt8(clamping: number)),
            let entry = LogEntry(
                kind: kind, hash: [UInt8](row["hash"] as Data), tag: [UInt8](row["tag"] as Data))
        else { throw DropBoxError.notADropBox }
        return entry
    }
}
