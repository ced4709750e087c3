internal import GRDB
package import TransparencyLog

extension DropBox {
    /// Files larger than this are not rewritten at a closing.
    private static let vacuumByteLimit = 256 << 20

    /// Closes every day up to and including `day` that is not closed yet: what was accepted on it becomes
    /// entries, sorted by hash, in one transaction.
    ///
    /// Then the file is put in order: what a closed day's envelopes left in the log file and on free pages
    /// is gone, and so is the order in which they came.
    /// - Returns: whether there was a day to close.
    /// - Throws: `DropBoxError`.
    @discardableResult
    package func closeDays(through day: Day) throws -> Bool {
        try DropBoxError.translating {
            let isClosed = try database.write { database in
                try Self.close(through: day, in: database)
            }
            if isClosed { tidy() }
            return isClosed
        }
    }

    private static func close(through last: Day, in database: Database) throws -> Bool {
        let closed = try Writing.lastClosedDay(in: database)
        let oldest = try Int.fetchOne(
            database, sql: "SELECT min(day) FROM entry WHERE position IS NULL"
        ).map { Day(number: $0) }
        let first = closed?.adding(1) ?? oldest ?? last
        guard first <= last else { return false }
        let pending = try Row.fetchAll(
            database,
            sql: """
                SELECT day, hash, place FROM entry WHERE position IS NULL AND day <= ?
                ORDER BY day, hash
                """, arguments: [last.number])
        var position = try Writing.size(of: database)
        var rows = pending[...]
        for number in min(first, oldest ?? first).number...last.number {
            while let row = rows.first, row["day"] as Int == number {
                rows.removeFirst()
                try move(place: row["place"], hash: row["hash"], to: position, in: database)
                position += 1
            }
            if number >= first.number {
                try database.execute(
                    sql: "INSERT INTO closed_day (day, size) VALUES (?, ?)",
                    arguments: [number, position])
            }
        }
        // In the order they were written: the list of free pages must not keep the order of the hashes,
        // from which the one could be told by the other.
        for place in pending.map({ $0["place"] as Int64 }).sorted() {
            try database.cachedStatement(sql: "DELETE FROM arriving WHERE place = ?")
                .execute(arguments: [place])
        }
        return true
    }

    private static func move(
        place: Int64, hash: DatabaseValue, to position: Int, in database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO envelope (position, kind, bytes)
                SELECT ?, kind, bytes FROM arriving WHERE place = ?
                """
        ).execute(arguments: [position, place])
        try database.cachedStatement(
            sql: "UPDATE entry SET position = ?, place = NULL WHERE hash = ?"
        ).execute(arguments: [position, hash])
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
