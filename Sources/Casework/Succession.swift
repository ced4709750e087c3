internal import GRDB
package import Reporting
package import TransparencyLog

// Leaving, or being away for long: every reporter with an open case is asked, in the thread, who may go on.
extension OfflineHome {
    /// Which cases were told, and which could not be.
    package struct SuccessionTold: Sendable, Equatable {
        package var told: [Int] = []
        /// Nothing can be sealed to these: they need another way.
        package var untold: [Int] = []
    }

    /// Open cases whose reporters a successor can be named to, and those to whom nothing can be sealed.
    package func succession() throws -> SuccessionTold {
        try vault.database.read { database in
            let isBlocked = try CaseRecords.setting(database, .importFirst) != nil
            let moves = try Moves(database)
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT c.number, c.reply_to <> '' OR c.referred_reply_to <> '' AS can_reply,
                        max(ifnull(w.place, 0), c.next_number + ifnull(w.waiting, 0)) AS used
                    FROM conversation c LEFT JOIN (
                        SELECT conversation, max(number) + 1 AS place, sum(state = 'written') AS waiting
                        FROM reply GROUP BY conversation
                    ) w ON w.conversation = c.number
                    WHERE \(CaseSQL.isCase) AND c.state = 'open' ORDER BY c.number
                    """
            ).reduce(into: SuccessionTold()) { told, row in
                let number: Int = row["number"]
                let hasRoom = (row["used"] as Int) < ThreadKeys.labelCount
                if row["can_reply"] == 1, hasRoom, !isBlocked, moves.movedTo(number).isEmpty {
                    told.told.append(number)
                } else {
                    told.untold.append(number)
                }
            }
        }
    }

    /// Writes to the reporter of every open case who is to go on, and asks whether the case may be shared with them.
    /// A reporter who agrees does so with a message of their own (`kind agree`), and only then it can be shared: all
    /// messages and answers go along, no notes.
    ///
    /// Within `together`: all are told or none. A case too long to go along as a whole is left to be referred by itself.
    /// - Parameter language: of the headings in what goes along.
    /// - Throws: as `askReferral`.
    package func announceSuccession(
        to successor: String, text: String, in language: Language, today: Day
    ) throws -> SuccessionTold {
        try vault.database.read { database in
            try Self.checkReferral(
                to: successor, by: CaseRecords.setting(database, .id) ?? "", in: database)
        }
        var cases = try succession()
        for number in cases.told {
            let file = try caseFile(number)
            let along = ReferralText(language).text(file, [], .all(of: file))
            do {
                try askReferral(
                    of: number, ReferralRequest(to: successor, text: along, words: text),
                    today: today)
            } catch CaseworkError.referral(.tooMuchGoesAlong), CaseworkError.referral(
                .beingReferred)
            {
                cases.told.removeAll { $0 == number }
                cases.untold.append(number)
            }
        }
        return cases
    }

    /// The others in the list in force.
    package func listedColleagues() throws -> [Roster.Counsellor] {
        let id = try id()
        return try rosterInForce()?.counsellors.filter { $0.id != id } ?? []
    }
}
