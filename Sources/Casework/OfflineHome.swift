// Casework: the counsellor's own files, on a machine that may never be online: keys, vault, cases, mirror.
// It never opens a socket, and never writes anything unsealed but the outbox, which is sealed already.
internal import Age
internal import DurableFiles
internal import GRDB
package import Reporting
package import Sodium
package import TransparencyLog

/// The counsellor's folder on the offline machine, locked and open.
///
/// `identity.age` (the vault identity, under the passphrase), `keys.age`, `months.age` and `vault.age`
/// (all sealed to the vault identity), and perhaps three recovery files (`Recovery`). Each is an age file: `age -d`
/// opens them without this program.
package final class OfflineHome {
    /// The names of its files.
    enum File: String, CaseIterable {
        case identity = "identity.age"
        case keys = "keys.age"
        case months = "months.age"
        case vault = "vault.age"
    }

    let folder: String
    let identity: HybridIdentity
    let keys: CounsellorKeys
    let vault: Vault
    var months: MonthKeys
    private let lock: FolderLock

    /// Opens the home. The passphrase is not needed again while it is open.
    ///
    /// - Throws: `noHome`, `wrongPassphrase`, `damaged`; `FileError.inUse` when another command has it.
    package convenience init(opening folder: String, passphrase: borrowing SecretBytes) throws {
        try Self.checkWhole(folder)
        let lock = try FolderLock(folder: folder)
        let identity = try Self.identity(in: folder, passphrase: passphrase)
        try self.init(opening: folder, with: identity, lock: lock)
    }

    init(opening folder: String, with identity: HybridIdentity, lock: consuming FolderLock) throws {
        self.folder = folder
        self.lock = lock
        try PrivateFolder.removeLeftovers(in: folder)
        if Unfinished.isThere(folder) { try Unfinished.end(folder) }
        self.identity = identity
        self.keys = try CounsellorKeys(opening: Self.path(.keys, in: folder), with: identity)
        self.vault = try Vault(opening: Self.path(.vault, in: folder), with: identity)
        self.months = try MonthKeys(opening: Self.path(.months, in: folder), with: identity)
        try removeOtherRecovery()
    }

    /// What a new home is told about its owner.
    package struct Owner: Sendable {
        package let id: String
        /// Whom to trust about the organisation's roster.
        package let anchor: TrustAnchor
        /// The organisation's first root key.
        package let genesis: VerifierKey

        package init(id: String, anchor: TrustAnchor, genesis: VerifierKey) {
            self.id = id
            self.anchor = anchor
            self.genesis = genesis
        }
    }

    /// Begins a home: its keys and an empty vault. It does not exist until `finish` has written
    /// `identity.age`, and making it can be tried again.
    ///
    /// - Throws: `homeExists`, `incompleteHome`, `FileError`.
    package init(creating folder: String, owner: Owner) throws {
        try Self.checkFree(folder)
        try Unfinished.begin(folder)
        self.folder = folder
        self.lock = try FolderLock(folder: folder)
        self.identity = HybridIdentity()
        let recipient = identity.recipient
        self.keys = try CounsellorKeys(id: owner.id, host: owner.anchor.host)
        self.months = MonthKeys()
        self.vault = try Vault(creating: Self.path(.vault, in: folder), sealedTo: identity)
        try keys.save(Self.path(.keys, in: folder), sealedTo: recipient)
        try months.save(Self.path(.months, in: folder), sealedTo: recipient)
        try vault.save { database in
            try CaseRecords.set(database, .id, owner.id)
            try CaseRecords.set(database, .link, owner.anchor.link)
            try CaseRecords.set(database, .genesis, owner.genesis.text)
        }
    }

    /// Ends making a home: its identity, under the passphrase.
    package func finish(passphrase: borrowing SecretBytes) throws {
        try Self.write(identity, to: path(.identity), passphrase: passphrase)
        try Unfinished.end(folder)
    }

    /// Removes a home that `finish` has not made whole; does nothing to any other.
    package static func abandon(_ folder: String) {
        guard !DurableFile.exists(path(.identity, in: folder)) else { return }
        Unfinished.abandon(folder, files: File.allCases.map(\.rawValue))
    }

    /// Checks that all files of a home are there. Throws `noHome` for none, `incompleteHome` for some.
    package static func checkWhole(_ folder: String) throws {
        endRestoring(folder)
        let missing = File.allCases.filter { !DurableFile.exists(path($0, in: folder)) }
        guard let first = missing.first else { return }
        try PrivateFolder.checkPermitted(folder)
        throw missing.count == File.allCases.count
            ? CaseworkError.noHome(path: folder)
            : CaseworkError.incompleteHome(missing: path(first, in: folder))
    }

    /// Checks that a home can be made here: no file of one is there, but what an `init` that never ended
    /// left behind. Throws `homeExists`, `incompleteHome`.
    package static func checkFree(_ folder: String) throws {
        let isThere = { (file: File) in DurableFile.exists(path(file, in: folder)) }
        guard !isThere(.identity) else { throw CaseworkError.homeExists(path: folder) }
        guard Unfinished.isThere(folder) || !File.allCases.contains(where: isThere) else {
            throw CaseworkError.incompleteHome(missing: path(.identity, in: folder))
        }
    }

    /// Does several things that save as one: all of them or none. Not for what writes other files too
    /// (importing, handing over).
    package func together<Result>(_ work: (OfflineHome) throws -> Result) throws -> Result {
        try vault.together { try work(self) }
    }

    static func path(_ file: File, in folder: String) -> String { "\(folder)/\(file.rawValue)" }
    func path(_ file: File) -> String { Self.path(file, in: folder) }

    /// The counsellor's id in the roster.
    package func id() throws -> String { try requiredSetting(.id) }
    /// The organisation's link.
    package func link() throws -> String { try requiredSetting(.link) }
    /// The gateway's host: what is known of the organisation before a first import.
    package func host() throws -> String { try TrustAnchor(link: link()).host }

    func requiredSetting(_ name: CaseRecords.Setting) throws -> String {
        let value = try vault.database.read { try CaseRecords.setting($0, name) }
        guard let value else { throw CaseworkError.damaged(file: path(.vault)) }
        return value
    }
}

