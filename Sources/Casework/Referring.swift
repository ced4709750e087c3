internal import Age
internal import Foundation
internal import GRDB
package import Reporting
internal import Sodium
package import TransparencyLog

// Referring a case to a colleague: with the reporter's consent, asked in the conversation; or without it, where
// she may not or can't go on herself. Source: Docs/protocol.md §4.
extension OfflineHome {
    /// What an asked or made referral needs.
    package struct ReferralRequest: Sendable {
        /// The colleague's id in the roster.
        package var to: String
        /// What goes along, as one text.
        package var text: String
        /// What the reporter reads of it.
        package var words: String
        /// Besides the schedule, for danger.
        package var atOnce: Bool

        package init(to: String, text: String, words: String, atOnce: Bool = false) {
            self.to = to
            self.text = text
            self.words = words
            self.atOnce = atOnce
        }
    }

    /// What goes along as it will be cut into envelopes.
    ///
    /// - Throws: `unknownCase`, `noAuthenticReport`, `nothingGoesAlong`, `tooMuchGoesAlong`, `controlCharacter`.
    package func referralParts(_ text: String, of number: Int) throws -> [String] {
        try vault.database.read { try referralParts(text, of: number, in: $0) }
    }

    /// Asks the reporter whether this may be shared. What goes along is fixed with the question.
    ///
    /// A question that was asked before and not gone on from is replaced.
    /// - Throws: as `referralParts` and `reply`; `cannotReceive`, `beingReferred`.
    package func askReferral(of number: Int, _ request: ReferralRequest, today: Day) throws {
        try vault.save { database in
            try checkFree(number, for: request.to, in: database)
            let question = try write(
                to: number, .askReferral(to: request.to), body: request.words, today: today,
                atOnce: request.atOnce, toOldCode: false, in: database
            ).id
            try keep(request, of: number, .consent, question: question, today: today, in: database)
        }
    }

    /// Sends what the reporter agreed to, and tells them in the conversation who has it from now on.
    ///
    /// - Throws: `noReferral`, `noConsent`; as `reply`.
    package func sendReferral(of number: Int, words: String, today: Day) throws {
        try vault.save { database in
            guard let asked = try CaseRecords.referrals(of: number, in: database).last,
                asked.state == .asked
            else { throw CaseworkError.referral(.noReferral) }
            guard asked.isAgreed else { throw CaseworkError.referral(.noConsent) }
            guard try CaseRecords.colleagues(database).contains(where: { $0.id == asked.recipient })
            else { throw CaseworkError.referral(.cannotReceive(id: asked.recipient)) }
            let atOnce =
                try Int.fetchOne(
                    database, sql: "SELECT at_once FROM referral WHERE id = ?",
                    arguments: [asked.id]) == 1
            try tell(number, asked.recipient, words, today: today, atOnce: atOnce, in: database)
            try send(asked.id, of: number, today: today, in: database)
        }
    }

    /// Refers without asking, for `conflict` or `absence`. The reporter is told in the conversation.
    ///
    /// - Throws: as `referralParts` and `reply`; `cannotReceive`, `beingReferred`.
    package func refer(
        _ number: Int, without reason: Report.Referral.Reason, _ request: ReferralRequest,
        today: Day
    ) throws {
        precondition(reason != .consent)
        try vault.save { database in
            try checkFree(number, for: request.to, in: database)
            let id = try keep(request, of: number, reason, question: 0, today: today, in: database)
            try tell(
                number, request.to, request.words, today: today, atOnce: request.atOnce,
                in: database)
            try send(id, of: number, today: today, in: database)
        }
    }

    /// Takes back a referral of which nothing was exported yet, with what it would have told the reporter.
    ///
    /// - Throws: `noReferral`.
    package func takeBackReferral(of number: Int) throws {
        try vault.save { database in
            guard let last = try CaseRecords.referrals(of: number, in: database).last,
                last.state != .posted, last.isHere
            else { throw CaseworkError.referral(.noReferral) }
            try removeUnsealed(
                ["referred \(last.recipient)", "ask-referral \(last.recipient)"], of: number,
                in: database)
            try remove(last.id, in: database)
        }
    }

    private func checkFree(_ number: Int, for id: String, in database: Database) throws {
        try CaseRecords.requireCase(number, in: database)
        let own = try CaseRecords.setting(database, .id) ?? ""
        try Self.checkReferral(to: id, by: own, in: database)
        guard try CaseRecords.colleagues(database).contains(where: { $0.id == id }) else {
            throw CaseworkError.referral(.cannotReceive(id: id))
        }
        guard let last = try CaseRecords.referrals(of: number, in: database).last else { return }
        switch last.state {
        case .asked:
            try removeUnsealed(["ask-referral \(last.recipient)"], of: number, in: database)
            try remove(last.id, in: database)
        case .sent: throw CaseworkError.referral(.beingReferred)
        case .posted: break
        }
    }

