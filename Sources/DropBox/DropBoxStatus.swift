internal import GRDB
package import TransparencyLog

/// How much the drop-box holds; no time finer than a day, and nothing of a single report.
package struct DropBoxStatus: Sendable, Equatable {
    /// Entries by kind, logged or pending.
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
    package func status() async throws -> DropBoxStatus {
        try await DropBoxError.translating { [database] in
            try await database.read { database in
                var counts: [EntryKind: Int] = [:]
                for kind in EntryKind.allCases {
                    counts[kind] = try Int.fetchOne(
                        database, sql: "SELECT count(*) FROM entry WHERE kind = ?",
                        arguments: [Int(kind.rawValue)])
                }
                return DropBoxStatus(
                    counts: counts,
                    pendingCount: try Int.fetchOne(
                        database, sql: "SELECT count(*) FROM entry WHERE place IS NOT NULL") ?? 0,
                    size: try Writing.size(of: database),
                    firstEntry: try LogState.firstEntry(in: database),
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
