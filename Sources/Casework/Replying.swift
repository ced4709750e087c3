internal import Age
internal import Foundation
internal import GRDB
package import Reporting
internal import Sodium
package import TransparencyLog

// Answers: sealed when they are written, kept in the vault until the mirror shows them.
extension OfflineHome {
    /// Seals a reply under the next number and saves it. Returns its number.
    ///
    /// - Parameter body: lines end in LF; other controls than tabs are refused.
    /// - Throws: `unknownCase`, `noAuthenticReport`, `importFirst`, `conversationFull`, `emptyText`,
    ///   `controlCharacter`, `tooLong`; `referralToHerself`, `notInRoster`.
    package func reply(
        to number: Int, _ kind: Reply.Kind, body: String, today: Day
    ) throws -> Int {
        guard kind == .closed || body.contains(where: { !$0.isWhitespace }) else {
            throw CaseworkError.emptyText
        }
        let id = try id()
        if case .askReferral(let other) = kind { try checkReferral(to: other) }
        return try vault.save { database in
            guard try CaseRecords.setting(database, .importFirst) == nil else {
                throw CaseworkError.importFirst
            }
            let thread = try Self.thread(of: number, in: database)
            guard thread.nextNumber < ThreadKeys.labelCount else {
                throw CaseworkError.conversationFull(number: number)
            }
            let reply = Reply(
                from: id, number: thread.nextNumber, kind: kind, day: today, body: body)
            let sealed = try seal(reply, in: thread)
            try database.execute(
                sql: """
                    INSERT INTO reply (label, conversation, number, day, kind, body, envelope, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 'written')
                    """,
                arguments: [
                    Data(sealed.tag), number, reply.number, today.number, Self.code(kind), body,
                    Data(sealed.bytes),
                ])
            try database.execute(
                sql: """
                    UPDATE conversation SET next_number = ?, answered = 1,
                        state = CASE WHEN ? THEN 'closed' ELSE state END WHERE number = ?
                    """, arguments: [reply.number + 1, kind == .closed, number])
            return reply.number
        }
    }

    /// Checks that a case can be shared with this counsellor. Throws `referralToHerself`, `notInRoster`.
    package func checkReferral(to other: String) throws {
        guard try other != id() else { throw CaseworkError.referralToHerself(id: other) }
        guard try rosterInForce()?.counsellor(other) != nil else {
            throw CaseworkError.notInRoster(id: other)
        }
    }

    /// Compares her replies with the labels in the mirror: what is there is posted; a number that was
    /// taken by a reply this vault doesn't know (it was restored) is passed over.
    func settle(
        _ labels: [[UInt8]: [UInt8]], in database: Database, into result: inout ImportResult
    ) throws {
        let waiting = try Row.fetchAll(
            database,
            sql: "SELECT label, conversation, number, envelope FROM reply WHERE state <> 'posted'")
        var taken: [(label: [UInt8], conversation: Int)] = []
        for row in waiting {
            let label = CaseRecords.bytes(row["label"])
            guard let hash = labels[label] else { continue }
            guard hash == SHA256.hash(CaseRecords.bytes(row["envelope"])) else {
                taken.append((label, row["conversation"]))
                continue
            }
            try database.execute(
                sql: "UPDATE reply SET state = 'posted' WHERE label = ?", arguments: [Data(label)])
            result.posted += 1
        }
        let numbers = try Int.fetchAll(
            database, sql: "SELECT number FROM conversation WHERE reply_to <> ''")
        for number in numbers {
            let thread = try Self.thread(of: number, in: database)
            let keys = try threadKeys(thread)
            let used = (thread.nextNumber..<ThreadKeys.labelCount).last {
                labels[keys.label($0)] != nil
            }
            guard let used else { continue }
            try database.execute(
                sql: "UPDATE conversation SET next_number = ? WHERE number = ?",
                arguments: [used + 1, number])
        }
        for reply in taken {
            try renumber(reply.label, of: reply.conversation, in: database)
            result.renumbered += 1
        }
    }

    /// Seals a written reply again under the next free number.
    private func renumber(
        _ label: [UInt8], of conversation: Int, in database: Database
    ) throws {
        let thread = try Self.thread(of: conversation, in: database)
        guard thread.nextNumber < ThreadKeys.labelCount,
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM reply WHERE label = ?", arguments: [Data(label)])
        else { throw CaseworkError.conversationFull(number: conversation) }
        let reply = Reply(
            from: try CaseRecords.setting(database, .id) ?? "", number: thread.nextNumber,
            kind: Self.kind(row["kind"]), day: Day(number: row["day"]), body: row["body"])
        let sealed = try seal(reply, in: thread)
        try database.execute(
            sql: """
                UPDATE reply SET label = ?, number = ?, envelope = ?, state = 'written'
                WHERE label = ?
                """,
            arguments: [Data(sealed.tag), reply.number, Data(sealed.bytes), Data(label)])
        try database.execute(
            sql: "UPDATE conversation SET next_number = ? WHERE number = ?",
            arguments: [reply.number + 1, conversation])
    }

    private struct Thread {
        let conversation: Int
        let key: [UInt8]
        let replyTo: HybridRecipient
        let nextNumber: Int
    }

    private static func thread(of number: Int, in database: Database) throws -> Thread {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT thread, reply_to, next_number FROM conversation WHERE number = ?",
            arguments: [number])
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

    private static func code(_ kind: Reply.Kind) -> String {
        switch kind {
        case .answer: "answer"
        case .closed: "closed"
        case .askReferral(let to): "ask-referral \(to)"
        }
    }

    private static func kind(_ code: String) -> Reply.Kind {
        let parts = code.split(separator: " ").map(String.init)
        if parts.count == 2 { return .askReferral(to: parts[1]) }
        return code == "closed" ? .closed : .answer
    }
}
