internal import Foundation
internal import GRDB
internal import Reporting
package import TransparencyLog

/// One line of the inbox.
package struct CaseSummary: Sendable, Equatable {
    package let number: Int
    package let opened: Day
    package let lastDay: Day
    package let isClosed: Bool
    /// Messages of the reporter not shown yet.
    package let unseen: Int
    /// Whether no reply was written since the reporter's last message.
    package let awaitsReply: Bool
    /// Whether any message is not from this reporter, or contradicts an earlier one or another case.
    package let hasAlarm: Bool
    /// The cases that go on with this one under a new code, as is proven; of more than one at most one is
    /// the reporter's.
    package let movedTo: [Int]
    package let track: String
    package let category: String
    package let route: CaseRoute
    /// Set apart from the cases and every figure; nil for a case.
    package let sorted: SortedOut?
    /// Whether it is an invented one, to train with.
    package let isPractice: Bool
    /// Whether the reporter has a code, by which answers reach them.
    package let hasCode: Bool
    /// The case it is a part of since they were merged.
    package let partOf: Int?
    /// The day it was closed on; nil while it is open.
    package let closed: Day?
}

/// A message as it was opened.
package struct ReceivedMessage: Sendable, Equatable {
    package let hash: [UInt8]
    package let day: Day
    package let kind: String
    /// The reply it answers to, `<counsellor> <number>`; empty for none. Her own by its place in the case.
    package let about: String
    package let track: String
    package let category: String
    package let language: String
    /// The ids of all counsellors it was written to.
    package let addressed: [String]
    package let body: String
    /// Whether its MAC proves that who wrote it has this thread's key; of a referral, that a colleague of the
    /// list did.
    package let isAuthentic: Bool
    /// Whether it names another reply identity than earlier ones of its thread: an alarm.
    package let hasOtherReplyTo: Bool
    /// What it says as a colleague's: then it is not the reporter's.
    package let referral: ReceivedReferral?
    /// The older conversation it says it goes on with.
    package let continuation: Continuation?
    package let isSeen: Bool
    /// How many replies there were when it was imported.
    package let afterReplies: Int
}

/// A reply the counsellor wrote.
package struct WrittenReply: Sendable, Equatable {
    /// How far a reply has come.
    package enum State: String, Sendable {
        /// In the vault only.
        case written
        /// Written to an outbox folder.
        case handedOver = "handed-over"
        /// Seen in a mirror: the gateway has it.
        case posted
    }

    /// Its place among her own in the case, from 0.
    package let number: Int
    package let day: Day
    package let kind: String
    package let body: String
    package let state: State
}

/// A case with all its messages.
package struct CaseFile: Sendable, Equatable {
    package let summary: CaseSummary
    package let received: [ReceivedMessage]
    package let written: [WrittenReply]
    /// Other cases that go on with the same older one, as is proven too.
    package let rivals: [Int]

    /// One of either side.
    package enum Message: Sendable, Equatable {
        case received(ReceivedMessage)
        case written(WrittenReply)
    }

    /// Both sides' messages: a received one stands after the replies there were when it came.
    package var messages: [Message] {
        var messages: [Message] = []
        var rest = received[...]
        for reply in written {
            while let next = rest.first, next.afterReplies <= reply.number {
                messages.append(.received(next))
                rest.removeFirst()
            }
            messages.append(.written(reply))
        }
        return messages + rest.map { .received($0) }
    }
}

/// Reading the tables.
enum CaseRecords {
    /// Where a case's answers go: as the reporter says, and before that as the first referral says.
    private static let replyTo =
        "CASE c.reply_to WHEN '' THEN c.referred_reply_to ELSE c.reply_to END"

