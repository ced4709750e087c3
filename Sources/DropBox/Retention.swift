internal import Foundation
internal import GRDB
internal import Sodium
package import TransparencyLog

/// What is kept longer than the roster says, because not everyone who must has confirmed it.
package struct KeptBeyond: Sendable, Equatable {
    /// The day of the oldest entry kept.
    package let since: Day
    /// Whose `collector` has not confirmed all that could be erased.
    package let waitingFor: [VerifierKey]
}

extension DropBox {
    /// What is kept beyond retention; nil when nothing is.
    package func keptBeyondRetention(
        rules: @escaping @Sendable ([[UInt8]]) throws -> ClosingRules
    ) async throws -> KeptBeyond? {
        try await read { database in
            guard let last = try Writing.lastClosedDay(in: database) else { return nil }
            let retention = Retention(
                rules: try rules(Reading.notes(in: database)), database: database)
            return try retention.keptBeyond(month: last.adding(1).month)
        }
    }
}

/// Whole months are kept, and older ones erased once every counsellor's collector has confirmed them.
///
/// Source: Docs/protocol.md §5.
struct Retention {
    let rules: ClosingRules
    let database: Database

    /// The size at the closing before the oldest month kept; nil when that month is not older than the log.
    private func boundary(month: Month) throws -> (size: Int, day: Int)? {
        guard let months = rules.retentionMonths else { return nil }
        let day = month.adding(-months).firstDay.number - 1
        return try Int.fetchOne(
            database, sql: "SELECT size FROM closed_day WHERE day = ?", arguments: [day]
        ).map { ($0, day) }
    }

    /// The size of the largest tree that a key has cosigned; 0 when there is none.
    private func confirmed(_ key: VerifierKey) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT max(size) FROM cosignature WHERE name = ? AND key_id = ?",
            arguments: [key.name, Int(key.keyID)]) ?? 0
    }

    func keptBeyond(month: Month) throws -> KeptBeyond? {
        let firstEntry = try LogState.firstEntry(in: database)
        guard let boundary = try boundary(month: month), boundary.size > firstEntry,
            let day = try Int.fetchOne(
                database, sql: "SELECT min(day) FROM closed_day WHERE size > ?",
                arguments: [firstEntry])
        else { return nil }
        return KeptBeyond(
            since: Day(number: day),
            waitingFor: try rules.collectors.filter { try confirmed($0) < boundary.size })
    }

    /// Moves the first entry kept, and erases what is below it.
    ///
    /// - Parameter month: the current one.
    func erase(month: Month) throws {
        guard let boundary = try boundary(month: month) else { return }
        let first = try rules.collectors.reduce(boundary.size) { min($0, try confirmed($1)) }
        if first > (try LogState.firstEntry(in: database)) {
            try LogState.setFirstEntry(first, in: database)
            try erase(below: first)
        }
        if first == boundary.size {
            try database.execute(
                sql: "DELETE FROM closed_day WHERE day < ?", arguments: [boundary.day])
        }
    }

    private func erase(below first: Int) throws {
        try database.execute(sql: "DELETE FROM envelope WHERE position < ?", arguments: [first])
        try database.execute(
            sql: "DELETE FROM entry WHERE position IS NOT NULL AND position < ?",
            arguments: [LogView.firstServed(firstEntry: first)])
        try database.execute(sql: "DELETE FROM closed_day WHERE size < ?", arguments: [first])
        try database.execute(sql: "DELETE FROM cosignature WHERE size < ?", arguments: [first])
        let rosters = Set(rules.rosters.map { SHA256.hash($0) })
        let unused = try Data.fetchAll(
            database,
            sql: """
                SELECT hash FROM note WHERE hash NOT IN
                  (SELECT hash FROM entry WHERE kind = 3 AND position >= ?)
                """, arguments: [first])
        for hash in unused where !rosters.contains([UInt8](hash)) {
            try database.execute(sql: "DELETE FROM note WHERE hash = ?", arguments: [hash])
        }
    }
}
