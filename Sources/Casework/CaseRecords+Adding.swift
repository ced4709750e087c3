internal import Age
internal import Foundation
internal import GRDB
internal import Reporting
internal import TransparencyLog

// Writing what an import opened.
extension CaseRecords {
    /// Marks an envelope as one that need not be opened again.
    static func settle(_ logged: LoggedEntry, _ outcome: String, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO envelope VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [Data(logged.entry.hash), logged.day.number, outcome])
    }

    /// Adds a message to its thread's case, which it may begin.
    static func add(
        _ opened: OpenedReport, _ proofs: Opener.Proofs, of logged: LoggedEntry, for id: String,
        to database: Database, _ result: inout ImportResult
    ) throws {
        let (report, isAuthentic) = (opened.report, proofs.isAuthentic)
        // Only an authentic MAC is remembered: a stolen one on other words must not hide the true report.
        let mac = isAuthentic ? opened.mac(for: id) ?? logged.entry.hash : logged.entry.hash
        let (number, isNew) = try conversation(
            ofThread: report.refers?.thread ?? report.thread, on: logged.day, in: database)
        let isRepeated =
            try Int.fetchOne(
                database,
                // A message may stand in a case that was split off from this one.
                sql: """
                    SELECT 1 FROM report WHERE mac = :mac AND conversation IN (
                        SELECT :number UNION ALL
                        SELECT conversation FROM split WHERE origin = :number)
                    """, arguments: ["mac": Data(mac), "number": number]) != nil
        try settle(logged, isRepeated ? "repeated" : "opened", in: database)
        if isRepeated { return }

        let replyTo =
            try String.fetchOne(
                database, sql: "SELECT reply_to FROM conversation WHERE number = ?",
                arguments: [number]) ?? ""
        let isOther =
            isAuthentic && report.refers == nil && !replyTo.isEmpty
            && replyTo != report.replyTo.text
        try database.execute(
            sql: """
                INSERT INTO report (hash, conversation, day, after_replies, sequence, kind, about,
                    track, category, language, addressed, body, mac, authentic, other_reply_to,
                    seen, erased)
                SELECT ?, number, ?,
                    (SELECT ifnull(max(number), -1) + 1 FROM reply
                        WHERE reply.conversation = conversation.number),
                    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0
                FROM conversation WHERE number = ?
                """,
            arguments: [
                Data(logged.entry.hash), logged.day.number, report.sequence, report.kind.rawValue,
                report.about.map { "\($0.counsellor) \($0.number)" } ?? "",
                report.track?.rawValue ?? "", report.category?.rawValue ?? "",
                report.language?.rawValue ?? "", report.addressed.joined(separator: " "),
                report.body, Data(mac), isAuthentic ? 1 : 0, isOther ? 1 : 0,
                number,
            ])
        if let claim = report.continues {
            try database.execute(
                sql: "INSERT INTO continuation VALUES (?, ?, ?)",
                arguments: [
                    Data(logged.entry.hash), Data(claim.thread), proofs.continues ? 1 : 0,
                ])
            if proofs.continues { result.moved += 1 } else { result.movedFalsely += 1 }
        }
        if let refers = report.refers {
            try add(refers, by: proofs.sender, of: logged, report.replyTo.text, to: database)
            if isAuthentic { result.referrals += 1 }
        }
        // The first message tells what it is about; or the first that is certainly the reporter's, or a colleague's,
        // and says so.
        if isNew || isAuthentic && (report.track != nil || report.category != nil) {
            try database.execute(
                sql: """
                    UPDATE conversation SET told_track = ?, told_category = ?
                    WHERE number = ? AND route = 'digital'
                        AND (? OR told_track = '' AND told_category = '')
                    """,
                arguments: [
                    report.track?.rawValue ?? "", report.category?.rawValue ?? "", number,
                    isNew || replyTo.isEmpty,
                ])
        }
        if isAuthentic {
            // A colleague's word for the address never stands in the place of the reporter's.
            let column = report.refers == nil ? "reply_to" : "referred_reply_to"
            try database.execute(
                sql: """
                    UPDATE conversation SET \(column) = ? WHERE number = ? AND \(column) = ''
                    """, arguments: [report.replyTo.text, number])
            try received(in: number, aftercare: report.kind == .aftercare, database)
        }
        result.messages += 1
        if isNew { result.newCases += 1 }
        if !isAuthentic { result.notAuthentic += 1 }
    }

    private static func add(
        _ refers: Report.Referral, by sender: Roster.Counsellor?, of logged: LoggedEntry,
        _ replyTo: String, to database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO received_referral VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                Data(logged.entry.hash), sender?.id ?? "", sender?.name ?? "",
                refers.reason.rawValue, refers.day.number, refers.part, refers.parts, replyTo,
            ])
    }

    private static func conversation(
        ofThread thread: [UInt8], on day: Day, in database: Database
    ) throws -> (number: Int, isNew: Bool) {
        let known = try Int.fetchOne(
            database, sql: "SELECT number FROM conversation WHERE thread = ?",
            arguments: [Data(thread)])
        if let known { return (known, false) }
        try database.execute(
            sql: """
                INSERT INTO conversation
                    (number, thread, reply_to, opened, state, answered, next_number)
                VALUES (\(CaseSQL.nextNumber), ?, '', ?, 'open', 0, 0)
                """, arguments: [Data(thread), day.number])
        return (Int(database.lastInsertedRowID), true)
    }

    /// A message waits for an answer, and opens a case that was closed, but for answers about how it is since:
    /// those leave it closed. In a merged case both it and the whole.
    private static func received(
        in number: Int, aftercare isAftercare: Bool, _ database: Database
    ) throws {
        try database.execute(
            sql: "UPDATE conversation SET answered = 0 WHERE \(CaseSQL.itsWhole)",
            arguments: ["number": number])
        if !isAftercare { try open(number, in: database) }
    }
}
