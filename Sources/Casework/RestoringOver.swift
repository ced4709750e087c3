internal import DurableFiles
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
        let new = folder + ".restored"
        // Of a restoring that never ended.
        if DurableFile.exists(new) { _ = try setAside(new, today: today) }
        try restore(source, monthsFile: monthsFile, to: new, passphrase: passphrase)
        let aside = try setAside(folder, today: today)
        try PrivateFolder.move(new, to: folder)
        return aside
    }

    private static func setAside(_ folder: String, today: Day) throws -> String {
        // A name that no organisation has: beside the folders of others it must not be one.
        let name = "\(folder).aside-\(today.text)"
        let names = [name] + (2...99).map { "\(name)-\($0)" }
        let free = names.first { !DurableFile.exists($0) } ?? name
        try PrivateFolder.move(folder, to: free)
        return free
    }
}
