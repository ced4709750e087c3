internal import Age
internal import DurableFiles
internal import GRDB
internal import Sodium

/// The counsellor's cases: one SQLite database in memory, one age file on disk.
///
/// The file is only ever replaced as a whole (`DurableFile.replace`): a lost power supply leaves the vault
/// as it was before or after a save. Nothing of the database touches the disk unsealed.
final class Vault: Sendable {
    /// No vault is read that is larger: 1 GiB.
    static let byteLimit = 1 << 30

    let database: DatabaseQueue
    private let path: String
    private let recipient: HybridRecipient

    /// A new vault, not yet on disk.
    init(creating path: String, sealedTo recipient: HybridRecipient) throws {
        self.database = try DatabaseQueue(configuration: Self.configuration(holding: nil))
        self.path = path
        self.recipient = recipient
        try VaultSchema.migrator.migrate(database)
    }

    /// Opens the vault at `path`.
    /// - Throws: `damaged`, also when it was sealed to another identity; `newerVersion`.
    init(opening path: String, with identity: HybridIdentity) throws {
        var bytes = try SealedFile.open(path, with: identity, limit: Self.byteLimit)
        defer { wipe(&bytes) }
        self.path = path
        self.recipient = identity.recipient
        do {
            self.database = try DatabaseQueue(configuration: Self.configuration(holding: bytes))
            let (isVault, isNewer) = try database.read { database in
                (
                    try !VaultSchema.migrator.appliedIdentifiers(database).isEmpty,
                    try VaultSchema.migrator.hasBeenSuperseded(database)
                )
            }
            guard isVault else { throw CaseworkError.damaged(file: path) }
            guard !isNewer else { throw CaseworkError.newerVersion(file: path) }
            try VaultSchema.migrator.migrate(database)
        } catch is DatabaseError {
            throw CaseworkError.damaged(file: path)
        }
    }

    /// Changes the database in one transaction, then replaces the file. Returns when it is on the disk.
    func save<Result>(_ change: (Database) throws -> Result) throws -> Result {
        let result = try database.write(change)
        var bytes = try database.inDatabase { try $0.serialized() }
        defer { wipe(&bytes) }
        try SealedFile.replace(path, with: bytes, sealedTo: recipient)
        return result
    }

    private static func configuration(holding bytes: [UInt8]?) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            if let bytes { try database.deserialize(bytes) }
            try database.execute(
                sql: "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON")
        }
        return configuration
    }
}
