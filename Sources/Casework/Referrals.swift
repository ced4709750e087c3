internal import Foundation
internal import GRDB
package import Reporting
package import TransparencyLog

/// A colleague to whom a case can be referred now.
package struct Colleague: Sendable, Equatable {
    package let id: String
    package let name: String
    package let role: Roster.Counsellor.Role
}

/// A referral of hers, from asking to the proof that the gateway's log has it.
package struct OutgoingReferral: Sendable, Equatable {
    /// How far it is.
    package enum State: String, Sendable {
        /// The reporter is asked.
        case asked
        /// It waits for an export, or for the log to show it.
        case sent
        /// The log has all of it; what was here is erased.
        case posted
    }

    let id: Int
    package let recipient: String
    package let name: String
    package let reason: Report.Referral.Reason
    /// On which it was asked, or once it is sent, sent.
    package let day: Day
    package let state: State
    /// What goes along, an envelope each. Empty once it is posted.
    package let parts: [String]
    /// Whether no envelope of it was exported yet.
    package let isHere: Bool
    /// Whether the reporter's last word about the question is yes.
    package let isAgreed: Bool
}

/// What a report of kind referral says of itself.
package struct ReceivedReferral: Sendable, Equatable {
    /// Of the colleague who sent it, as the list named her; empty when it proves none.
    package let name: String
    package let reason: Report.Referral.Reason
    package let part: Int
    package let parts: Int
    /// Whether it names another address for the answers than the reporter, or an earlier referral, does.
    package let hasOtherReplyTo: Bool
}

/// Where a case's last referral is, for lists.
package struct ReferralStanding: Sendable, Equatable {
    /// The colleague's, as the list named her.
    package let name: String
    package let state: OutgoingReferral.State
    package let day: Day
}

extension OfflineHome {
    /// Whether a case that is about this counsellor is on its way to a colleague: nothing of it is shown any more.
    package func isHandedAway(_ number: Int) throws -> Bool {
        let last = try referrals(of: number).last
        return last?.reason == .conflict && last?.state == .sent
    }

    /// Whom a case can be referred to, by the mirror imported last.
    package func colleagues() throws -> [Colleague] {
        try vault.database.read { try CaseRecords.colleagues($0) }
    }

    /// The referrals of a case, the newest last.
    package func referrals(of number: Int) throws -> [OutgoingReferral] {
        try vault.database.read { try CaseRecords.referrals(of: number, in: $0) }
    }

    /// The colleague by whose word alone answers of this case have their address; nil where the reporter's
    /// own word is there.
    package func addressGiver(of number: Int) throws -> String? {
        try vault.database.read {
            try String.fetchOne(
                $0,
                sql: """
                    SELECT f.sender_name FROM conversation c
                    JOIN report r ON r.conversation = c.number
                    JOIN received_referral f ON f.report = r.hash
                    WHERE c.number = ? AND c.reply_to = '' AND f.reply_to = c.referred_reply_to
                        AND r.authentic = 1
                    ORDER BY r.day, r.sequence LIMIT 1
                    """, arguments: [number])
        }
    }
}

extension CaseRecords {
    static func colleagues(_ database: Database) throws -> [Colleague] {
        guard let roster = try OfflineHome.rosterInForce(database) else { return [] }
        let own = try setting(database, .id)
        let known = try Set(
            String.fetchAll(database, sql: "SELECT DISTINCT id FROM colleague"))
        return roster.counsellors.filter { $0.id != own && known.contains($0.id) }
            .map { Colleague(id: $0.id, name: $0.name, role: $0.role) }
    }

    /// Of each case its last referral.
    static func referralStandings(_ database: Database) throws -> [Int: ReferralStanding] {
        Dictionary(
            uniqueKeysWithValues: try Row.fetchAll(
                database,
                sql:
                    "SELECT * FROM referral WHERE id IN (SELECT max(id) FROM referral GROUP BY conversation)"
            ).map { row in
                (
                    row["conversation"] as Int,
                    ReferralStanding(
                        name: row["recipient_name"],
                        state: OutgoingReferral.State(rawValue: row["state"]) ?? .asked,
                        day: Day(number: row["day"]))
                )
            })
    }

    static func referrals(of number: Int, in database: Database) throws -> [OutgoingReferral] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM referral WHERE conversation = ? ORDER BY id",
            arguments: [number]
        ).map { row in
            let parts = try Row.fetchAll(
                database,
                sql: """
                    SELECT body, EXISTS (SELECT 1 FROM referral_sealing WHERE part = p.id) AS sealed
                    FROM referral_part p WHERE referral = ? ORDER BY number
                    """, arguments: [row["id"] as Int])
            return OutgoingReferral(
                id: row["id"], recipient: row["recipient"], name: row["recipient_name"],
                reason: Report.Referral.Reason(rawValue: row["reason"]) ?? .consent,
                day: Day(number: row["day"]),
                state: OutgoingReferral.State(rawValue: row["state"]) ?? .asked,
                parts: parts.map { $0["body"] }, isHere: parts.allSatisfy { $0["sealed"] == 0 },
                isAgreed: try hasAgreed(to: row["question"], in: number, database))
        }
    }

    /// Whether the reporter's last word about a reply that asks is yes, and no withdrawal came after it.
    private static func hasAgreed(
        to question: Int, in number: Int, _ database: Database
    ) throws -> Bool {
        guard question > 0 else { return false }
        let last = try String.fetchAll(
            database,
            sql: """
                SELECT r.kind FROM report r WHERE r.conversation = :case AND r.authentic = 1
                    AND (r.kind = 'withdraw' OR r.kind IN ('agree', 'decline') AND EXISTS (
                        SELECT 1 FROM sealing s JOIN setting own ON own.name = 'id'
                        WHERE s.reply = :question AND r.about = own.value || ' ' || s.number))
                ORDER BY after_replies, day, sequence, kind <> 'agree', kind = 'withdraw', hash
                """, arguments: ["case": number, "question": question]
        ).last
        return last == "agree"
    }
}
