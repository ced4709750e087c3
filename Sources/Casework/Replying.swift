internal import Age
internal import Foundation
internal import GRDB
package import Reporting
internal import Sodium
package import TransparencyLog

// Answers: kept in the vault; each export seals those anew that no mirror has shown yet.
extension OfflineHome {
    /// Saves a reply, which the next export hands over. Returns its place among her own in this case, from 0.
    ///
    /// The first one acknowledges the receipt.
    ///
    /// - Parameters:
    ///   - body: lines end in LF; other controls than tabs are refused.
    ///   - atOnce: it goes besides the schedule, which whoever sees the outbox or the gateway can see.
    ///   - toOldCode: also to a case that goes on in another.
    /// - Throws: `unknownCase`, `noAuthenticReport`, `movedOn`, `importFirst`, `conversationFull`,
    ///   `emptyText`, `controlCharacter`, `tooLong`; `referralToHerself`, `notInRoster`.
    package func reply(
        to number: Int, _ kind: Reply.Kind, body: String, today: Day, atOnce: Bool = false,
        toOldCode: Bool = false
    ) throws -> Int {
        try vault.save {
            try write(
                to: number, kind, body: body, today: today, atOnce: atOnce, toOldCode: toOldCode,
                in: $0
            ).place
        }
    }

    /// The same within what is saved with it; with the reply's id in the vault.
    func write(
        to number: Int, _ kind: Reply.Kind, body: String, today: Day, atOnce: Bool,
        toOldCode: Bool, in database: Database
    ) throws -> (place: Int, id: Int) {
        guard kind == .closed || !VisibleText.isBlank(body) else {
            throw CaseworkError.emptyText
        }
        let id = try CaseRecords.setting(database, .id) ?? ""
        if let other = kind.other { try Self.checkReferral(to: other, by: id, in: database) }
        if try CaseRecords.summary(database, of: number).isPractice {
            return try Self.writeInPractice(
                to: number, kind, body: body, today: today, in: database)
        }
        let (thread, place) = try Self.free(number, toOldCode, in: database)
        _ = try seal(
            Self.longest(from: id, kind: kind, day: today, body: body), in: thread)
        try database.execute(
            sql: """
                INSERT INTO reply (conversation, number, day, kind, body, state, at_once)
                VALUES (?, ?, ?, ?, ?, 'written', ?)
                """,
            arguments: [number, place, today.number, Self.code(kind), body, atOnce ? 1 : 0])
        let reply = Int(database.lastInsertedRowID)
        let parts = try Int.fetchAll(
            database, sql: "SELECT conversation FROM split WHERE origin = ?", arguments: [number])
        for one in [number] + parts {
            try CaseRecords.reach(CaseStep.acknowledgement.rawValue, in: one, on: today, database)
        }
        try CaseRecords.answered(number, in: database)
        if kind == .closed { try CaseRecords.close(number, on: today, in: database) }
        return (place, reply)
    }

    /// The bytes of UTF-8 that fit in the next reply to a case, to be known before it is written.
    ///
    /// - Throws: what would refuse it whatever it says: `unknownCase`, `noAuthenticReport`, `movedOn`,
    ///   `importFirst`, `conversationFull`; `referralToHerself`, `notInRoster`.
    package func replyCapacity(
        to number: Int, _ kind: Reply.Kind, today: Day, toOldCode: Bool = false
    ) throws -> Int {
        let id = try id()
        return try vault.database.read { database in
            if let other = kind.other { try Self.checkReferral(to: other, by: id, in: database) }
            if try !CaseRecords.summary(database, of: number).isPractice {
                _ = try Self.free(number, toOldCode, in: database)
            }
            return Self.longest(from: id, kind: kind, day: today, body: "").bodyCapacity
        }
    }

