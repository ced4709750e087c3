internal import Age
internal import DurableFiles
internal import GRDB
package import Sodium
package import TransparencyLog

// A backup is one when it was opened once.
extension OfflineHome {
    /// What a backup showed when it was opened.
    package struct BackupProof: Sendable, Equatable {
        package let cases: Int
        /// Whether nothing was changed here since.
        package let isCurrent: Bool
        package let hasRecovery: Bool
    }

    /// Opens a backup with its passphrase, as after a loss, and compares it with what is here.
    ///
    /// - Throws: `notABackup`, `wrongPassphrase`, `damaged`; `notOwnBackup` for another home's.
    package func prove(
        backup folder: String, passphrase: borrowing SecretBytes, today: Day
    ) throws -> BackupProof {
        guard Self.isBackup(folder) else { throw CaseworkError.notABackup(path: folder) }
        let identity = try Self.identity(in: folder, passphrase: passphrase)
        guard identity.recipient.text == self.identity.recipient.text else {
            throw CaseworkError.notOwnBackup(path: folder)
        }
        _ = try CounsellorKeys(opening: Self.path(.keys, in: folder), with: identity)
        let copy = try Vault(opening: Self.path(.vault, in: folder), with: identity)
        let cases = try copy.database.read { try CaseRecords.summaries($0).count }
        let isCurrent =
            try DurableFile.readRegular(path(.vault), limit: Vault.byteLimit)
            == DurableFile.readRegular(Self.path(.vault, in: folder), limit: Vault.byteLimit)
        try vault.save { try CaseRecords.set($0, .backupProved, today.text) }
        return BackupProof(
            cases: cases, isCurrent: isCurrent, hasRecovery: Self.hasRecovery(folder))
    }

    /// The last day on which a backup was opened to prove it.
    package func lastBackupProof() throws -> Day? {
        try vault.database.read { try CaseRecords.setting($0, .backupProved) }
            .flatMap { Day($0) }
    }
}
