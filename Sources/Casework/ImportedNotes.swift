internal import Foundation
internal import GRDB
package import Reporting
internal import Sodium
internal import TransparencyLog

// What an import learns from the organisation's notes.
extension OfflineHome {
    /// The mirror's organisation, checked against the link, what was seen before, and her own keys.
    /// - Throws: `foreignKeys`, `rosterFork`, `damagedMirror`; `OrganisationError`.
    func checkedOrganisation(of mirror: Mirror, today: Day) throws -> Organisation {
        let bundle: NoteBundle
        let anchor: TrustAnchor
        let notes = try mirror.notes()
        do throws(ReportingError) {
            bundle = try NoteBundle(parsing: notes)
        } catch {
            throw CaseworkError.damagedMirror(file: mirror.folder + "/notes")
        }
        let link = try link()
        do throws(ReportingError) { anchor = try TrustAnchor(link: link) } catch {
            throw CaseworkError.damaged(file: path(.vault))
        }
        let highest = try vault.database.read {
            try Int.fetchOne($0, sql: "SELECT max(serial) FROM roster") ?? 0
        }
        let organisation = try Organisation(
            bundle: bundle, anchor: anchor, today: today, highestSeen: highest)
        let seen = try vault.database.read { database in
            try Data.fetchOne(
                database, sql: "SELECT note FROM roster WHERE serial = ?",
                arguments: [organisation.roster.serial])
        }
        if let seen, [UInt8](seen) != [UInt8](organisation.roster.text.utf8) {
            throw CaseworkError.rosterFork(serial: organisation.roster.serial)
        }
        try checkOwnKeys(in: organisation, today: today)
        return organisation
    }

    /// The roster in force by the last import; nil before the first.
    package func rosterInForce() throws -> Roster? {
        try vault.database.read { try Self.rosterInForce($0) }
    }

    static func rosterInForce(_ database: Database) throws -> Roster? {
        try Data.fetchOne(
            database, sql: "SELECT note FROM roster ORDER BY serial DESC LIMIT 1"
        ).map { try Roster(text: String(decoding: $0, as: UTF8.self)) }
    }

    func summary(of organisation: Organisation, today: Day) throws -> ImportResult {
        var result = ImportResult()
        let id = try id()
        result.rosterSerial = organisation.roster.serial
        result.isListed = organisation.roster.counsellor(id) != nil
        result.rosterDaysLeft = organisation.roster.expires.number - today.number
        result.lastPublishedMonth = organisation.keys(of: id)?.months.last?.month
        result.hasCurrentKey = organisation.keys(of: id)?.recipient(in: today.month) != nil
        return result
    }

    /// Remembers the roster in force, and the serials of her own notes that the gateway has.
    func keep(_ organisation: Organisation, today: Day, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO roster VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [organisation.roster.serial, Data(organisation.roster.text.utf8)])
        let id = try CaseRecords.setting(database, .id) ?? ""
        let (keys, hours) = (organisation.keys(of: id), organisation.hours(of: id))
        if try isForeign(serial: keys?.serial ?? 0, .keysSerial, in: database)
            || isForeign(serial: hours?.serial ?? 0, .hoursSerial, in: database)
        {
            try CaseRecords.set(database, .foreignNotes, today.text)
        }
        if let keys {
            try settle("keys", serial: keys.serial, .keysSerial, in: database)
        }
        if let hours {
            try settle("hours", serial: hours.serial, .hoursSerial, in: database)
        }
    }

    private func settle(
        _ kind: String, serial: Int, _ setting: CaseRecords.Setting, in database: Database
    ) throws {
        try database.execute(
            sql: "DELETE FROM note WHERE kind = ? AND serial <= ?", arguments: [kind, serial])
        let last = try CaseRecords.setting(database, setting).flatMap { Int($0) } ?? 0
        try CaseRecords.set(database, setting, String(max(last, serial)))
    }
}
