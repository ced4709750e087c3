internal import DurableFiles
internal import GRDB
internal import Reporting
package import Sodium
package import TransparencyLog

// A backup in the place of files that can't be used any more.
extension OfflineHome {
    /// Makes a home of a backup. What is in its place is moved aside, whole, once the backup was opened; nothing is
    /// erased. Returns where that is now; nil when there was nothing.
    ///
    /// - Throws: as `restore`; `FileError.inUse` when another command has the files.
    package static func restore(
        _ source: String, monthsFile: String?, inPlaceOf folder: String,
        passphrase: borrowing SecretBytes, today: Day
    ) throws -> String? {
        guard PrivateFolder.isFolder(folder), !(try PrivateFolder.names(in: folder).isEmpty) else {
            try restore(source, monthsFile: monthsFile, to: folder, passphrase: passphrase)
            return nil
        }
        let lock = try FolderLock(folder: folder)
        defer { _ = lock }
        let new = folder + restoredMark
        var (source, monthsFile) = (source, monthsFile)
        // Of a restoring that never ended; perhaps it is the very one that is to be put back.
        if DurableFile.exists(new) {
            guard isBackup(source) else { throw CaseworkError.notABackup(path: source) }
            _ = try identity(in: source, passphrase: passphrase)
            let moved = try setAside(new, of: folder, today: today)
            let follow = { (path: String) in
                path == new || path.hasPrefix(new + "/") ? moved + path.dropFirst(new.count) : path
            }
            (source, monthsFile) = (follow(source), monthsFile.map(follow))
        }
        try restore(source, monthsFile: monthsFile, to: new, passphrase: passphrase)
        let aside = try setAside(folder, of: folder, today: today)
        try PrivateFolder.move(new, to: folder)
        return aside
    }

    /// Ends a restoring that was cut off between setting aside what was there and putting the backup in its place.
    package static func endRestoring(_ folder: String) {
        let (folder, new) = (bare(folder), bare(folder) + restoredMark)
        guard !DurableFile.exists(folder), !Unfinished.isThere(new),
            File.allCases.allSatisfy({ DurableFile.exists(path($0, in: new)) })
        else { return }
        try? PrivateFolder.move(new, to: folder)
    }

    /// As `endRestoring`, for all homes in a folder: of one that was cut off only the other name is there.
    package static func endRestorings(in parent: String) {
        for name in (try? PrivateFolder.names(in: parent)) ?? [] where name.hasSuffix(restoredMark)
        {
            endRestoring("\(parent)/\(name.dropLast(restoredMark.count))")
        }
    }

    /// A path without the slashes that a shell leaves at its end.
    private static func bare(_ folder: String) -> String {
        var folder = folder[...]
        while folder.count > 1, folder.hasSuffix("/") { folder = folder.dropLast() }
        return String(folder)
    }

    /// Whose backup it is: the organisation, by its host before a first import, and the counsellor's short name there.
    ///
    /// - Throws: as `restore`.
    package static func owner(
        ofBackup source: String, passphrase: borrowing SecretBytes
    ) throws -> (organisation: String, id: String) {
        guard isBackup(source) else { throw CaseworkError.notABackup(path: source) }
        let identity = try identity(in: source, passphrase: passphrase)
        let vault = try Vault(opening: path(.vault, in: source), with: identity)
        return try vault.database.read { database in
            let link = try CaseRecords.setting(database, .link) ?? ""
            return (
                try rosterInForce(database)?.organisation ?? TrustAnchor(link: link).host,
                try CaseRecords.setting(database, .id) ?? ""
            )
        }
    }

    /// Whether a backup is of the files in a folder, under their passphrase of now: all that can be told while they
    /// are locked.
    package static func isBackup(_ source: String, of folder: String) -> Bool {
        let identities = [source, folder].map {
            try? DurableFile.readRegular(
                path(.identity, in: $0), limit: PassphraseFile.byteLimit)
        }
        return identities[0] != nil && identities[0] == identities[1]
    }

    /// What was set aside for a backup, by path, the oldest first, and a restoring that was cut off.
    package static func setAside(of folder: String) -> [String] {
        let (parent, name) = DurableFile.split(bare(folder))
        let names = (try? PrivateFolder.names(in: parent)) ?? []
        return names.filter { $0.hasPrefix(name + asideMark) || $0 == name + restoredMark }.map {
            "\(parent)/\($0)"
        }
    }

    // Names that no organisation has: beside the folders of others they must not be one.
    private static let asideMark = ".aside-"
    private static let restoredMark = ".restored"

    private static func setAside(
        _ moved: String, of folder: String, today: Day
    ) throws -> String {
        let name = "\(folder)\(asideMark)\(today.text)"
        let names = [name] + (2...99).map { "\(name)-\($0)" }
        let free = names.first { !DurableFile.exists($0) } ?? name
        try PrivateFolder.move(moved, to: free)
        return free
    }
}
