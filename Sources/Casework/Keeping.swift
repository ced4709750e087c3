internal import GRDB
package import Reporting
internal import Sodium
package import TransparencyLog

// What must not be forgotten: what ends by itself, and what has to be done once.
extension OfflineHome {
    /// What ends unless somebody renews it.
    package struct Renewals: Sendable, Equatable {
        /// The last day of the list of counsellors; nil before a first import.
        package var rosterExpires: Day?
        /// Whether that list names her; nil before a first import.
        package var isListed: Bool?
        /// The last month for which she has a sealing key.
        package var lastMonth: Month?
        /// Whether notes of hers wait for an outbox.
        package var notesWait = false
        /// The day of her last hours note.
        package var hoursDay: Day?
        /// The day on which the list named keys for her that were not made here; nil when it no longer does.
        package var foreignKeys: Day?
        /// The day on which notes signed in her name were found that were not made here; until she signs new ones.
        package var foreignNotes: Day?

        /// Days ahead on which an end is announced.
        package static let announcedDays = [90, 30, 7]

        /// The least of `announcedDays` that an end is within; 0 when its last day is over; nil when it is far.
        package static func announced(_ end: Day, today: Day) -> Int? {
            let left = end.number - today.number
            return left < 0 ? 0 : announcedDays.last { left <= $0 }
        }
    }

    /// What ends, as far as this machine knows.
    package func renewals() throws -> Renewals {
        var renewals = Renewals()
        let roster = try rosterInForce()
        let id = try id()
        renewals.rosterExpires = roster?.expires
        renewals.isListed = roster.map { $0.counsellor(id) != nil }
        renewals.lastMonth = months.months.last
        renewals.hoursDay = try lastHoursDay()
        try vault.database.read { database in
            renewals.notesWait = try Int.fetchOne(database, sql: "SELECT count(*) FROM note") != 0
            renewals.foreignKeys = try CaseRecords.setting(database, .foreignKeys)
                .flatMap { Day($0) }
            renewals.foreignNotes = try CaseRecords.setting(database, .foreignNotes)
                .flatMap { Day($0) }
        }
        return renewals
    }

    private func lastHoursDay() throws -> Day? {
        let text = try vault.database.read { try CaseRecords.setting($0, .hours) }
        return try text.map { try HoursNote(text: $0).day }
    }

    /// Checks that the list names no key for her that was not made here. What is found is remembered until an
    /// import finds none.
    ///
    /// - Throws: `foreignKeys`.
    func checkOwnKeys(in organisation: Organisation, today: Day) throws {
        let id = try id()
        guard let own = organisation.roster.counsellor(id) else { return }
        let isKnown = try vault.database.read { try CaseRecords.setting($0, .foreignKeys) != nil }
        guard own.threadKey == keys.thread.publicKey, own.notes == keys.notes.verifierKey,
            own.imported == keys.imported.verifierKey
        else {
            if !isKnown { try vault.save { try CaseRecords.set($0, .foreignKeys, today.text) } }
            throw CaseworkError.foreignKeys(id: id)
        }
        if isKnown { try vault.save { try CaseRecords.remove($0, .foreignKeys) } }
    }

    /// Whether a note signed with her key is newer than any that this machine has made. After a restore that says
    /// nothing; otherwise her key is in other hands, or a copy of her files in use.
    func isForeign(serial: Int, _ setting: CaseRecords.Setting, in database: Database) throws
        -> Bool
    {
        let last = try CaseRecords.setting(database, setting).flatMap { Int($0) } ?? 0
        return try serial > last && CaseRecords.setting(database, .importFirst) == nil
    }

    /// What is done once, when a vault is new.
    package enum FirstStep: String, Sendable, CaseIterable {
        case told, sheets, backup, listed
    }

    /// The first steps that are still to be done.
    package func firstSteps() throws -> [FirstStep] {
        let (told, proved) = try vault.database.read {
            (
                try CaseRecords.setting($0, .fingerprintTold),
                try CaseRecords.setting($0, .backupProved)
            )
        }
        let isListed = try rosterInForce()?.counsellor(id()) != nil
        // Whoever is in the list has said her words to those who signed it.
        return FirstStep.allCases.filter {
            switch $0 {
            case .told: told == nil && !isListed
            case .sheets: (try? recovery()) == nil
            case .backup: proved == nil
            case .listed: !isListed
            }
        }
    }

    /// She said that her fingerprint was told and her files handed over.
    package func markTold(today: Day) throws {
        try vault.save { try CaseRecords.set($0, .fingerprintTold, today.text) }
    }

    /// Who she is in the list: as it was signed, or else as she asked for.
    package func ownEntry() throws -> Roster.Counsellor? {
        if let listed = try rosterInForce()?.counsellor(id()) { return listed }
        let text = try vault.database.read { try CaseRecords.setting($0, .enrolment) }
        return try text.map { try Roster.Counsellor(enrolment: $0) }
    }

    func remember(enrolment: Roster.Counsellor) throws {
        try vault.save { try CaseRecords.set($0, .enrolment, enrolment.enrolment) }
    }
}
