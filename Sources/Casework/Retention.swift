internal import GRDB
internal import Reporting
package import TransparencyLog

/// That a case must not be erased, and why: the police or a court asks for it.
package struct Hold: Sendable, Equatable {
    package let day: Day
    package let reason: String
}

/// How many erased cases were of one kind.
package struct Figure: Sendable, Equatable {
    /// In which the case came.
    package let year: Int
    package let route: String
    package let track: String
    package let category: String
    package let outcome: String
    package let count: Int
}

// No law says how long a file is kept; a year after closing is this program's own norm, and can be set.
extension OfflineHome {
    /// Months that a closed case is kept, unless she chose otherwise.
    package static let defaultRetention = 12
    package static let retentionRange = 1...120

    package func retention() throws -> Int {
        try vault.database.read { try CaseRecords.retention($0) }
    }

    /// Fewer months make more go, perhaps by a slip: she chooses erasing by itself again then.
    ///
    /// Returns whether that was on and is off now.
    /// - Parameter months: within `retentionRange`.
    @discardableResult package func set(retention months: Int) throws -> Bool {
        precondition(Self.retentionRange.contains(months))
        return try vault.save { database in
            let mustChoose =
                try months < CaseRecords.retention(database)
                && CaseRecords.erasesByItself(database)
            try CaseRecords.set(database, .retention, String(months))
            if mustChoose { try CaseRecords.remove(database, .erasesByItself) }
            return mustChoose
        }
    }

    /// The day on which a case is to be erased; nil while it is open.
    package func erasureDay(_ number: Int) throws -> Day? {
        try vault.database.read { database in
            let closed = try CaseRecords.summary(database, of: number).closed
            return try closed?.adding(months: CaseRecords.retention(database))
        }
    }

    package func hold(on number: Int) throws -> Hold? {
        try vault.database.read { try CaseRecords.hold(on: number, in: $0) }
    }

    /// Holds the erasure of a case. Throws `unknownCase`, `reasonNeeded`.
    package func hold(_ number: Int, reason: String, today: Day) throws {
        guard !VisibleText.isBlank(reason) else {
            throw CaseworkError.life(.reasonNeeded)
        }
        try vault.save { database in
            try CaseRecords.requireCase(number, in: database)
            try database.execute(
                sql: """
                    INSERT INTO hold VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET day = excluded.day, reason = excluded.reason
                    """, arguments: [number, today.number, reason])
            try CaseRecords.note("held", reason, in: number, on: today, database)
        }
    }

    /// Ends a hold. What was only waiting for that is erased: what a colleague has by now. Throws `unknownCase`.
    package func release(_ number: Int, today: Day) throws {
        try vault.save { database in
            try CaseRecords.requireCase(number, in: database)
            try database.execute(
                sql: "DELETE FROM hold WHERE conversation = ?", arguments: [number])
            try CaseRecords.note("released", "", in: number, on: today, database)
            var result = ImportResult()
            try eraseReferred(in: database, into: &result)
        }
    }

    /// Erases closed cases: everything of them leaves the vault, and of each only a count of its kind stays.
    /// Envelopes of them that a mirror still has are not opened again.
    ///
    /// All of them, or none.
    /// - Parameter early: also before their day.
    /// - Throws: `unknownCase`, `notClosed`, `notDue`, `onHold`, `unsent`, `answersAnother`, `beingReferred`.
    package func erase(_ numbers: [Int], today: Day, early: Bool = false) throws {
        try vault.save { database in
            let months = try CaseRecords.retention(database)
            for number in numbers {
                let summary = try CaseRecords.summary(database, of: number)
                let isSorted = summary.sorted != nil || summary.isPractice
                if !isSorted {
                    guard let closed = summary.closed else {
                        throw CaseworkError.life(.notClosed(number: number))
                    }
                    guard early || closed.adding(months: months) <= today else {
                        throw CaseworkError.life(.notDue(number: number))
                    }
                }
                let parts = try Int.fetchAll(
                    database,
                    sql: "SELECT number FROM conversation WHERE part_of = ? AND part_of <> 0",
                    arguments: [number])
                for one in [number] + parts {
                    guard try CaseRecords.hold(on: one, in: database) == nil else {
                        throw CaseworkError.life(.onHold(number: one))
                    }
                    for (other, isHeld) in try CaseRecords.keptSplitOffs(of: one, in: database) {
                        if isHeld { throw CaseworkError.life(.onHold(number: other)) }
                        if !numbers.contains(other) {
                            throw CaseworkError.life(.answersAnother(number: one, open: other))
                        }
                    }
                    try CaseRecords.checkNotOnItsWay(one, in: database)
                    // What is set apart has no day: it is always erased early.
                    let isEarly = early || summary.sorted != nil
                    guard try !isEarly || CaseRecords.isAllSent(one, in: database)
                    else {
                        throw CaseworkError.life(.unsent(number: one))
                    }
                }
                if !isSorted, summary.partOf == nil {
                    try CaseRecords.count(number, in: database)
                }
                for one in parts + [number] { try CaseRecords.erase(one, in: database) }
            }
        }
    }