    /// Replies of these kinds that were in no export yet.
    private func removeUnsealed(
        _ kinds: [String], of number: Int, in database: Database
    ) throws {
        for kind in kinds {
            try database.execute(
                sql: """
                    DELETE FROM reply WHERE conversation = ? AND kind = ?
                        AND id NOT IN (SELECT reply FROM sealing)
                    """, arguments: [number, kind])
        }
    }

    private func remove(_ id: Int, in database: Database) throws {
        for table in ["referral_part", "referral_report"] {
            try database.execute(
                sql: "DELETE FROM \(table) WHERE referral = ?", arguments: [id])
        }
        try database.execute(sql: "DELETE FROM referral WHERE id = ?", arguments: [id])
    }

    /// The answer that names who has the conversation from now on.
    private func tell(
        _ number: Int, _ id: String, _ words: String, today: Day, atOnce: Bool,
        in database: Database
    ) throws {
        _ = try write(
            to: number, .referred(to: id), body: words, today: today, atOnce: atOnce,
            toOldCode: true, in: database)
    }

    @discardableResult
    private func keep(
        _ request: ReferralRequest, of number: Int, _ reason: Report.Referral.Reason,
        question: Int, today: Day, in database: Database
    ) throws -> Int {
        let parts = try referralParts(request.text, of: number, in: database)
        let name = try Self.rosterInForce(database)?.counsellor(request.to)?.name ?? request.to
        let facts = try Self.facts(of: number, in: database)
        try database.execute(
            sql: """
                INSERT INTO referral (conversation, recipient, recipient_name, reason, day, state,
                    at_once, question, track, category, language, last_reply, last_note)
                VALUES (?, ?, ?, ?, ?, 'asked', ?, ?, ?, ?, ?, -1, 0)
                """,
            arguments: [
                number, request.to, name, reason.rawValue, today.number, request.atOnce ? 1 : 0,
                question, facts.track, facts.category, facts.language,
            ])
        let id = Int(database.lastInsertedRowID)
        for (index, body) in parts.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO referral_part (referral, number, body, state)
                    VALUES (?, ?, ?, 'written')
                    """, arguments: [id, index + 1, body])
        }
        return id
    }

    /// From here on it goes with the next export. What there is now is erased once the log has it.
    private func send(
        _ id: Int, of number: Int, today: Day, in database: Database
    ) throws {
        try database.execute(
            sql: """
                UPDATE referral SET state = 'sent', day = :day,
                    last_reply = (SELECT ifnull(max(number), -1) FROM reply
                        WHERE conversation = :case),
                    last_note = (SELECT ifnull(max(id), 0) FROM private_note
                        WHERE conversation = :case)
                WHERE id = :id
                """, arguments: ["day": today.number, "case": number, "id": id])
        try database.execute(
            sql: """
                INSERT INTO referral_report SELECT ?, hash FROM report
                WHERE conversation = ? AND erased = 0
                """, arguments: [id, number])
        try database.execute(
            sql: "DELETE FROM form_draft WHERE conversation = ?", arguments: [number])
    }

    /// What the reporter's first message says it is about.
    private static func facts(
        of number: Int, in database: Database
    ) throws -> (track: String, category: String, language: String) {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT CASE c.own_track WHEN '' THEN r.track ELSE c.own_track END AS track,
                    r.category, r.language
                FROM conversation c JOIN report r ON r.conversation = c.number
                WHERE c.number = ? AND r.authentic = 1 AND r.erased = 0
                ORDER BY r.track = '' AND r.category = '', r.kind = 'referral', r.day, r.sequence, r.hash LIMIT 1
                """, arguments: [number])
        return (row?["track"] ?? "", row?["category"] ?? "", row?["language"] ?? "")
    }

    private func referralParts(
        _ text: String, of number: Int, in database: Database
    ) throws -> [String] {
        let thread = try Self.thread(of: number, in: database)
        guard !VisibleText.isBlank(text) else {
            throw CaseworkError.referral(.nothingGoesAlong)
        }
        let limit = Report.Referral.partLimit
        let longest = Report.Referral(
            thread: thread.key, reason: .conflict, day: Day(number: 0), part: limit, parts: limit)
        var report = Report(
            referring: longest, from: keys.thread, to: String(repeating: "a", count: 32),
            replyTo: thread.replyTo, body: "")
        let facts = try Self.facts(of: number, in: database)
        report.carry(facts.track, facts.category, facts.language)
        let parts = ReferralText.parts(text, capacity: report.bodyCapacity)
        guard parts.count <= limit else { throw CaseworkError.referral(.tooMuchGoesAlong) }
        guard text.unicodeScalars.allSatisfy({ !Self.isControl($0) || $0 == "\n" || $0 == "\t" })
        else { throw CaseworkError.controlCharacter }
        return parts
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }
}

extension Report {
    /// What it is about, as a vault has it.
    mutating func carry(_ track: String, _ category: String, _ language: String) {
        self.track = Track(rawValue: track)
        self.category = category.isEmpty ? nil : Category(rawValue: category)
        self.language = Language(rawValue: language)
    }
}