// The vault identity, as a file that `age -d -i identity.age` takes after asking for the passphrase.
extension OfflineHome {
    static func identity(
        in folder: String, passphrase: borrowing SecretBytes
    ) throws -> HybridIdentity {
        let path = path(.identity, in: folder)
        let text = try PassphraseFile.open(path, passphrase: passphrase)
        do throws(AgeError) {
            let identities = try text.withBytes { (bytes) throws(AgeError) in
                try IdentityFile.parse(bytes)
            }
            if case .hybrid(let identity) = identities.first { return identity }
        } catch {}
        throw CaseworkError.damaged(file: path)
    }

    static func write(
        _ identity: HybridIdentity, to path: String, passphrase: borrowing SecretBytes
    ) throws {
        var text = text(of: identity)
        defer { wipe(&text) }
        try PassphraseFile.create(path, holding: SecretBytes(copying: text), passphrase: passphrase)
    }

    static func replace(
        _ identity: HybridIdentity, at path: String, passphrase: borrowing SecretBytes
    ) throws {
        var text = text(of: identity)
        defer { wipe(&text) }
        try PassphraseFile.replace(
            path, holding: SecretBytes(copying: text), passphrase: passphrase)
    }

    /// The age identity file. To be wiped.
    static func text(of identity: HybridIdentity) -> [UInt8] {
        [UInt8]("# sottovoce/v1 vault identity\n".utf8)
            + [UInt8]("# public key: \(identity.recipient.text)\n".utf8)
            + identity.text().copyOut() + [0x0a]
    }
}

extension TrustAnchor {
    /// The gateway's host, and port if it names one: the first part of the names of keys.
    package var host: String {
        gateway.split(separator: "/").last.map(String.init) ?? gateway
    }
}
