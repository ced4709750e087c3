internal import Age
internal import DurableFiles
internal import Foundation
internal import GRDB
package import Reporting
internal import Sodium
package import TransparencyLog

// The notes a counsellor signs herself: her month keys and her hours. They wait in the vault until a
// mirror shows that the gateway has them.
extension OfflineHome {
    /// More month keys don't fit in a note.
    static let publishedMonthCount = 32

    /// Makes the month keys that are missing of the next `count` months and signs a note of all that are
    /// held, those of before `today` too: what is published is not taken back because a clock says so.
    ///
    /// The secret keys are on the disk before the note is: nothing is published that can't be opened.
    package func renewKeys(today: Day, count: Int) throws -> SignedNote {
        months.extend(from: today.month, count: count)
        try months.save(path(.months), sealedTo: identity.recipient)
        let id = try id()
        let genesis = try genesis()
        let published = months.identities.sorted { $0.key < $1.key }
            .prefix(Self.publishedMonthCount)
        return try vault.save { database in
            let serial = try nextSerial(.keysSerial, in: database)
            let note = KeysNote(
                serial: serial, genesis: genesis, counsellor: id,
                months: published.map {
                    KeysNote.MonthKey(month: $0.key, recipient: $0.value.recipient)
                })
            return try keep(note.text, "keys", serial, .keysSerial, in: database)
        }
    }

    /// When she reads, how else she is reached, and her absence.
    package struct Hours: Sendable, Equatable {
        /// 0 Monday to 6 Sunday, in order.
        package var reads: [Int]
        package var absence: ClosedRange<Day>?
        /// The id of who stands in.
        package var replacement: String?
        package var phone: String?
        package var remark: String?

        package init(
            reads: [Int], absence: ClosedRange<Day>? = nil, replacement: String? = nil,
            phone: String? = nil, remark: String? = nil
        ) {
            self.reads = reads
            self.absence = absence
            self.replacement = replacement
            self.phone = phone
            self.remark = remark
        }
    }

    /// What her last hours note said; nil before the first.
    package func lastHours() throws -> Hours? {
        let text = try vault.database.read { try CaseRecords.setting($0, .hours) }
        guard let text else { return nil }
        let note = try HoursNote(text: text)
        return Hours(
            reads: note.reads, absence: note.absence, replacement: note.replacement,
            phone: note.phone, remark: note.remark)
    }

    /// Signs an hours note of today.
    /// - Throws: `ReportingError.malformedLine` when a value can't stand in it.
    package func renewHours(_ hours: Hours, today: Day) throws -> SignedNote {
        let id = try id()
        let genesis = try genesis()
        return try vault.save { database in
            let serial = try nextSerial(.hoursSerial, in: database)
            let note = HoursNote(
                serial: serial, genesis: genesis, counsellor: id, day: today, reads: hours.reads,
                absence: hours.absence, replacement: hours.replacement, phone: hours.phone,
                remark: hours.remark)
            _ = try HoursNote(text: note.text)
            try CaseRecords.set(database, .hours, note.text)
            return try keep(note.text, "hours", serial, .hoursSerial, in: database)
        }
    }

    /// What is handed to the holders of the root keys. `request` and `collector` are the online machine's.
    package func enrolment(
        name: String, role: Roster.Counsellor.Role, languages: [Language], ways: [String],
        request: VerifierKey, collector: VerifierKey, since: Day
    ) throws -> Roster.Counsellor {
        Roster.Counsellor(
            id: try id(), name: name, role: role, languages: languages, ways: ways,
            request: request, collector: collector, imported: keys.imported.verifierKey,
            notes: keys.notes.verifierKey, threadKey: keys.thread.publicKey, since: since)
    }

    /// Writes what the holders of the root keys need to a folder: the enrolment, and the notes that wait.
    ///
    /// - Throws: `notInRoster` when nothing was kept of it (a vault made by an older version).
    /// - Returns: the names.
    package func writeEnrolment(to target: String) throws -> [String] {
        let id = try id()
        let (enrolment, notes) = try vault.database.read { database in
            (
                try CaseRecords.setting(database, .enrolment),
                try Row.fetchAll(database, sql: "SELECT kind, bytes FROM note ORDER BY serial")
                    .map { ("\(id).\($0["kind"] as String).note", CaseRecords.bytes($0["bytes"])) }
            )
        }
        guard let enrolment else { throw CaseworkError.notInRoster(id: id) }
        try PrivateFolder.create(target)
        let files = [("\(id).enrolment", [UInt8](enrolment.utf8))] + notes
        for (name, bytes) in files {
            try DurableFile.replace("\(target)/\(name)", with: bytes, mode: 0o644)
        }
        return files.map(\.0)
    }

    private func genesis() throws -> VerifierKey {
        try VerifierKey(try requiredSetting(.genesis))
    }

    private func nextSerial(
        _ setting: CaseRecords.Setting, in database: Database
    ) throws -> Int {
        (try CaseRecords.setting(database, setting).flatMap { Int($0) } ?? 0) + 1
    }

    private func keep(
        _ text: String, _ kind: String, _ serial: Int, _ setting: CaseRecords.Setting,
        in database: Database
    ) throws -> SignedNote {
        let note = try SignedNote(text: text, signedBy: keys.notes)
        try database.execute(
            sql: "INSERT INTO note VALUES (?, ?, ?)", arguments: [kind, serial, Data(note.bytes)])
        try CaseRecords.set(database, setting, String(serial))
        try CaseRecords.remove(database, .foreignNotes)
        return note
    }
}
