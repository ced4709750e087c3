internal import DurableFiles
internal import Foundation
internal import GRDB
package import Sodium
package import TransparencyLog

// The end of a contract: a sealed copy goes out, proven by opening it, and the files here are erased.
extension OfflineHome {
    /// The mark of files that are being erased: whoever finds it goes on erasing.
    private static let endedName = "ended"

    /// Exports a sealed backup, opens it to prove it, and beside it writes a summary without content.
    ///
    /// - Parameter summary: made of the counts, in the person's language.
    /// - Throws: as `backup` and `prove`. Nothing has been erased then.
    package func export(
        to folder: String, passphrase: borrowing SecretBytes, today: Day,
        summary: (ContractSummary) -> String
    ) throws {
        let facts = try contractSummary(today: today)
        // A wrong passphrase leaves no copy behind.
        _ = try Self.identity(in: self.folder, passphrase: passphrase)
        try backup(to: folder)
        _ = try prove(backup: folder, passphrase: passphrase, today: today)
        try DurableFile.replace(
            folder + "/summary.txt", with: [UInt8](summary(facts).utf8), mode: 0o600)
    }

    /// What the summary says: no content, no codes, and no number below five.
    package struct ContractSummary: Sendable, Equatable {
        package static let smallest = 5
        package let organisation: String
        package let host: String
        package let id: String
        package let day: Day
        /// The month of the first case; nil for none.
        package let since: Month?
        /// nil for fewer than five.
        package let cases: Int?
        package let hasOpenCases: Bool
    }

    package func contractSummary(today: Day) throws -> ContractSummary {
        let (count, open, first): (Int, Int, Int) = try vault.database.read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(*), ifnull(sum(c.state = 'open'), 0), ifnull(min(c.opened), 0)
                    FROM conversation c WHERE \(CaseSQL.isCase)
                    """)
            return row.map { ($0[0], $0[1], $0[2]) } ?? (0, 0, 0)
        }
        return ContractSummary(
            organisation: try organisationName() ?? host(), host: try host(), id: try id(),
            day: today, since: count == 0 ? nil : Day(number: first).month,
            cases: count < ContractSummary.smallest ? nil : count, hasOpenCases: open > 0)
    }

    /// Erases a home, what was set aside of it, and the online folder that belongs to it when it is on this machine.
    /// Only files of ours go; a folder goes when nothing else is in it.
    ///
    /// Cut off, it goes on at the next call. What a disk keeps of files that were removed is sealed.
    /// - Parameter collector: one that `owns` said belongs to it; nil for none, and where it goes on.
    package static func erase(_ folder: String, collector: String?) throws {
        let mark = "\(folder)/\(endedName)"
        if !isEnded(folder) { try DurableFile.replace(mark, with: [UInt8]((collector ?? "").utf8)) }
        let online = String(
            decoding: try DurableFile.readRegular(mark, limit: 4_096), as: UTF8.self)
        for aside in setAside(of: folder) { try erase(aside: aside) }
        try eraseFiles(in: folder)
        if !online.isEmpty { try CollectorFolder.erase(online) }
        try DurableFile.remove(mark)
        try? PrivateFolder.removeEmpty(folder)
    }

    /// Whether an online folder is this counsellor's, for this organisation. Throws as `CollectorFolder.init`.
    package func owns(collector folder: String) throws -> Bool {
        guard DurableFile.exists(CollectorFolder.anchorPath(folder)) else { return false }
        let name = try CollectorFolder(opening: folder).request.verifierKey.name
        return name == CounsellorKeys.name("request", id: try id(), host: try host())
    }

    /// Erases what was set aside for a backup.
    package static func erase(aside folder: String) throws {
        try eraseFiles(in: folder)
        try Unfinished.end(folder)
        try? PrivateFolder.removeEmpty(folder)
    }

    private static func eraseFiles(in folder: String) throws {
        // First what opens others.
        let own = [File.identity, .months, .keys, .vault].map(\.rawValue)
        for name in try own + RecoveryFiles(in: folder).names + [".lock"] {
            try DurableFile.remove("\(folder)/\(name)")
        }
        try PrivateFolder.removeLeftovers(in: folder)
    }

    /// Whether erasing a home was begun.
    package static func isEnded(_ folder: String) -> Bool {
        DurableFile.exists("\(folder)/\(endedName)")
    }

    /// Whether anything of a home is in a folder.
    package static func isThere(_ folder: String) -> Bool {
        File.allCases.contains { DurableFile.exists(path($0, in: folder)) }
    }
}

extension CollectorFolder {
    /// Removes what this program made of an online folder; another folder stays as it is.
    static func erase(_ folder: String) throws {
        guard DurableFile.exists(anchorPath(folder)) else { return }
        let lock = try FolderLock(folder: folder)
        defer { _ = lock }
        for name in [
            "request.key", "collector.key", "highest-roster", "release.vkey", "proxy", "online",
        ]
            + CollectorMemory.fileNames + [Schedule.daysName]
        {
            try DurableFile.remove("\(folder)/\(name)")
        }
        for name in ["mirror", outboxName, CollectorMemory.promisesName, Schedule.folderName]
        where DurableFile.exists("\(folder)/\(name)") {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        for name in [".lock", "anchor"] { try DurableFile.remove("\(folder)/\(name)") }
        try? PrivateFolder.removeEmpty(folder)
    }
}
