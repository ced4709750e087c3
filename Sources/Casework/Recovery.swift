internal import Age
internal import DurableFiles
internal import GRDB
package import Sodium
package import TransparencyLog

// Recovery by two of three sheets: beside the vault lie three age files, each the vault identity under one
// sheet's words inside another's. `age -d` opens them, twice. Source: Docs/for-counsellors.md.
extension OfflineHome {
    /// The sheets in force.
    package struct Recovery: Sendable, Equatable {
        package let mark: String
        package let made: Day
    }

    /// The sheets in force; nil when none were made.
    package func recovery() throws -> Recovery? {
        let text = try vault.database.read { try CaseRecords.setting($0, .recovery) }
        let parts = (text ?? "").split(separator: " ").map(String.init)
        guard parts.count == 2, let day = Day(parts[1]) else { return nil }
        return Recovery(mark: parts[0], made: day)
    }

    /// Puts new sheets in force; older ones open nothing of this folder any more.
    ///
    /// Cut off before the vault is saved, the older ones stay in force, and the new files go at the next opening;
    /// after it, the older files do.
    package func put(_ sheets: RecoverySheets, today: Day) throws {
        var text = Self.text(of: identity)
        defer { wipe(&text) }
        for (name, bytes) in try sheets.files(holding: text) {
            try DurableFile.replace("\(folder)/\(name)", with: bytes)
        }
        try vault.save { try CaseRecords.set($0, .recovery, "\(sheets.mark) \(today.text)") }
        try removeOtherRecovery()
    }

    /// Removes the files of sheets that are not in force, once all of those that are lie there.
    func removeOtherRecovery() throws {
        let files = try RecoveryFiles(in: folder)
        guard let mark = try recovery()?.mark, files.isWhole(mark) else { return }
        for name in files.names where !RecoveryFiles.names(of: mark).contains(name) {
            try DurableFile.remove("\(folder)/\(name)")
        }
    }

    /// Gives the files of a folder, a home or a backup, a new passphrase by two sheets.
    ///
    /// - Parameter sheets: the words of two, as typed.
    /// - Throws: `RecoveryError`; `damaged`; `FileError.inUse`.
    package static func recover(
        _ folder: String, sheets: [String], passphrase: borrowing SecretBytes
    ) throws {
        let lock = try FolderLock(folder: folder)
        defer { _ = lock }
        let identity = try recovered(folder, sheets: sheets)
        // Whoever opens these files must be able to: a folder of another's recovery files stays as it is.
        _ = try CounsellorKeys(opening: path(.keys, in: folder), with: identity)
        try replace(identity, at: path(.identity, in: folder), passphrase: passphrase)
    }

    /// Checks that two sheets would open a folder's files, and changes nothing. Throws as `recover`.
    package static func checkSheets(_ folder: String, sheets: [String]) throws {
        _ = try CounsellorKeys(
            opening: path(.keys, in: folder), with: recovered(folder, sheets: sheets))
    }

    /// Another passphrase for an open home, by the present one. Copies made before keep theirs.
    /// - Throws: `wrongPassphrase`.
    package func change(
        passphrase: borrowing SecretBytes, to new: borrowing SecretBytes
    ) throws {
        _ = try Self.identity(in: folder, passphrase: passphrase)
        try Self.replace(identity, at: path(.identity), passphrase: new)
    }

    /// Whether sheets were made for the files of a folder.
    package static func hasRecovery(_ folder: String) -> Bool {
        (try? RecoveryFiles(in: folder).names.isEmpty) == false
    }

    static func recovered(_ folder: String, sheets: [String]) throws -> HybridIdentity {
        let phrases = try sheets.enumerated().map {
            try RecoverySheets.phrase(typed: $0.element, sheet: $0.offset + 1)
        }
        guard phrases.count == 2, phrases[0] != phrases[1] else { throw RecoveryError.sameSheet }
        let files = try RecoveryFiles(in: folder)
        guard !files.names.isEmpty else { throw RecoveryError.noneMade(folder: folder) }
        var wrong: Int?
        for name in files.used {
            let sealed = try DurableFile.readRegular(
                "\(folder)/\(name)", limit: PassphraseFile.byteLimit)
            for (outer, inner) in [(0, 1), (1, 0)] {
                do throws(AgeError) {
                    let layer = try PassphraseFile.opened(
                        sealed, passphrase: RecoverySheets.secret(phrases[outer]))
                    wrong = inner + 1
                    var text = try PassphraseFile.opened(
                        layer, passphrase: RecoverySheets.secret(phrases[inner]))
                    defer { wipe(&text) }
                    if case .hybrid(let identity) = try IdentityFile.parse(text.span).first {
                        return identity
                    }
                    throw .noIdentities
                } catch {
                    guard error == .noMatch else {
                        throw CaseworkError.damaged(file: "\(folder)/\(name)")
                    }
                }
            }
        }
        throw RecoveryError.wrongSheets(sheet: wrong)
    }
}

/// The recovery files of a folder.
struct RecoveryFiles {
    /// All of them, of any set.
    let names: [String]

    init(in folder: String) throws(FileError) {
        names = try PrivateFolder.names(in: folder).filter { Self.mark(of: $0) != nil }
    }

    /// Those of a set.
    static func names(of mark: String) -> [String] {
        RecoverySheets.pairs.map { RecoverySheets.fileName(mark, $0) }
    }

    func isWhole(_ mark: String) -> Bool {
        Self.names(of: mark).allSatisfy { names.contains($0) }
    }

    /// Those that sheets may open: of whole sets, or of what is left when none is whole.
    var used: [String] {
        let whole = names.filter { isWhole(Self.mark(of: $0) ?? "") }
        return whole.isEmpty ? names : whole
    }

    private static func mark(of name: String) -> String? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[0] == "recovery", names(of: parts[1]).contains(name) else {
            return nil
        }
        return parts[1]
    }
}
