internal import Age
internal import Foundation
internal import GRDB
internal import Reporting
internal import Sodium
internal import TransparencyLog

// Referrals in an export: each envelope in the one report's place of a day, the earliest first; sealed anew
// each time, and kept until the log shows it. Source: Docs/protocol.md §8.
extension OfflineHome {
    struct SealedReferrals {
        var parts: [Int] = []
        var atOnce: [SealedEnvelope] = []
        /// One a day from today on.
        var scheduled: [SealedEnvelope] = []
    }

    /// - Parameters:
    ///   - untaken: hashes of files that nobody has taken from the outbox; nil when that can't be told.
    ///   - atOnce: all of them go besides the schedule.
    func sealReferrals(
        _ untaken: Set<[UInt8]>?, today: Day, atOnce: Bool, in database: Database,
        _ handed: inout HandedOver
    ) throws -> SealedReferrals {
        var sealed = SealedReferrals()
        guard try CaseRecords.setting(database, .importFirst) == nil else { return sealed }
        for row in try Self.unpostedParts(database) {
            guard Self.waits(row, untaken, today: today) else { continue }
            let isAtOnce = atOnce || row["at_once"] == 1
            let place = today.adding(isAtOnce ? 0 : sealed.scheduled.count)
            guard isAtOnce || sealed.scheduled.count < Self.scheduleDayCount,
                let envelope = try seal(part: row, on: place, in: database)
            else {
                handed.referralsWaiting += 1
                continue
            }
            try database.execute(
                sql: "INSERT INTO referral_sealing VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    Data(envelope.hash), row["id"] as Int, place.month.text,
                    // A mirror of tomorrow has what goes at once.
                    isAtOnce ? today.number - 1 : place.number, Data(SHA256.hash(envelope.posted)),
                ])
            sealed.parts.append(row["id"])
            if isAtOnce {
                try database.execute(
                    sql: "UPDATE referral SET at_once = 1 WHERE id = ?",
                    arguments: [row["referral"] as Int])
                sealed.atOnce.append(envelope)
            } else {
                sealed.scheduled.append(envelope)
                handed.lastReferral = place
            }
        }
        handed.referrals = sealed.parts.count
        return sealed
    }

    /// To the colleague's recipient of the month in which it is posted; nil when there is none.
    private func seal(
        part row: Row, on day: Day, in database: Database
    ) throws -> SealedEnvelope? {
        let id: String = row["recipient"]
        let text = try String.fetchOne(
            database, sql: "SELECT recipient FROM colleague WHERE id = ? AND month = ?",
            arguments: [id, day.month.text])
        guard let text, let colleague = try Self.rosterInForce(database)?.counsellor(id) else {
            return nil
        }
        let thread = try Self.thread(of: row["conversation"], in: database)
        let referral = Report.Referral(
            thread: thread.key,
            reason: Report.Referral.Reason(rawValue: row["reason"]) ?? .absence,
            day: Day(number: row["written"]), part: row["number"], parts: row["parts"])
        var report = Report(
            referring: referral, from: keys.thread, to: id, replyTo: thread.replyTo,
            body: row["body"])
        report.carry(row["track"], row["category"], row["language"])
        return try report.sealed(
            by: keys.thread,
            to: Reader(counsellor: colleague, recipient: HybridRecipient(text)))
    }

    /// Parts that the log has not shown, in the order written, each with its last sealing.
    private static func unpostedParts(_ database: Database) throws -> [Row] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT p.id, p.referral, p.number, p.body, p.state, f.conversation, f.recipient, f.reason,
                    f.day AS written, f.at_once, f.track, f.category, f.language,
                    (SELECT count(*) FROM referral_part WHERE referral = f.id) AS parts,
                    ifnull(s.day, 0) AS day, ifnull(s.file_hash, x'') AS file_hash
                FROM referral_part p JOIN referral f ON f.id = p.referral
                LEFT JOIN referral_sealing s ON s.hash = (
                    SELECT hash FROM referral_sealing WHERE part = p.id
                    ORDER BY day DESC, hash LIMIT 1)
                WHERE f.state = 'sent' AND p.state <> 'posted' ORDER BY p.id
                """)
    }

    /// Compares what was exported with the log. What is logged in time to be opened is posted; what is missing
    /// waits for the next export again. Of a case whose referral and answers are all posted, what was there
    /// when it was sent is erased.
    func settleReferrals(
        _ closed: [LoggedEntry], _ pending: [LoggedEntry], fetched: Day?, in database: Database,
        into result: inout ImportResult
    ) throws {
        let sealings = try Row.fetchAll(
            database,
            sql: """
                SELECT s.hash, s.month, s.day, s.part, p.state FROM referral_sealing s
                JOIN referral_part p ON p.id = s.part WHERE p.state <> 'posted'
                ORDER BY s.part, s.day, s.hash
                """)
        let hashes = Set(sealings.map { CaseRecords.bytes($0["hash"]) })
        var logged: [[UInt8]: Day] = [:]
        if !hashes.isEmpty {
            for one in closed where hashes.contains(one.entry.hash) {
                logged[one.entry.hash] = one.day
            }
        }
        let waiting = Set(pending.map(\.entry.hash)).intersection(hashes)
        for (part, rows) in Dictionary(grouping: sealings, by: { $0["part"] as Int }) {
            let isPosted = rows.contains { row in
                logged[CaseRecords.bytes(row["hash"])].map { day in
                    MonthKeys.tried(on: day).contains { $0.text == row["month"] }
                } ?? false
            }
            let isPending = rows.contains { waiting.contains(CaseRecords.bytes($0["hash"])) }
            let isMissed =
                fetched.map { $0.number > rows[rows.count - 1]["day"] as Int + 1 } ?? false
            guard isPosted || rows[0]["state"] == "handed-over" && isMissed && !isPending else {
                continue
            }
            if !isPosted { result.waitingAgain += 1 }
            try database.execute(
                sql: "UPDATE referral_part SET state = ? WHERE id = ?",
                arguments: [isPosted ? "posted" : "written", part])
        }
        try eraseReferred(in: database, into: &result)
    }

    /// A case on hold keeps all of it until it is released.
    func eraseReferred(in database: Database, into result: inout ImportResult) throws {
        let done = try Row.fetchAll(
            database,
            sql: """
                SELECT id, conversation FROM referral f WHERE state = 'sent'
                    AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.conversation = f.conversation
                        OR h.conversation = (SELECT part_of FROM conversation
                            WHERE number = f.conversation))
                    AND NOT EXISTS (SELECT 1 FROM referral_part
                        WHERE referral = f.id AND state <> 'posted')
                    AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.conversation = f.conversation
                        AND r.number <= f.last_reply AND r.state <> 'posted')
                """)
        for row in done {
            try CaseRecords.eraseReferred(row["id"], of: row["conversation"], in: database)
            result.referred += 1
        }
    }

    /// Remembers to whom can be referred: those offered to reporters, with their recipients of the months that
    /// an export reaches.
    func keepColleagues(
        _ organisation: Organisation, _ log: LogView, today: Day, in database: Database
    ) throws {
        try database.execute(sql: "DELETE FROM colleague")
        let last = today.adding(Self.scheduleDayCount).month
        var month = today.month
        while month <= last {
            for reader in organisation.readers(in: month, log: log) {
                try database.execute(
                    sql: "INSERT INTO colleague VALUES (?, ?, ?)",
                    arguments: [reader.counsellor.id, month.text, reader.recipient.text])
            }
            month = month.adding(1)
        }
    }
}
