internal import DurableFiles
internal import Foundation
internal import GRDB
internal import Reporting
internal import Sodium
package import TransparencyLog

// What the offline machine hands over to the online one: so many files a day, whether there is anything to
// say or not. Source: Docs/protocol.md §8.
extension OfflineHome {
    /// An export has the day it is made on and those after it.
    package static let scheduleDayCount = 30

    /// What was written to an outbox. For her eyes: nothing of it can be seen in the files.
    package struct HandedOver: Sendable, Equatable {
        /// Replies to be posted at once, besides the schedule.
        package var atOnce = 0
        /// Replies in the schedule.
        package var scheduled = 0
        /// The day on which the last of them is posted.
        package var lastReply: Day?
        /// Replies that wait for a later export, for want of room.
        package var waiting = 0
        /// Cases that have replies left and no number for them.
        package var full: Set<Int> = []
        /// Envelopes of referrals.
        package var referrals = 0
        /// The day on which the last of those in the schedule is posted.
        package var lastReferral: Day?
        /// Envelopes of referrals for which there is no room, or no key of the colleague.
        package var referralsWaiting = 0
        package var notes = 0
        /// The last day of the schedule; nil when the roster asks for none.
        package var scheduleEnds: Day?
    }

    /// Replaces what an outbox folder holds by the schedule from `today` on, the newest of her own notes,
    /// and her cosignature of what was imported last.
    ///
    /// Replies that no mirror has shown take the earliest places, in the order written; those of an earlier
    /// export only when it may not be posted yet: of a day from yesterday on, or never taken from this folder.
    /// Every one is sealed anew, under a number of its own, and everything else is cover.
    /// - Parameter atOnce: replies that wait go besides the schedule, in files that say so.
    /// - Throws: `otherOutbox` for a folder with another counsellor's; `notForThis` for a home or an online folder.
    package func handOver(
        to target: String, today: Day, atOnce: Bool = false
    ) throws -> HandedOver {
        try CollectorFolder.checkNone(in: target)
        guard !DurableFile.exists(Self.path(.months, in: target)) else {
            throw CaseworkError.notForThis(path: target)
        }
        try PrivateFolder.create(target)
        let outbox = Outbox(folder: target)
        let id = try id()
        let owner = keys.owner
        try outbox.checkOwner(owner)
        let untaken = outbox.untaken()
        let cover = try rosterInForce()?.counsellor(id)?.cover ?? 1
        var handed = HandedOver()
        // The numbers are used up on the disk before anything that bears them is.
        let (replies, referrals) = try vault.save { database in
            (
                try sealWaiting(
                    untaken, today: today, aDay: cover, atOnce: atOnce || cover == 0, in: database,
                    &handed),
                try sealReferrals(
                    untaken, today: today, atOnce: atOnce || cover == 0, in: database, &handed)
            )
        }
        var files = try notes(&handed)
        files += replies.atOnce.enumerated().map {
            (Outbox.atOncePrefix + "\($0.offset + 1)" + Outbox.replyExtension, $0.element.posted)
        }
        files += referrals.atOnce.enumerated().map {
            (Outbox.atOncePrefix + "\($0.offset + 1)" + Outbox.reportExtension, $0.element.posted)
        }
        if cover > 0 {
            files += Self.schedule(
                of: replies.scheduled, aDay: cover, reports: referrals.scheduled, from: today)
            handed.scheduleEnds = today.adding(Self.scheduleDayCount - 1)
        }
        try outbox.replace(with: files, of: owner)
        try vault.save { database in
            for id in replies.ids {
                try database.execute(
                    sql: "UPDATE reply SET state = 'handed-over' WHERE id = ?", arguments: [id])
            }
            for id in referrals.parts {
                try database.execute(
                    sql: "UPDATE referral_part SET state = 'handed-over' WHERE id = ?",
                    arguments: [id])
            }
            if let day = handed.scheduleEnds {
                try CaseRecords.set(database, .scheduled, day.text)
            }
        }
        return handed
    }

