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
    package func succession(today: Day) throws -> SuccessionTold {
        try vault.database.read {
            try Int.fetchAll(
                $0,
                sql: """
                    SELECT c.number FROM conversation c
                    WHERE \(CaseSQL.isCase) AND c.state = 'open' ORDER BY c.number
                    """)
        }.reduce(into: SuccessionTold()) { told, number in
            let canBeTold = (try? replyCapacity(to: number, .answer, today: today)) != nil
            if canBeTold { told.told.append(number) } else { told.untold.append(number) }
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
        var cases = try succession(today: today)
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
