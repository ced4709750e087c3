internal import GRDB
package import TransparencyLog

/// One line of a case's timeline.
package struct TimelineEntry: Sendable, Equatable {
    /// What happened.
    package enum Kind: String, Sendable {
        /// It came; the value is its route.
        case received
        /// A message of the reporter; its kind.
        case message
        /// An answer of hers; its kind.
        case answer
        case note
        /// A step of its track; which.
        case milestone
        /// A check-in; which, and how.
        case aftercare
        /// Something she did; which, and a value.
        case event
    }

    package let day: Day
    package let kind: Kind
    package let value: String
}

extension OfflineHome {
    /// All that happened in a case and its parts, by day. Within a day only the kinds are in order: nothing
    /// here knows a time.
    package func timeline(_ number: Int) throws -> [TimelineEntry] {
        try vault.database.read { database in
            try CaseRecords.requireCase(number, in: database)
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM (
                        SELECT opened AS day, 0 AS place, 'received' AS kind, route AS value
                            FROM conversation WHERE number = :number
                        UNION ALL SELECT day, 1, 'message', kind FROM report
                            JOIN conversation c ON c.number = :number WHERE \(CaseSQL.ofWhole)
                        UNION ALL SELECT day, 2, 'answer', kind FROM reply
                            JOIN conversation c ON c.number = :number WHERE \(CaseSQL.ofWhole)
                        UNION ALL SELECT day, 3, 'milestone', step FROM milestone
                            WHERE conversation = :number
                        UNION ALL SELECT day, 4, 'note', '' FROM private_note
                            WHERE conversation = :number
                        UNION ALL SELECT day, 5, 'event', trim(kind || ' ' || value)
                            FROM case_event WHERE conversation = :number
                        UNION ALL SELECT day, 6, 'aftercare', step || ' ' || way FROM aftercare
                            WHERE conversation = :number)
                    ORDER BY day, place
                    """, arguments: ["number": number]
            ).map {
                TimelineEntry(
                    day: Day(number: $0["day"]),
                    kind: TimelineEntry.Kind(rawValue: $0["kind"]) ?? .event, value: $0["value"])
            }
        }
    }
}