    /// A case's thread, and the place of the next reply in it.
    private static func free(
        _ number: Int, _ toOldCode: Bool, in database: Database
    ) throws -> (thread: Thread, place: Int) {
        guard try CaseRecords.setting(database, .importFirst) == nil else {
            throw CaseworkError.importFirst
        }
        let thread = try thread(of: number, in: database)
        let movedTo = try Moves(database).movedTo(number)
        guard toOldCode || movedTo.isEmpty else {
            throw CaseworkError.movedOn(number: number, to: movedTo)
        }
        let (place, waiting) = try written(in: number, database)
        guard max(place, thread.nextNumber + waiting) < ThreadKeys.labelCount else {
            throw CaseworkError.conversationFull(number: number)
        }
        return (thread, place)
    }

    /// What a reply may become when it is exported: it must fit then too.
    static func longest(from id: String, kind: Reply.Kind, day: Day, body: String) -> Reply {
        Reply(
            from: id, number: ThreadKeys.labelCount - 1, kind: kind, day: day,
            checkpoint: TreeHead(
                size: 999_999_999, root: [UInt8](repeating: 0, count: SHA256.byteCount)),
            body: body)
    }

    /// The place of the next reply in a case, and how many there wait for their first number.
    static func written(
        in conversation: Int, _ database: Database
    ) throws -> (place: Int, waiting: Int) {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT ifnull(max(number), -1) + 1 AS place,
                    ifnull(sum(state = 'written'), 0) AS waiting
                FROM reply WHERE conversation = ?
                """, arguments: [conversation])
        return (row?["place"] ?? 0, row?["waiting"] ?? 0)
    }

    /// Checks that a case can be shared with this counsellor. Throws `referralToHerself`, `notInRoster`.
    static func checkReferral(to other: String, by id: String, in database: Database) throws {
        guard other != id else { throw CaseworkError.referralToHerself(id: other) }
        guard try rosterInForce(database)?.counsellor(other) != nil else {
            throw CaseworkError.notInRoster(id: other)
        }
    }

    /// Compares her replies with the labels in the mirror.
    ///
    /// One of whose labels is there is posted. It waits for the next export again when its last label was taken
    /// by a reply this vault doesn't know (it was restored), or when a mirror fetched later than the day after
    /// its own does not have it. Numbers go on from the highest in use.
    func settle(
        _ labels: [[UInt8]: [UInt8]], fetched: Day?, in database: Database,
        into result: inout ImportResult
    ) throws {
        let sealings = try Row.fetchAll(
            database,
            sql: """
                SELECT s.reply, s.label, s.hash, s.day, r.state
                FROM sealing s JOIN reply r ON r.id = s.reply
                WHERE r.state <> 'posted' ORDER BY s.reply, s.number
                """)
        for (reply, rows) in Dictionary(grouping: sealings, by: { $0["reply"] as Int }) {
            let found = rows.map { labels[CaseRecords.bytes($0["label"])] }
            let isPosted = zip(rows, found).contains { $1 == CaseRecords.bytes($0["hash"]) }
            let last = rows[rows.count - 1]
            let isTaken = found[rows.count - 1] != nil
            // A collector posts a file a day late when that day's were posted before it came.
            let isMissed = fetched.map { $0.number > last["day"] as Int + 1 } ?? false
            if isPosted {
                result.posted += 1
            } else if last["state"] == "handed-over", isTaken || isMissed {
                result.waitingAgain += 1
            } else {
                continue
            }
            try database.execute(
                sql: "UPDATE reply SET state = ? WHERE id = ?",
                arguments: [isPosted ? "posted" : "written", reply])
        }
        let numbers = try Int.fetchAll(
            database,
            sql: "SELECT number FROM conversation WHERE reply_to <> '' OR referred_reply_to <> ''")
        for number in numbers {
            let thread = try Self.thread(of: number, in: database)
            let next = Self.next(after: thread.nextNumber, in: try threadKeys(thread), labels)
            guard next > thread.nextNumber else { continue }
            try Self.set(nextNumber: next, of: number, in: database)
        }
    }

    /// Numbers that another copy of this vault took follow each other, but for those of replies sealed and never
    /// posted: after so many free ones there are no more.
    private static let longestGap = 100

    private static func next(
        after first: Int, in keys: ThreadKeys, _ labels: [[UInt8]: [UInt8]]
    ) -> Int {
        var (next, number) = (first, first)
        while number < min(next + longestGap, ThreadKeys.labelCount) {
            if labels[keys.label(number)] != nil { next = number + 1 }
            number += 1
        }
        return next
    }

    private static func set(
        nextNumber: Int, of conversation: Int, in database: Database
    ) throws {
        try database.execute(
            sql: "UPDATE conversation SET next_number = ? WHERE number = ?",
            arguments: [nextNumber, conversation])
    }

    /// Seals a reply under the next number of its case and remembers under which; nil when none is left.
    ///
    /// - Parameters:
    ///   - id: of the reply in the vault.
    ///   - day: of its place in the schedule; a mirror fetched two days later has it.
    func seal(reply id: Int, day: Day, in database: Database) throws -> SealedEnvelope? {
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM reply WHERE id = ?", arguments: [id])
        else { return nil }
        let thread = try Self.thread(of: row["conversation"], in: database)
        guard thread.nextNumber < ThreadKeys.labelCount else { return nil }
        let reply = Reply(
            from: try CaseRecords.setting(database, .id) ?? "", number: thread.nextNumber,
            kind: Self.kind(row["kind"]), day: Day(number: row["day"]),
            checkpoint: try Self.importedHead(in: database), body: row["body"])
        let sealed = try seal(reply, in: thread)
        try database.execute(
            sql: "INSERT INTO sealing VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                Data(sealed.tag), id, thread.conversation, reply.number, day.number,
                Data(sealed.hash), Data(SHA256.hash(sealed.posted)),
            ])
        try Self.set(nextNumber: reply.number + 1, of: thread.conversation, in: database)
        return sealed
    }

    struct Thread {
        let conversation: Int
        let key: [UInt8]
        let replyTo: HybridRecipient
        let nextNumber: Int
    }

    /// A case's thread. Where the reporter's answers go is what the reporter said, and before that what a
    /// referral said.
    static func thread(of number: Int, in database: Database) throws -> Thread {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT thread, next_number,
                    CASE reply_to WHEN '' THEN referred_reply_to ELSE reply_to END AS reply_to
                FROM conversation WHERE number = ?
                """, arguments: [number])
        guard let row else { throw CaseworkError.unknownCase(number: number) }
        let text: String = row["reply_to"]
        guard !text.isEmpty else { throw CaseworkError.noAuthenticReport(number: number) }
        return Thread(
            conversation: number, key: CaseRecords.bytes(row["thread"]),
            replyTo: try HybridRecipient(text), nextNumber: row["next_number"])
    }

    private func threadKeys(_ thread: Thread) throws -> ThreadKeys {
        try ThreadKeys(counsellor: keys.thread, reporterThread: thread.key)
    }

    private func seal(_ reply: Reply, in thread: Thread) throws -> SealedEnvelope {
        let keys = try threadKeys(thread)
        do throws(ReportingError) {
            return try reply.sealed(in: keys, to: thread.replyTo)
        } catch {
            switch error {
            case .bodyTooLong(let bytes):
                throw CaseworkError.tooLong(characters: Self.characters(of: reply.body, bytes))
            case .forbiddenCharacter: throw CaseworkError.controlCharacter
            default: throw error
            }
        }
    }

    /// How many characters must go from the end of `text` to save so many bytes.
    private static func characters(of text: String, _ bytes: Int) -> Int {
        var saved = 0
        var count = 0
        for character in text.reversed() where saved < bytes {
            saved += character.utf8.count
            count += 1
        }
        return count
    }

    static func code(_ kind: Reply.Kind) -> String {
        switch kind {
        case .answer: "answer"
        case .closed: "closed"
        case .askReferral(let to): "ask-referral \(to)"
        case .referred(let to): "referred \(to)"
        }
    }

    private static func kind(_ code: String) -> Reply.Kind {
        let parts = code.split(separator: " ").map(String.init)
        if parts.count == 2 {
            return parts[0] == "referred" ? .referred(to: parts[1]) : .askReferral(to: parts[1])
        }
        return code == "closed" ? .closed : .answer
    }
}

extension Reply.Kind {
    /// The colleague it names.
    fileprivate var other: String? {
        switch self {
        case .askReferral(let to), .referred(let to): to
        case .answer, .closed: nil
        }
    }
}