    /// - Parameter numbers: of which cases; nil for all. They come by number.
    static func summaries(
        _ database: Database, of numbers: [Int]? = nil
    ) throws -> [CaseSummary] {
        let moves = try Moves(database)
        let chosen = numbers.map { $0.map(String.init).joined(separator: ", ") }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT c.*, \(CaseSQL.track) AS track, \(CaseSQL.category) AS category,
                    ifnull((SELECT max(day) FROM report WHERE \(CaseSQL.ofWhole)), 0)
                        AS last_report,
                    ifnull((SELECT max(day) FROM reply WHERE \(CaseSQL.ofWhole)), 0)
                        AS last_reply,
                    (SELECT count(*) FROM report WHERE \(CaseSQL.ofWhole) AND seen = 0)
                        AS unseen,
                    EXISTS (SELECT 1 FROM report WHERE \(CaseSQL.ofWhole)
                        AND erased = 0 AND (authentic = 0 OR other_reply_to = 1))
                    OR EXISTS (SELECT 1 FROM received_referral f JOIN report x ON x.hash = f.report
                        WHERE \(CaseSQL.ofWhole) AND x.authentic = 1
                            AND f.reply_to <> \(replyTo)) AS alarming
                FROM conversation c \(chosen.map { "WHERE c.number IN (\($0))" } ?? "")
                ORDER BY c.number
                """
        ).map { row in
            let number: Int = row["number"]
            let (lastReport, lastReply): (Int, Int) = (row["last_report"], row["last_reply"])
            return CaseSummary(
                number: number, opened: Day(number: row["opened"]),
                lastDay: Day(number: max(row["opened"], lastReport, lastReply)),
                isClosed: row["state"] == "closed", unseen: row["unseen"],
                awaitsReply: row["answered"] == 0,
                hasAlarm: row["alarming"] == 1 || moves.isAlarming(number),
                movedTo: moves.movedTo(number), track: row["track"], category: row["category"],
                route: CaseRoute(rawValue: row["route"]) ?? .digital,
                sorted: SortedOut(rawValue: row["sorted"]), isPractice: row["practice"] == 1,
                hasCode: row["reply_to"] != "" || row["referred_reply_to"] != "",
                partOf: row["part_of"] == 0 ? nil : row["part_of"],
                closed: row["closed_on"] == 0 ? nil : Day(number: row["closed_on"]))
        }
    }

    /// One case. Throws `unknownCase`.
    static func summary(_ database: Database, of number: Int) throws -> CaseSummary {
        guard let summary = try summaries(database, of: [number]).first else {
            throw CaseworkError.unknownCase(number: number)
        }
        return summary
    }

    /// Within one day only the reporter's numbers order messages; of equal ones a withdrawal is last.
    static func received(_ database: Database, conversation: Int) throws -> [ReceivedMessage] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT *, ifnull((
                    SELECT own.value || ' ' || reply.number
                    FROM setting own, sealing JOIN reply ON reply.id = sealing.reply
                    WHERE own.name = 'id' AND sealing.conversation = report.conversation
                        AND report.about = own.value || ' ' || sealing.number
                    ), about) AS answers,
                    (SELECT number FROM conversation WHERE thread = old_thread) AS old_case,
                    f.sender_name, f.reason, f.part, f.parts, f.reply_to <> \(replyTo) AS differs
                FROM report JOIN conversation c ON c.number = report.conversation
                LEFT JOIN continuation m ON m.report = hash
                LEFT JOIN received_referral f ON f.report = hash
                WHERE conversation = ? AND erased = 0
                ORDER BY after_replies, day, sequence, kind = 'withdraw', hash
                """, arguments: [conversation]
        ).map { row in
            ReceivedMessage(
                hash: bytes(row["hash"]), day: Day(number: row["day"]), kind: row["kind"],
                about: row["answers"], track: row["track"], category: row["category"],
                language: row["language"],
                addressed: (row["addressed"] as String).split(separator: " ").map(String.init),
                body: row["body"], isAuthentic: row["authentic"] == 1,
                hasOtherReplyTo: row["other_reply_to"] == 1, referral: referral(row),
                continuation: (row["proven"] as Int?).map {
                    Continuation(oldCase: row["old_case"], isProven: $0 == 1)
                },
                isSeen: row["seen"] == 1, afterReplies: row["after_replies"])
        }
    }

    private static func referral(_ row: Row) -> ReceivedReferral? {
        guard let reason = (row["reason"] as String?).flatMap(Report.Referral.Reason.init)
        else { return nil }
        return ReceivedReferral(
            name: row["sender_name"], reason: reason, part: row["part"], parts: row["parts"],
            hasOtherReplyTo: row["authentic"] == 1 && row["differs"] == 1)
    }

    static func written(_ database: Database, conversation: Int) throws -> [WrittenReply] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM reply WHERE conversation = ? ORDER BY number",
            arguments: [conversation]
        ).map { row in
            WrittenReply(
                number: row["number"], day: Day(number: row["day"]), kind: row["kind"],
                body: row["body"],
                state: WrittenReply.State(rawValue: row["state"]) ?? .written)
        }
    }

    /// A BLOB of bytes.
    static func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

    /// [UInt8] of a BLOB.
    static func bytes(_ blob: Data) -> [UInt8] { [UInt8](blob) }

    static func setting(_ database: Database, _ name: Setting) throws -> String? {
        try String.fetchOne(
            database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name.rawValue])
    }

    static func set(_ database: Database, _ name: Setting, _ value: String) throws {
        try database.execute(
            sql:
                "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            arguments: [name.rawValue, value])
    }

    static func remove(_ database: Database, _ name: Setting) throws {
        try database.execute(
            sql: "DELETE FROM setting WHERE name = ?", arguments: [name.rawValue])
    }

    /// What the vault knows about itself.
    enum Setting: String {
        case id, link, genesis
        /// Serials of her own last notes.
        case keysSerial = "keys-serial"
        case hoursSerial = "hours-serial"
        /// The text of her last hours note.
        case hours
        /// The last day this machine knew of.
        case knownDay = "known-day"
        /// Set by a restore; cleared by an import.
        case importFirst = "import-first"
        /// The checkpoint last imported whole, with her cosignature.
        case imported
        /// The last day of the schedule written last.
        case scheduled
        /// The day of the newest mirror imported.
        case fetched
        /// Of the desk: the language chosen, and folders.
        case language
        case mirrorFolder = "mirror-folder"
        case outboxFolder = "outbox-folder"
        case online
        case backupFolder = "backup-folder"
        /// The mark and the day of the recovery sheets in force.
        case recovery
        /// The last day a backup was opened to prove it.
        case backupProved = "backup-proved"
        /// What she asked to be listed as, and the day she said she had told her fingerprint.
        case enrolment
        case fingerprintTold = "fingerprint-told"
        /// The day on which the mirror named keys for her that were not made here.
        case foreignKeys = "foreign-keys"
        /// The same of notes signed with her own key.
        case foreignNotes = "foreign-notes"
        /// Of the life of a case: after how many months a closed one is erased.
        case retention
        /// Whether that happens without a question.
        case erasesByItself = "erases-by-itself"
        /// The highest number that an erased case had: none is given twice.
        case lastNumber = "last-number"
        /// Minutes until the desk locks.
        case idleMinutes = "idle-minutes"
    }
}
