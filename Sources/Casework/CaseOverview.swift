internal import GRDB
internal import Reporting
package import TransparencyLog

/// A case in a list: what came, how far it is, and what is due.
package struct CaseOverview: Sendable, Equatable {
    package let summary: CaseSummary
    package let status: CaseStatus
    /// What became of it; empty while that is not said.
    package let outcome: String
    /// None where nothing is owed to anybody: an invented case, or what was set apart.
    package let clocks: [CaseClock]
    /// Her last referral of it, until it is gone on with here.
    package let referral: ReferralStanding?

    /// What is due first; none once it is closed, or someone else's.
    package var nextDue: CaseClock? {
        summary.isClosed || referral?.state == .sent
            ? nil : clocks.filter { $0.done == nil }.min { $0.day < $1.day }
    }
}

extension OfflineHome {
    /// One case. Throws `unknownCase`.
    package func overview(_ number: Int) throws -> CaseOverview {
        try vault.database.read { database in
            guard let found = try CaseRecords.overviews(database, of: [number]).first else {
                throw CaseworkError.unknownCase(number: number)
            }
            return found
        }
    }

    /// Stops clocks of a case; one that was stopped before keeps its day.
    package func reach(_ steps: [CaseStep], in number: Int, on day: Day) throws {
        try vault.save { database in
            for step in steps {
                try CaseRecords.reach(step.rawValue, in: number, on: day, database)
            }
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

    /// Remembers a step, of a part also in its whole; one that was taken before keeps its day.
    static func reach(
        _ step: String, in number: Int, on day: Day, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO milestone SELECT number, :step, :day FROM conversation
                WHERE \(CaseSQL.itsWhole) ON CONFLICT DO NOTHING
                """, arguments: ["number": number, "step": step, "day": day.number])
    }

    /// - Parameter numbers: of which cases; they come by number.
    static func overviews(_ database: Database, of numbers: [Int]) throws -> [CaseOverview] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT c.number, c.status, c.outcome FROM conversation c
                WHERE c.number IN (\(numbers.map(String.init).joined(separator: ", ")))
                """)
        let states = Dictionary(uniqueKeysWithValues: rows.map { ($0["number"] as Int, $0) })
        let referrals = try referralStandings(database)
        return try summaries(database, of: numbers).map { summary in
            let referral = referrals[summary.number]
            return CaseOverview(
                summary: summary,
                status: CaseStatus(rawValue: states[summary.number]?["status"] ?? "") ?? .received,
                outcome: states[summary.number]?["outcome"] ?? "",
                clocks: summary.isPractice || summary.sorted != nil
                    ? []
                    : CaseClock.clocks(
                        received: summary.opened,
                        track: Track(rawValue: summary.track) ?? .conversation,
                        done: try steps(database, of: summary.number)),
                referral: referral?.state == .posted && !summary.isClosed ? nil : referral)
        }
    }

    /// The clocks of a case that were stopped, each with its day.
    private static func steps(_ database: Database, of number: Int) throws -> [CaseStep: Day] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT step, day FROM milestone WHERE conversation = ?
                """, arguments: [number])
        return rows.reduce(into: [:]) { done, row in
            guard let step = CaseStep(rawValue: row["step"]) else { return }
            done[step] = Day(number: row["day"])
        }
    }

    /// An open case with the day by which something is owed in it.
    struct Due {
        let number: Int
        let step: CaseStep
        let day: Day
    }

    /// What is due first in every open case, the earliest first. Reads one short row a case.
    static func due(_ database: Database) throws -> [Due] {
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT c.number, c.opened, \(CaseSQL.track),
                    ifnull(a.day, 0), ifnull(f.day, 0)
                FROM conversation c
                LEFT JOIN milestone a ON a.conversation = c.number AND a.step = 'acknowledgement'
                LEFT JOIN milestone f ON f.conversation = c.number AND f.step = 'feedback'
                WHERE \(CaseSQL.isCase) AND c.state = 'open' AND NOT EXISTS (
                    SELECT 1 FROM referral WHERE conversation = c.number AND state = 'sent')
                """)
        var all: [Due] = []
        while let row = try cursor.next() {
            let (acknowledged, fedBack): (Int, Int) = (row[3], row[4])
            let track = Track(rawValue: row[2]) ?? .conversation
            guard acknowledged == 0 || fedBack == 0 && track != .conversation else { continue }
            var done: [CaseStep: Day] = [:]
            if acknowledged > 0 { done[.acknowledgement] = Day(number: acknowledged) }
            if fedBack > 0 { done[.feedback] = Day(number: fedBack) }
            let clocks = CaseClock.clocks(
                received: Day(number: row[1]), track: track, done: done)
            guard let next = clocks.filter({ $0.done == nil }).min(by: { $0.day < $1.day })
            else { continue }
            all.append(Due(number: row[0], step: next.step, day: next.day))
        }
        return all.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
    }

    /// The cases in which a word is found; of a part, the case it is a part of.
    ///
    /// - Parameter cases: looked in only; nil for all.
    static func numbers(
        of word: String, within cases: Set<Int>?, in database: Database
    ) throws -> Set<Int> {
        let list = cases.map { $0.map(String.init).joined(separator: ", ") }
        let within =
            list.map {
                """
                conversation IN (SELECT number FROM conversation
                    WHERE number IN (\($0)) OR part_of IN (\($0))) AND
                """
            } ?? ""
        let pattern =
            "%"
            + word.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
            .replacing("_", with: "\\_") + "%"
        return try Set(
            Int.fetchAll(
                database,
                sql: """
                    WITH found (number) AS (
                        SELECT conversation FROM report WHERE \(within) body LIKE :word ESCAPE '\\'
                        UNION SELECT conversation FROM reply WHERE \(within) body LIKE :word ESCAPE '\\'
                        UNION SELECT conversation FROM private_note
                            WHERE \(within) body LIKE :word ESCAPE '\\'
                        UNION SELECT conversation FROM account WHERE \(within) body LIKE :word ESCAPE '\\'
                        UNION SELECT number FROM conversation
                            WHERE CAST(number AS TEXT) = :number)
                    SELECT CASE part_of WHEN 0 THEN number ELSE part_of END
                    FROM found JOIN conversation USING (number)
                    WHERE number NOT IN (SELECT conversation FROM referral
                        WHERE reason = 'conflict' AND state = 'sent')
                    """, arguments: ["word": pattern, "number": word]))
    }
}
