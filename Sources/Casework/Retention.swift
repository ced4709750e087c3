internal import GRDB
internal import Reporting
package import TransparencyLog

/// That a case must not be erased, and why: the police or a court asks for it.
package struct Hold: Sendable, Equatable {
    package let day: Day
    package let reason: String
}

/// A case whose day to be erased has come.
package struct ErasureDue: Sendable, Equatable {
    package let number: Int
    package let day: Day
    package let isHeld: Bool
    /// A message came since that was not read or not answered.
    package let isUnanswered: Bool
    /// An answer or a referral that the log does not have yet.
    package let isUnsent: Bool
    /// A text was begun and is still kept.
    package let isBegun: Bool

    /// Whether it goes without being looked at once more.
    package var mayGo: Bool { !isHeld && !isUnanswered && !isUnsent && !isBegun }
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
                    if let other = try CaseRecords.heldSplitOff(of: one, in: database) {
                        throw CaseworkError.life(.onHold(number: other))
                    }
                    try CaseRecords.checkNotOnItsWay(one, in: database)
                    let other = try CaseRecords.openSplitOff(of: one, in: database)
                    if let other, !numbers.contains(other) {
                        throw CaseworkError.life(.answersAnother(number: one, open: other))
                    }
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

    /// The cases to be erased by a day, the earliest first.
    static func erasuresDue(by day: Day, in database: Database) throws -> [ErasureDue] {
        let months = try retention(database)
        let closed = try Row.fetchAll(
            database,
            sql: """
                SELECT c.number, c.closed_on
                FROM conversation c
                WHERE \(CaseSQL.isCase) AND c.state = 'closed' AND c.closed_on <= ?
                """,
            // Months have different lengths: a few more are looked at than are due.
            arguments: [day.adding(months: -months).number + 3])
        let due = closed.map {
            (number: $0[0] as Int, day: Day(number: $0[1]).adding(months: months))
        }
        .filter { $0.day <= day }
        guard !due.isEmpty else { return [] }
        let held = try wholes(
            """
            SELECT conversation FROM hold UNION SELECT conversation FROM (\(openSplitOffs))
            UNION SELECT conversation FROM (\(heldSplitOffs))
            """, in: database)
        // A part that is open in a case that is closed: merged by an earlier version.
        let unanswered = try wholes(
            """
            SELECT conversation FROM report WHERE seen = 0
            UNION SELECT number FROM conversation WHERE answered = 0 AND state = 'closed'
            UNION SELECT number FROM conversation WHERE part_of <> 0 AND state = 'open'
            """, in: database)
        let unsent = try wholes(
            """
            SELECT conversation FROM reply WHERE state <> 'posted'
            UNION SELECT conversation FROM referral WHERE state = 'sent'
            """, in: database)
        let begun = try wholes(
            "SELECT conversation FROM form_draft WHERE conversation > 0", in: database)
        return due.map { number, day in
            ErasureDue(
                number: number, day: day, isHeld: held.contains(number),
                isUnanswered: unanswered.contains(number), isUnsent: unsent.contains(number),
                isBegun: begun.contains(number))
        }.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
    }

    private static func wholes(_ source: String, in database: Database) throws -> Set<Int> {
        try Set(Int.fetchAll(database, sql: CaseSQL.wholes(of: source)))
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

    /// Cases that were split off and are open, each with the one that it is answered in.
    private static let openSplitOffs = """
        SELECT s.origin AS conversation, o.number AS open FROM split s
        JOIN conversation o ON o.number = s.conversation
        WHERE o.state = 'open' AND o.sorted = ''
        """

    /// A case split off from this one that is open; nil for none.
    fileprivate static func openSplitOff(of number: Int, in database: Database) throws -> Int? {
        try Int.fetchOne(
            database, sql: "SELECT min(open) FROM (\(openSplitOffs)) WHERE conversation = ?",
            arguments: [number])
    }

    private static let heldSplitOffs = """
        SELECT s.origin AS conversation, h.conversation AS held FROM split s
        JOIN hold h ON h.conversation = s.conversation
        """

    /// A case split off from this one that is held, and is answered in this one; nil for none.
    fileprivate static func heldSplitOff(of number: Int, in database: Database) throws -> Int? {
        try Int.fetchOne(
            database, sql: "SELECT min(held) FROM (\(heldSplitOffs)) WHERE conversation = ?",
            arguments: [number])
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
