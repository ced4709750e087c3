internal import GRDB
package import TransparencyLog

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

// What is to be erased by now, and what stands in the way of it.
extension CaseRecords {
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
            SELECT conversation FROM hold UNION SELECT conversation FROM (\(keptSplitOffs))
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

    /// Cases that were split off and are open or held, each with the one that it is answered in.
    private static let keptSplitOffs = """
        SELECT s.origin AS conversation, o.number, h.conversation IS NOT NULL AS is_held
        FROM split s JOIN conversation o ON o.number = s.conversation
        LEFT JOIN hold h ON h.conversation = s.conversation
        WHERE o.state = 'open' AND o.sorted = '' OR h.conversation IS NOT NULL
        """

    /// The cases split off from this one that it must stay for, the held ones first.
    static func keptSplitOffs(
        of number: Int, in database: Database
    ) throws -> [(number: Int, isHeld: Bool)] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT number, is_held FROM (\(keptSplitOffs)) WHERE conversation = ?
                ORDER BY is_held DESC, number
                """,
            arguments: [number]
        ).map { ($0[0], $0[1]) }
    }
}
