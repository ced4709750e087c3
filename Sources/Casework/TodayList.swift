internal import GRDB
internal import Reporting
package import TransparencyLog

/// What asks for attention, calmly.
package struct TodayList: Sendable, Equatable {
    /// At most so many of a group are named; the rest is counted.
    package static let shownCount = 50

    /// Cases of one group.
    package struct Group: Sendable, Equatable {
        package let cases: [CaseOverview]
        package let count: Int
    }

    /// After closing: treated badly, or not settled.
    package let afterClosing: Group
    /// With messages that were not shown yet.
    package let new: Group
    /// Waits for an answer, or is due today or earlier.
    package let now: Group
    /// Due within seven days.
    package let week: Group
    package let later: Group
    package let aftercare: [AftercareDue]
    package let erasures: [ErasureDue]
    /// Messages that came since in what was set apart: perhaps it was no spam.
    package let sortedNew: Int
    /// Invented cases.
    package let practiceCount: Int
    /// Answers, and parts of referrals, that no outbox has yet.
    package let unsent: Int
}

extension OfflineHome {
    /// What asks for attention on a day.
    package func today(_ today: Day) throws -> TodayList {
        try vault.database.read { database in
            var told = Set<Int>()
            func group(_ numbers: [Int]) throws -> TodayList.Group {
                let own = numbers.filter { told.insert($0).inserted }
                let shown = Array(own.prefix(TodayList.shownCount))
                let overviews = try CaseRecords.overviews(database, of: shown)
                let order = Dictionary(
                    uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
                return TodayList.Group(
                    cases: overviews.sorted {
                        order[$0.summary.number, default: 0] < order[$1.summary.number, default: 0]
                    }, count: own.count)
            }
            let due = try CaseRecords.due(database)
            return TodayList(
                afterClosing: try group(CaseRecords.troubled(database)),
                new: try group(CaseRecords.unseen(database)),
                now: try group(
                    CaseRecords.awaiting(database)
                        + due.filter { $0.day <= today }.map(\.number)),
                week: try group(due.filter { $0.day <= today.adding(7) }.map(\.number)),
                later: try group(due.map(\.number) + CaseRecords.open(database)),
                aftercare: try CaseRecords.aftercareDue(by: today, in: database),
                erasures: try CaseRecords.erasuresDue(by: today, in: database),
                sortedNew: try CaseRecords.unseenSorted(database),
                practiceCount: try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM conversation WHERE practice = 1") ?? 0,
                unsent: try CaseRecords.unsent(database))
        }
    }
}

extension CaseRecords {
    /// The cases, or the wholes of parts, with a message not shown yet; the newest first.
    fileprivate static func unseen(_ database: Database) throws -> [Int] {
        try Int.fetchAll(
            database,
            sql: """
                SELECT c.number FROM conversation c
                WHERE c.number IN (\(CaseSQL.unseen)) AND \(CaseSQL.isCase)
                ORDER BY c.number DESC
                """)
    }

    fileprivate static func unseenSorted(_ database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM report r
                CROSS JOIN conversation c ON c.number = r.conversation
                WHERE r.seen = 0 AND c.sorted <> ''
                """) ?? 0
    }

    fileprivate static func unsent(_ database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: """
                SELECT (SELECT count(*) FROM reply r JOIN conversation c ON c.number = r.conversation
                        WHERE r.state = 'written' AND c.practice = 0)
                    + (SELECT count(*) FROM referral_part p JOIN referral f ON f.id = p.referral
                        WHERE p.state = 'written' AND f.state = 'sent')
                """) ?? 0
    }

    /// Those in which nobody answered what came last, and no first answer is due that would tell it.
    fileprivate static func awaiting(_ database: Database) throws -> [Int] {
        try Int.fetchAll(
            database,
            sql: """
                SELECT c.number FROM conversation c
                WHERE \(CaseSQL.isCase) AND c.answered = 0 AND c.state = 'closed'
                UNION ALL SELECT c.number FROM conversation c
                WHERE \(CaseSQL.isCase) AND c.answered = 0 AND c.state = 'open' AND EXISTS (
                    SELECT 1 FROM milestone WHERE conversation = c.number
                        AND step = 'acknowledgement')
                ORDER BY number
                """)
    }

    fileprivate static func open(_ database: Database) throws -> [Int] {
        try Int.fetchAll(
            database,
            sql: """
                SELECT c.number FROM conversation c
                WHERE \(CaseSQL.isCase) AND c.state = 'open' ORDER BY c.number DESC
                """)
    }

    /// Unanswered after closing: who wrote is treated badly, or it is not settled, or it can't be told.
    fileprivate static func troubled(_ database: Database) throws -> [Int] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT c.number, r.body FROM report r
                CROSS JOIN conversation own ON own.number = r.conversation
                CROSS JOIN conversation c
                    ON c.number = CASE own.part_of WHEN 0 THEN own.number ELSE own.part_of END
                WHERE r.kind = 'aftercare' AND own.answered = 0 AND \(CaseSQL.isCase)
                    AND r.after_replies >= (SELECT ifnull(max(number), -1) + 1 FROM reply
                        WHERE reply.conversation = own.number)
                ORDER BY c.number DESC
                """)
        return rows.filter { AftercareAnswers(reading: $0["body"]).asksForAttention }
            .map { $0["number"] }
    }
}
