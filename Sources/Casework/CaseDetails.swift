internal import GRDB
package import Reporting
package import TransparencyLog

/// What became of a case, for the figures.
package enum CaseOutcome: String, Sendable, CaseIterable {
    /// Someone listened, and thought along.
    case advice
    /// People talked with each other, alone or with a mediator.
    case mediation
    /// A complaint was made.
    case complaint
    /// A report was looked into.
    case investigation
    /// Another counsellor, or other help, goes on with it.
    case referred
    /// The police or an authority has it.
    case outside
    /// The reporter stopped.
    case withdrawn
    case nothing
}

/// What she keeps about a case. What is nil stays as it is.
package struct CaseDetails: Sendable, Equatable {
    package var status: CaseStatus?
    package var track: Track?
    package var category: Category?
    package var outcome: CaseOutcome?

    package init(
        status: CaseStatus? = nil, track: Track? = nil, category: Category? = nil,
        outcome: CaseOutcome? = nil
    ) {
        self.status = status
        self.track = track
        self.category = category
        self.outcome = outcome
    }
}

/// A step on a case's track, with the day she took it.
package struct Milestone: Sendable, Equatable {
    package let step: String
    package let day: Day
}

extension Track {
    /// What can be recorded on this track, in the usual order; the clocks' own steps among it.
    package var milestones: [String] {
        switch self {
        case .conversation: ["acknowledgement", "talked", "choices", "agreed"]
        case .complaint:
            [
                "acknowledgement", "handed-to-committee", "admitted", "hearing", "committee-advice",
                "decided", "feedback",
            ]
        case .wbk:
            [
                "acknowledgement", "assessed", "investigation", "findings", "measures", "feedback",
                "outside",
            ]
        }
    }
}

extension OfflineHome {
    /// Sets how far a case is, by which track's clock it goes, what it is about, and what became of it. Each
    /// change stands in its timeline. Throws `unknownCase`.
    package func set(_ details: CaseDetails, of number: Int, today: Day) throws {
        try vault.save { database in
            let before = try CaseRecords.overviews(database, of: [number]).first
            guard let before else { throw CaseworkError.unknownCase(number: number) }
            let changes: [(column: String, kind: String, old: String, new: String?)] = [
                ("status", "status", before.status.rawValue, details.status?.rawValue),
                ("own_track", "track", before.summary.track, details.track?.rawValue),
                ("own_category", "category", before.summary.category, details.category?.rawValue),
                ("outcome", "outcome", before.outcome, details.outcome?.rawValue),
            ]
            for change in changes {
                guard let new = change.new, new != change.old else { continue }
                try database.execute(
                    sql: "UPDATE conversation SET \(change.column) = ? WHERE number = ?",
                    arguments: [new, number])
                try CaseRecords.note(change.kind, new, in: number, on: today, database)
            }
        }
    }

    /// The steps of a case, the clocks' own among them, by day.
    package func milestones(_ number: Int) throws -> [Milestone] {
        try vault.database.read {
            try Row.fetchAll(
                $0,
                sql: "SELECT step, day FROM milestone WHERE conversation = ? ORDER BY day, step",
                arguments: [number]
            ).map { Milestone(step: $0["step"], day: Day(number: $0["day"])) }
        }
    }

    /// Records that a step was taken on a day; one recorded before gets this day.
    /// - Throws: `unknownCase`; `unknownStep`, `badDay` for one before it came or after today.
    package func record(milestone step: String, in number: Int, on day: Day, today: Day) throws {
        guard Track.allCases.contains(where: { $0.milestones.contains(step) }) else {
            throw CaseworkError.life(.unknownStep)
        }
        try vault.save { database in
            let summary = try CaseRecords.summary(database, of: number)
            guard summary.opened <= day, day <= today else { throw CaseworkError.life(.badDay) }
            try database.execute(
                sql: """
                    INSERT INTO milestone VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET day = excluded.day
                    """,
                arguments: [number, step, day.number])
        }
    }

    /// Takes back a step that was recorded by mistake. Throws `unknownCase`.
    package func remove(milestone step: String, of number: Int) throws {
        try vault.save { database in
            try CaseRecords.requireCase(number, in: database)
            try database.execute(
                sql: "DELETE FROM milestone WHERE conversation = ? AND step = ?",
                arguments: [number, step])
        }
    }

    /// Closes a case without writing to the reporter. Throws `unknownCase`.
    package func close(_ number: Int, today: Day) throws {
        try vault.save { database in
            try CaseRecords.requireCase(number, in: database)
            try CaseRecords.answered(number, in: database)
            try CaseRecords.close(number, on: today, in: database)
        }
    }

    /// Opens a closed case again. Throws `unknownCase`.
    package func reopen(_ number: Int, today: Day) throws {
        try vault.save { database in
            try CaseRecords.requireCase(number, in: database)
            try CaseRecords.open(number, in: database)
            try CaseRecords.note("reopened", "", in: number, on: today, database)
        }
    }
}

extension CaseRecords {
    /// Keeps what she did, for the timeline.
    static func note(
        _ kind: String, _ value: String, in number: Int, on day: Day, _ database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO case_event (conversation, day, kind, value) VALUES (?, ?, ?, ?)",
            arguments: [number, day.number, kind, value])
    }

    /// An answer to any part of a merged case answers it.
    static func answered(_ number: Int, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE conversation SET answered = 1 WHERE \(CaseSQL.allOfIt)
                """, arguments: ["number": number])
    }

    /// A merged case is closed as a whole. What was asked after an earlier closing is forgotten.
    static func close(_ number: Int, on day: Day, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE conversation SET state = 'closed', closed_on = :day, status = 'concluded'
                WHERE \(CaseSQL.allOfIt)
                """, arguments: ["number": number, "day": day.number])
        try database.execute(
            sql: """
                DELETE FROM aftercare WHERE conversation IN (
                    SELECT number FROM conversation WHERE \(CaseSQL.allOfIt))
                """, arguments: ["number": number])
        try note("closed", "", in: number, on: day, database)
    }

    /// Does nothing to one that is open.
    static func open(_ number: Int, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE conversation SET state = 'open', closed_on = 0,
                    status = CASE status WHEN 'concluded' THEN 'addressed' ELSE status END
                WHERE state = 'closed' AND \(CaseSQL.allOfIt)
                """, arguments: ["number": number])
    }
}
