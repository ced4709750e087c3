internal import Foundation
internal import GRDB
internal import Reporting
package import TransparencyLog

/// A short account for a professional (doctor, lawyer, police). The reporter sees it first.
package struct Sketch: Sendable, Equatable {
    /// What is told, in this order.
    package enum Part: String, Sendable, CaseIterable {
        case who, what, since, effects, wishes, risks
    }

    package var texts: [Part: String]
    /// Words that nobody is to read in it, one a line.
    package var redacted: String

    package init(texts: [Part: String] = [:], redacted: String = "") {
        self.texts = texts
        self.redacted = redacted
    }

    /// What stands in the place of a redacted word.
    package static let bar = "[—]"

    /// The text that is shown and handed over: what is told, with each redacted word blacked out wherever it
    /// stands, also within another, whatever its capitals.
    package func text(_ title: (Part) -> String) -> String {
        let told = Part.allCases.compactMap { part -> String? in
            let text = Report.normalized(texts[part] ?? "")
            guard !VisibleText.isBlank(text) else { return nil }
            return title(part) + "\n" + blackedOut(text)
        }
        return told.joined(separator: "\n\n")
    }

    private func blackedOut(_ text: String) -> String {
        // The longest first: none leaves a part of another.
        let words = redacted.split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        return words.reduce(text) {
            $0.replacingOccurrences(
                of: $1, with: Self.bar, options: [.caseInsensitive, .diacriticInsensitive])
        }
    }
}

/// A sketch as it is kept, and what was done about it.
package struct KeptSketch: Sendable, Equatable {
    package let sketch: Sketch
    /// Of the last change.
    package let day: Day
    /// As the reporter was shown it; empty before.
    package let shownText: String
    /// The place of the reply that shows it.
    package let shownReply: Int?
    /// The reporter's message that is a yes, by hash; none after a withdrawal.
    package let agreed: [UInt8]?
    /// Why it could not wait.
    package let danger: Danger?

    /// A reason, and the day on which it was written down.
    package struct Danger: Sendable, Equatable {
        package let reason: String
        package let day: Day
    }

    /// Whether this text may be handed over: the reporter said yes to exactly this, or it is about life.
    package func mayGo(_ text: String) -> Bool {
        danger != nil || agreed != nil && shownText == text
    }
}

extension OfflineHome {
    /// A case's sketch; nil before the first.
    package func sketch(of number: Int) throws -> KeptSketch? {
        try vault.database.read { try Self.sketch(of: number, in: $0) }
    }

    /// Keeps a sketch. What was shown and agreed to stays what it was.
    package func keep(_ sketch: Sketch, of number: Int, today: Day) throws {
        try vault.save { database in
            try CaseRecords.requireCase(number, in: database)
            let values = Sketch.Part.allCases.map { sketch.texts[$0] ?? "" } + [sketch.redacted]
            try database.execute(
                sql: """
                    INSERT INTO sketch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, x'', '', 0)
                    ON CONFLICT DO UPDATE SET who = excluded.who, what = excluded.what,
                        since = excluded.since, effects = excluded.effects,
                        wishes = excluded.wishes, risks = excluded.risks,
                        redacted = excluded.redacted, day = excluded.day
                    """,
                arguments: StatementArguments([number] as [any DatabaseValueConvertible])
                    + StatementArguments(values) + [today.number])
        }
    }

    /// Shows the reporter what would be handed over, as an answer in the conversation.
    ///
    /// - Parameters:
    ///   - text: of the kept sketch.
    ///   - words: the whole answer, the text in it.
    /// - Throws: as `reply`; `emptyText` for a sketch that says nothing.
    package func showSketch(
        of number: Int, _ text: String, words: String, today: Day
    ) throws {
        guard !VisibleText.isBlank(text) else { throw CaseworkError.emptyText }
        try vault.save { database in
            guard try Self.sketch(of: number, in: database) != nil else {
                throw CaseworkError.emptyText
            }
            let reply = try write(
                to: number, .answer, body: words, today: today, atOnce: false, toOldCode: false,
                in: database)
            try database.execute(
                sql: """
                    UPDATE sketch SET shown_text = ?, shown_reply = ?, agreed = x''
                    WHERE conversation = ?
                    """, arguments: [text, reply.id, number])
        }
    }

    /// The reporter's messages that came after the sketch was shown: one of them may be a yes.
    package func answersToSketch(of number: Int) throws -> [ReceivedMessage] {
        try vault.database.read { database in
            guard let shown = try Self.sketch(of: number, in: database)?.shownReply else {
                return []
            }
            return try CaseRecords.received(database, conversation: number).filter {
                $0.isAuthentic && $0.referral == nil && $0.kind != "withdraw"
                    && $0.kind != "decline" && $0.afterReplies > shown
            }
        }
    }

    /// Writes down which message of the reporter is a yes to what was shown.
    ///
    /// - Throws: `noAnswerToSketch` when it came before, or is none of the reporter's.
    package func agreeSketch(of number: Int, by hash: [UInt8]) throws {
        guard try answersToSketch(of: number).contains(where: { $0.hash == hash }) else {
            throw CaseworkError.referral(.noAnswerToSketch)
        }
        try vault.save {
            try $0.execute(
                sql: "UPDATE sketch SET agreed = ? WHERE conversation = ?",
                arguments: [Data(hash), number])
        }
    }

    /// Writes down why it goes without the reporter having seen it: someone's life is in danger.
    ///
    /// - Throws: `emptyText` without a reason.
    package func dangerSketch(of number: Int, because reason: String, today: Day) throws {
        guard !VisibleText.isBlank(reason) else { throw CaseworkError.emptyText }
        try vault.save { database in
            guard try Self.sketch(of: number, in: database) != nil else {
                throw CaseworkError.emptyText
            }
            try database.execute(
                sql: "UPDATE sketch SET danger = ?, danger_day = ? WHERE conversation = ?",
                arguments: [reason, today.number, number])
        }
    }

    private static func sketch(of number: Int, in database: Database) throws -> KeptSketch? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT s.*, r.number AS place, EXISTS (SELECT 1 FROM report w
                    WHERE w.conversation = s.conversation AND w.kind = 'withdraw'
                        AND w.authentic = 1 AND w.after_replies > r.number) AS withdrawn FROM sketch s LEFT JOIN reply r ON r.id = shown_reply
                WHERE s.conversation = ?
                """, arguments: [number]
        ).map { row in
            let texts = Sketch.Part.allCases.map { ($0, row[$0.rawValue] as String) }
            let (agreed, danger): ([UInt8], String) = (
                CaseRecords.bytes(row["agreed"]), row["danger"]
            )
            return KeptSketch(
                sketch: Sketch(
                    texts: Dictionary(uniqueKeysWithValues: texts), redacted: row["redacted"]),
                day: Day(number: row["day"]), shownText: row["shown_text"],
                shownReply: row["place"],
                agreed: agreed.isEmpty || row["withdrawn"] == 1 ? nil : agreed,
                danger: danger.isEmpty
                    ? nil
                    : KeptSketch.Danger(reason: danger, day: Day(number: row["danger_day"])))
        }
    }
}
