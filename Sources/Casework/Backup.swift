internal import Age
internal import DurableFiles
package import Sodium
package import TransparencyLog

// Copies of the home. The content backup never holds month keys; the months backup holds nothing else.
extension OfflineHome {
    static let backedUp: [File] = [.keys, .vault, .identity]

    /// Copies keys, vault, recovery files and identity to a folder, replacing an earlier backup there. All of it stays
    /// sealed. `identity.age` is copied last, so that a backup is complete or refused.
    /// - Throws: `notOwnBackup` for a home in use, and for a backup of other files.
    package func backup(to target: String) throws {
        try CollectorFolder.checkNone(in: target)
        try checkOwnBackup(target)
        try PrivateFolder.create(target)
        let lock = try FolderLock(folder: target)
        defer { _ = lock }
        try PrivateFolder.removeLeftovers(in: target)
        // The sheets in force have their files there before the vault that names them, older ones lose theirs after.
        let recovery = try RecoveryFiles(in: folder).names
        for name in recovery + Self.backedUp.map(\.rawValue) {
            let bytes = try DurableFile.readRegular("\(folder)/\(name)", limit: Vault.byteLimit)
            try DurableFile.replace("\(target)/\(name)", with: bytes)
        }
        for name in try RecoveryFiles(in: target).names where !recovery.contains(name) {
            try DurableFile.remove("\(target)/\(name)")
        }
    }

    /// A home has month keys and a backup never has; what else is there must be this home's.
    private func checkOwnBackup(_ target: String) throws {
        let isThere = { (file: File) in DurableFile.exists(Self.path(file, in: target)) }
        let refusal = CaseworkError.notOwnBackup(path: target)
        guard !isThere(.months) else { throw refusal }
        let limit = PassphraseFile.byteLimit
        let there = try? DurableFile.readRegular(Self.path(.identity, in: target), limit: limit)
        let isSame = try DurableFile.readRegular(path(.identity), limit: limit) == there
        guard isSame || !isThere(.identity) || isThere(.keys) else { throw refusal }
        // Under another passphrase, or cut off before its identity: a backup of these files or of others.
        for (file, limit) in [(File.keys, CounsellorKeys.byteLimit), (.vault, Vault.byteLimit)]
        where !isSame && isThere(file) {
            do {
                var bytes = try SealedFile.open(
                    Self.path(file, in: target), with: identity, limit: limit)
                wipe(&bytes)
            } catch { throw refusal }
        }
    }

    /// Replaces the one file that holds the month keys which have not expired. Returns how many.
    ///
    /// - Throws: `notOwnBackup` for a file that is none of these, and beside cases or their backup.
    package func backupMonths(to file: String, today: Day) throws -> Int {
        let beside = DurableFile.split(file).folder
        let isOther =
            DurableFile.exists(file) && (try? MonthKeys(opening: file, with: identity)) == nil
        guard !isOther,
            !File.allCases.contains(where: {
                $0 != .months && DurableFile.exists(Self.path($0, in: beside))
            })
        else { throw CaseworkError.notOwnBackup(path: file) }
        let unexpired = months.unexpired(today: today)
        try unexpired.save(file, sealedTo: identity.recipient)
        return unexpired.months.count
    }

    /// Makes a home of a backup, after opening every file of it.
    ///
    /// Until the next import no reply can be written: replies sent since the backup are numbered by it.
    /// - Parameter monthsFile: the months backup; nil when there is none, and what was not opened before
    ///   the backup then stays closed.
    /// - Throws: `homeExists`, `incompleteHome`, `notABackup`, `wrongPassphrase`, `damaged`.
    package static func restore(
        _ source: String, monthsFile: String?, to folder: String,
        passphrase: borrowing SecretBytes
    ) throws {
        try checkFree(folder)
        guard isBackup(source) else { throw CaseworkError.notABackup(path: source) }
        let identity = try identity(in: source, passphrase: passphrase)
        _ = try CounsellorKeys(opening: path(.keys, in: source), with: identity)
        _ = try Vault(opening: path(.vault, in: source), with: identity)
        let months = try monthsFile.map { try MonthKeys(opening: $0, with: identity) }

        try Unfinished.begin(folder)
        let lock = try FolderLock(folder: folder)
        defer { _ = lock }
        for name in try RecoveryFiles(in: source).names + [File.keys, .vault].map(\.rawValue) {
            let bytes = try DurableFile.readRegular("\(source)/\(name)", limit: Vault.byteLimit)
            try DurableFile.replace("\(folder)/\(name)", with: bytes)
        }
        let vault = try Vault(opening: path(.vault, in: folder), with: identity)
        try vault.save { database in
            try CaseRecords.set(database, .importFirst, "yes")
            try CaseRecords.remove(database, .erasesByItself)
        }
        try (months ?? MonthKeys()).save(
            path(.months, in: folder), sealedTo: identity.recipient)
        let bytes = try DurableFile.readRegular(
            path(.identity, in: source), limit: PassphraseFile.byteLimit)
        try DurableFile.replace(path(.identity, in: folder), with: bytes)
        try Unfinished.end(folder)
    }

    /// Whether a folder holds all files of a backup.
    package static func isBackup(_ folder: String) -> Bool {
        backedUp.allSatisfy { DurableFile.exists(path($0, in: folder)) }
    }
}