    /// Files for every place of the schedule: the replies in the earliest, in any order within a day, and a
    /// report a day.
    private static func schedule(
        of replies: [SealedEnvelope], aDay: Int, reports: [SealedEnvelope], from today: Day
    ) -> [(name: String, bytes: [UInt8])] {
        var rest = replies[...]
        return (0..<scheduleDayCount).flatMap { offset in
            let day = today.adding(offset)
            var envelopes = [SealedEnvelope](rest.prefix(aDay))
            rest = rest.dropFirst(aDay)
            while envelopes.count < aDay { envelopes.append(Cover.reply()) }
            envelopes.shuffle()
            return envelopes.enumerated().map { (Slot(day, $0.offset + 1).name, $0.element.posted) }
                + [
                    (
                        Slot(day, 0).name,
                        (offset < reports.count ? reports[offset] : Cover.report()).posted
                    )
                ]
        }
    }

    private struct SealedReplies {
        var ids: [Int] = []
        var atOnce: [SealedEnvelope] = []
        var scheduled: [SealedEnvelope] = []
    }

    /// - Parameter untaken: hashes of files that nobody has taken from the outbox; nil when that can't be told.
    private func sealWaiting(
        _ untaken: Set<[UInt8]>?, today: Day, aDay: Int, atOnce: Bool, in database: Database,
        _ handed: inout HandedOver
    ) throws -> SealedReplies {
        var sealed = SealedReplies()
        // After a restore the mirror tells which numbers are used.
        guard try CaseRecords.setting(database, .importFirst) == nil else { return sealed }
        for row in try Self.unposted(database) {
            guard Self.waits(row, untaken, today: today) else { continue }
            let isAtOnce = atOnce || row["at_once"] == 1
            guard isAtOnce || sealed.scheduled.count < aDay * Self.scheduleDayCount else {
                handed.waiting += 1
                try database.execute(
                    sql: "UPDATE reply SET state = 'written' WHERE id = ?",
                    arguments: [row["id"] as Int])
                continue
            }
            // A mirror of tomorrow has what goes at once.
            let day = today.adding(isAtOnce ? -1 : sealed.scheduled.count / aDay)
            guard let envelope = try seal(reply: row["id"], day: day, in: database) else {
                handed.full.insert(row["conversation"])
                continue
            }
            sealed.ids.append(row["id"])
            if isAtOnce {
                try database.execute(
                    sql: "UPDATE reply SET at_once = 1 WHERE id = ?",
                    arguments: [row["id"] as Int])
                sealed.atOnce.append(envelope)
            } else {
                sealed.scheduled.append(envelope)
                handed.lastReply = day
            }
        }
        handed.atOnce = sealed.atOnce.count
        handed.scheduled = sealed.scheduled.count
        return sealed
    }

    /// Whether what no mirror has shown, with its last sealing, may be exported again.
    static func waits(_ row: Row, _ untaken: Set<[UInt8]>?, today: Day) -> Bool {
        if row["state"] == "written" { return true }
        // Yesterday's may have been moved on to today, and then this export replaces it.
        if row["at_once"] == 0, row["day"] as Int >= today.number - 1 { return true }
        return untaken?.contains(CaseRecords.bytes(row["file_hash"])) ?? true
    }

    /// Replies that no mirror has shown, in the order written, each with its last sealing.
    private static func unposted(_ database: Database) throws -> [Row] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT r.id, r.conversation, r.state, r.at_once, ifnull(s.day, 0) AS day,
                    ifnull(s.file_hash, x'') AS file_hash
                FROM reply r LEFT JOIN sealing s ON s.reply = r.id AND s.number = (
                    SELECT max(number) FROM sealing WHERE reply = r.id)
                WHERE r.state <> 'posted' ORDER BY r.id
                """)
    }

    private func notes(
        _ handed: inout HandedOver
    ) throws -> [(name: String, bytes: [UInt8])] {
        let (notes, cosigned) = try vault.database.read { database in
            (
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT kind, serial, bytes FROM note n WHERE serial =
                        (SELECT max(serial) FROM note WHERE kind = n.kind)
                        """
                ).map { row in
                    (
                        name: "\(row["kind"] as String)-\(row["serial"] as Int)"
                            + Outbox.noteExtension,
                        bytes: CaseRecords.bytes(row["bytes"])
                    )
                },
                try CaseRecords.setting(database, .imported)
            )
        }
        handed.notes = notes.count
        return notes + (cosigned.map { [(Outbox.importedName, [UInt8]($0.utf8))] } ?? [])
    }
}