    /// Of the cases that were erased, most recent years first.
    package func figures() throws -> [Figure] {
        try vault.database.read {
            try Row.fetchAll(
                $0,
                sql: "SELECT * FROM figure ORDER BY year DESC, route, track, category, outcome"
            ).map {
                Figure(
                    year: $0["year"], route: $0["route"], track: $0["track"],
                    category: $0["category"], outcome: $0["outcome"], count: $0["count"])
            }
        }
    }
}

extension CaseRecords {
    static func retention(_ database: Database) throws -> Int {
        try setting(database, .retention).flatMap { Int($0) } ?? OfflineHome.defaultRetention
    }

    static func hold(on number: Int, in database: Database) throws -> Hold? {
        try Row.fetchOne(
            database, sql: "SELECT day, reason FROM hold WHERE conversation = ?",
            arguments: [number]
        ).map { Hold(day: Day(number: $0["day"]), reason: $0["reason"]) }
    }

    /// One more of its kind.
    fileprivate static func count(_ number: Int, in database: Database) throws {
        guard let overview = try overviews(database, of: [number]).first else { return }
        let summary = overview.summary
        try database.execute(
            sql: """
                INSERT INTO figure VALUES (?, ?, ?, ?, ?, 1)
                ON CONFLICT DO UPDATE SET count = count + 1
                """,
            arguments: [
                summary.opened.month.year, summary.route.rawValue, summary.track,
                summary.category, overview.outcome,
            ])
    }

    /// Throws `beingReferred` as long as a colleague has not got all of a case that was sent to them.
    static func checkNotOnItsWay(_ number: Int, in database: Database) throws {
        let isOnItsWay =
            try Int.fetchOne(
                database,
                sql: "SELECT 1 FROM referral WHERE conversation = ? AND state = 'sent' LIMIT 1",
                arguments: [number]) != nil
        if isOnItsWay { throw CaseworkError.referral(.beingReferred) }
    }

    /// Whether the log has every answer in a case.
    fileprivate static func isAllSent(_ number: Int, in database: Database) throws -> Bool {
        try Int.fetchOne(
            database,
            sql: "SELECT 1 FROM reply WHERE conversation = ? AND state <> 'posted' LIMIT 1",
            arguments: [number]) == nil
    }

    /// Removes a case with all that refers to it. That its envelopes were hers is forgotten too.
    static func erase(_ number: Int, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE envelope SET outcome = 'not-mine'
                WHERE hash IN (SELECT hash FROM report WHERE conversation = ?)
                """, arguments: [number])
        let last = try setting(database, .lastNumber).flatMap { Int($0) } ?? 0
        try set(database, .lastNumber, String(max(last, number)))
        try database.execute(
            sql: "DELETE FROM form_draft WHERE conversation = ?", arguments: [number])
        try remove("conversation", where: "number = \(number)", from: database)
    }

    /// Removes rows, and before them those of any table that refer to them.
    private static func remove(
        _ table: String, where condition: String, from database: Database
    ) throws {
        let tables = try String.fetchAll(
            database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        for child in tables {
            for key in try database.foreignKeys(on: child) where key.destinationTable == table {
                let (own, theirs) = (key.mapping[0].origin, key.mapping[0].destination)
                try remove(
                    child, where: "\(own) IN (SELECT \(theirs) FROM \(table) WHERE \(condition))",
                    from: database)
            }
        }
        try database.execute(sql: "DELETE FROM \(table) WHERE \(condition)")
    }
}
