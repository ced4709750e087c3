internal import GRDB
package import TransparencyLog

/// How much the drop-box holds; no time finer than a day, and nothing of a single report.
package struct DropBoxStatus: Sendable, Equatable {
    /// Envelopes kept, logged or pending, and notes kept.
    package let counts: [EntryKind: Int]
    /// Of these, how many wait for a closing.
    package let pendingCount: Int
    /// Entries of the log.
    package let size: Int
    /// The first entry whose envelope is kept.
    package let firstEntry: Int
    /// The last day closed, nil before the first.
    package let lastClosedDay: Day?
    /// Bytes of the database file, without its write-ahead log.
    package let byteCount: Int
}

extension DropBox {
    /// What is looked at before a store is opened to be written to; nothing is changed.
    ///
    /// - Throws: `LogDamage`; `DropBoxError`, `FileError`.
    package func checkOpening() async throws {
        // Before the store: another process may sign in between, and the store is then the newer.
        let signed = try checkpointFile?.read(log: log.verifierKey)
        try await read { [log, checkpointFile] database in
            if checkpointFile != nil, signed == nil { throw LogDamage.noCheckpoint }
            guard try LogTree.newest(in: database) != nil else {
                guard let signed, signed.size > 0 else { return }
                throw LogDamage.older(stored: 0, signed: signed.size)
            }
            try Opening.check(database, log: log, signed: signed)
        }
    }

    package func status() async throws -> DropBoxStatus {
        try await DropBoxError.translating { [database] in
            try await database.read { database in
                let firstEntry = try LogState.firstEntry(in: database)
                var counts: [EntryKind: Int] = [:]
                for kind in EntryKind.allCases {
                    counts[kind] = try Int.fetchOne(
                        database,
                        sql: """
                            SELECT count(*) FROM entry
                            WHERE kind = ? AND (position IS NULL OR position >= ?)
                            """, arguments: [Int(kind.rawValue), firstEntry])
                }
                // A note is logged several times and kept once.
                counts[.note] = try Int.fetchOne(database, sql: "SELECT count(*) FROM note")
                return DropBoxStatus(
                    counts: counts,
                    pendingCount: try Int.fetchOne(
                        database, sql: "SELECT count(*) FROM entry WHERE place IS NOT NULL") ?? 0,
                    size: try Writing.size(of: database),
                    firstEntry: firstEntry,
                    lastClosedDay: try Writing.lastClosedDay(in: database),
                    byteCount: try Int.fetchOne(
                        database,
                        sql:
                            "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
                    )
                        ?? 0)
            }
        }
    }
}
