internal import GRDB
package import Reporting
package import TransparencyLog

/// A case in a list: what came, how far it is, and what is due.
package struct CaseOverview: Sendable, Equatable {
    package let summary: CaseSummary
    package let status: CaseStatus
    package let clocks: [CaseClock]
    /// Her last referral of it, until it is gone on with here.
    package let referral: ReferralStanding?

    /// What is due first; none once it is closed, or someone else's.
    package var nextDue: CaseClock? {
        summary.isClosed || referral?.state == .sent
            ? nil : clocks.filter { $0.done == nil }.min { $0.day < $1.day }
    }

    /// Whether something is due by this day.
    package func isDue(by day: Day) -> Bool { nextDue.map { $0.day <= day } ?? false }
}

extension OfflineHome {
    /// All cases, by number.
    package func overviews() throws -> [CaseOverview] {
        try vault.database.read { try CaseRecords.overviews($0) }
    }

    /// Those in whose messages, answers or notes all of these words are found, whatever their capitals.
    package func overviews(matching text: String) throws -> [CaseOverview] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard !words.isEmpty else { return try overviews() }
        return try vault.database.read { database in
            let found = try words.map { try CaseRecords.numbers(of: $0, in: database) }
            let all = found.dropFirst().reduce(found[0]) { $0.intersection($1) }
            return try CaseRecords.overviews(database).filter { all.contains($0.summary.number) }
        }
    }

    /// One case. Throws `unknownCase`.
    package func overview(_ number: Int) throws -> CaseOverview {
        guard let found = try overviews().first(where: { $0.summary.number == number }) else {
            throw CaseworkError.unknownCase(number: number)
        }
        return found
    }

    /// Sets how far a case is, and by which track's clock it goes. Throws `unknownCase`.
    package func set(_ status: CaseStatus, _ track: Track, of number: Int) throws {
        try vault.save {
            try CaseRecords.requireCase(number, in: $0)
            try $0.execute(
                sql: "UPDATE conversation SET status = ?, own_track = ? WHERE number = ?",
                arguments: [status.rawValue, track.rawValue, number])
        }
    }

    /// Stops clocks of a case; one that was stopped before keeps its day.
    package func reach(_ steps: [CaseStep], in number: Int, on day: Day) throws {
        try vault.save { database in
            for step in steps { try CaseRecords.reach(step, in: number, on: day, database) }
        }
    }
}

extension CaseRecords {
    /// Throws `unknownCase`.
    static func requireCase(_ number: Int, in database: Database) throws {
        let found = try Int.fetchOne(
            database, sql: "SELECT 1 FROM conversation WHERE number = ?", arguments: [number])
        guard found != nil else { throw CaseworkError.unknownCase(number: number) }
    }

    /// Stops a clock; one that was stopped before keeps its day.
    static func reach(
        _ step: CaseStep, in number: Int, on day: Day, _ database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO milestone VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [number, step.rawValue, day.number])
    }

    static func overviews(_ database: Database) throws -> [CaseOverview] {
        var done: [Int: [CaseStep: Day]] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT * FROM milestone") {
            guard let step = CaseStep(rawValue: row["step"]) else { continue }
            done[row["conversation"], default: [:]][step] = Day(number: row["day"])
        }
        let statuses = Dictionary(
            uniqueKeysWithValues: try Row.fetchAll(
                database, sql: "SELECT number, status FROM conversation"
            ).map { ($0["number"] as Int, CaseStatus(rawValue: $0["status"]) ?? .received) })
        let referrals = try referralStandings(database)
        return try summaries(database).map { summary in
            let referral = referrals[summary.number]
            return CaseOverview(
                summary: summary, status: statuses[summary.number] ?? .received,
                clocks: CaseClock.clocks(
                    received: summary.opened,
                    track: Track(rawValue: summary.track) ?? .conversation,
                    done: done[summary.number] ?? [:]),
                referral: referral?.state == .posted && !summary.isClosed ? nil : referral)
        }
    }

    /// The cases in which a word is found.
    static func numbers(of word: String, in database: Database) throws -> Set<Int> {
        let pattern =
            "%"
            + word.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
            .replacing("_", with: "\\_") + "%"
        return try Set(
            Int.fetchAll(
                database,
                sql: """
                    SELECT conversation FROM report WHERE body LIKE :word ESCAPE '\\'
                    UNION SELECT conversation FROM reply WHERE body LIKE :word ESCAPE '\\'
                    UNION SELECT conversation FROM private_note WHERE body LIKE :word ESCAPE '\\'
                    UNION SELECT number FROM conversation WHERE CAST(number AS TEXT) = :number
                    """, arguments: ["word": pattern, "number": word]))
    }
}
