internal import GRDB
package import Reporting
package import TransparencyLog

// What the desk remembers for its owner, inside the vault.
extension OfflineHome {
    /// A folder that was chosen once.
    package enum ChosenFolder: Sendable { case mirror, outbox, backup }

    package func folder(_ folder: ChosenFolder) throws -> String? {
        try vault.database.read { try CaseRecords.setting($0, Self.setting(folder)) }
    }

    package func remember(_ path: String, as folder: ChosenFolder) throws {
        guard try self.folder(folder) != path else { return }
        try vault.save { try CaseRecords.set($0, Self.setting(folder), path) }
    }

    /// The language of her screens; nil before she chose.
    package func chosenLanguage() throws -> Language? {
        try vault.database.read { try CaseRecords.setting($0, .language) }
            .flatMap { Language(rawValue: $0) }
    }

    package func choose(language: Language) throws {
        try vault.save { try CaseRecords.set($0, .language, language.rawValue) }
    }

    /// Whether this machine may go online; not until somebody says so.
    package func mayGoOnline() throws -> Bool {
        try vault.database.read { try CaseRecords.setting($0, .online) } == "yes"
    }

    package func choose(mayGoOnline: Bool) throws {
        try vault.save { try CaseRecords.set($0, .online, mayGoOnline ? "yes" : "no") }
    }

    /// Minutes without use after which the desk locks; nil before she chose.
    package func idleMinutes() throws -> Int? {
        try vault.database.read { try CaseRecords.setting($0, .idleMinutes) }.flatMap { Int($0) }
    }

    package static let idleRange = 1...120

    /// - Parameter idleMinutes: within `idleRange`.
    package func choose(idleMinutes: Int) throws {
        try vault.save { try CaseRecords.set($0, .idleMinutes, String(idleMinutes)) }
    }

    /// The day of the newest mirror imported; nil for none.
    package func lastFetch() throws -> Day? {
        try vault.database.read { try CaseRecords.setting($0, .fetched) }.flatMap { Day($0) }
    }

    /// Whether a mirror is to be fetched: none was, or the last three days ago or more.
    package func fetchIsDue(today: Day) throws -> Bool {
        try lastFetch().map { today.number - $0.number >= 3 } ?? true
    }

    /// Whether it is of a backup and nothing was read in since: replies sent after the backup are not known here.
    package func mustImportFirst() throws -> Bool {
        try vault.database.read { try CaseRecords.setting($0, .importFirst) } != nil
    }

    /// The organisation, as the roster names it; nil before a first import.
    package func organisationName() throws -> String? { try rosterInForce()?.organisation }

    private static func setting(_ folder: ChosenFolder) -> CaseRecords.Setting {
        switch folder {
        case .mirror: .mirrorFolder
        case .outbox: .outboxFolder
        case .backup: .backupFolder
        }
    }
}
