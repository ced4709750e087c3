internal import GRDB
internal import Reporting
package import TransparencyLog

/// A check-in after closing: how is it now, were you treated badly, was it handled well?
package enum AftercareStep: String, Sendable, CaseIterable {
    case twoWeeks = "2-weeks"
    case threeMonths = "3-months"
    case sixMonths = "6-months"

    /// The day it is due after a closing.
    package func day(afterClosing day: Day) -> Day {
        switch self {
        case .twoWeeks: day.adding(14)
        case .threeMonths: day.adding(months: 3)
        case .sixMonths: day.adding(months: 6)
        }
    }
}

/// A check-in of one case, done or to be done.
package struct Aftercare: Sendable, Equatable {
    package enum Way: String, Sendable, CaseIterable {
        /// An answer in the conversation asked.
        case message
        case phone
        /// On purpose, with a word why.
        case skipped
    }

    package let step: AftercareStep
    package let due: Day
    /// When and how it was done; nil before.
    package let done: Done?

    package struct Done: Sendable, Equatable {
        package let day: Day
        package let way: Way
        package let remark: String
    }
}

/// A check-in that is due, for the list of the day.
package struct AftercareDue: Sendable, Equatable {
    package let number: Int
    package let step: AftercareStep
    package let day: Day
}

extension OfflineHome {
    /// The check-ins of a case that is closed; none of one that is open.
    package func aftercare(_ number: Int) throws -> [Aftercare] {
        try vault.database.read { database in
            let summary = try CaseRecords.summary(database, of: number)
            guard let closed = summary.closed, !summary.isPractice, summary.sorted == nil else {
                return []
            }
            let done = try Row.fetchAll(
                database, sql: "SELECT * FROM aftercare WHERE conversation = ?",
                arguments: [number])
            return AftercareStep.allCases.map { step in
                let row = done.first { $0["step"] == step.rawValue }
                return Aftercare(
                    step: step, due: step.day(afterClosing: closed),
                    done: row.map {
                        Aftercare.Done(
                            day: Day(number: $0["day"]),
                            way: Aftercare.Way(rawValue: $0["way"]) ?? .skipped,
                            remark: $0["remark"])
                    })
            }
        }
    }

    /// Records that a check-in was done, or skipped with a reason. With a message it is written too.
    ///
    /// - Parameters:
    ///   - text: the answer to the reporter for `.message`; for the others a word about it.
    /// - Throws: `unknownCase`, `notClosed`; `reasonNeeded` for one skipped without a word; for a message, as
    ///   `reply`.
    package func checkIn(
        _ step: AftercareStep, of number: Int, by way: Aftercare.Way, text: String, today: Day
    ) throws {
        let isEmpty = VisibleText.isBlank(text)
        if way == .skipped, isEmpty { throw CaseworkError.life(.reasonNeeded) }
        guard try overview(number).summary.isClosed else {
            throw CaseworkError.life(.notClosed(number: number))
        }
        try together { home in
            if way == .message {
                _ = try home.reply(to: number, .answer, body: text, today: today)
            }
            try home.vault.save { database in
                try database.execute(
                    sql: """
                        INSERT INTO aftercare VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
                            day = excluded.day, way = excluded.way, remark = excluded.remark
                        """,
                    arguments: [
                        number, step.rawValue, today.number, way.rawValue,
                        way == .message ? "" : text,
                    ])
            }
        }
    }
}

extension CaseRecords {
    /// The check-ins due by a day, the earliest first; of one case the latest that is due.
    static func aftercareDue(by day: Day, in database: Database) throws -> [AftercareDue] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT c.number, c.closed_on,
                    (SELECT group_concat(step) FROM aftercare WHERE conversation = c.number)
                FROM conversation c
                WHERE \(CaseSQL.isCase) AND c.state = 'closed' AND c.closed_on <= ?
                    AND NOT EXISTS (SELECT 1 FROM referral WHERE conversation = c.number)
                """, arguments: [day.number - 14])
        var all: [AftercareDue] = []
        while let row = try rows.next() {
            let closed = Day(number: row[1])
            let done = (row[2] as String?)?.split(separator: ",").map(String.init) ?? []
            let due = AftercareStep.allCases.last { $0.day(afterClosing: closed) <= day }
            // A later one makes up for those before it.
            if let due, !done.contains(due.rawValue) {
                all.append(
                    AftercareDue(number: row[0], step: due, day: due.day(afterClosing: closed)))
            }
        }
        return all.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
    }
}
