internal import Age
internal import DurableFiles
internal import GRDB
internal import Sodium
internal import Synchronization

/// The counsellor's cases: one SQLite database in memory, one age file on disk.
///
/// The file is only ever replaced as a whole (`DurableFile.replace`): a lost power supply leaves the vault
/// as it was before or after a save. Nothing of the database touches the disk unsealed.
final class Vault: Sendable {
    /// No vault is read that is larger: 1 GiB.
    static let byteLimit = 1 << 30

    private let path: String
    private let identity: HybridIdentity
    private let state: Mutex<State>

    private struct State {
        var database: DatabaseQueue
        /// Whether saves wait for the end of `together`.
        var isTogether = false
    }

    /// A new vault, not yet on disk.
    init(creating path: String, sealedTo identity: HybridIdentity) throws {
        let database = try DatabaseQueue(configuration: Self.configuration(holding: nil))
        try VaultSchema.migrator.migrate(database)
        self.path = path
        self.identity = identity
        self.state = Mutex(State(database: database))
    }

    /// Opens the vault at `path`.
    /// - Throws: `damaged`, also when it was sealed to another identity; `newerVersion`.
    init(opening path: String, with identity: HybridIdentity) throws {
        self.path = path
        self.identity = identity
        self.state = Mutex(State(database: try Self.open(path, with: identity)))
    }

    var database: DatabaseQueue { state.withLock { $0.database } }

    private static func open(
        _ path: String, with identity: HybridIdentity
    ) throws -> DatabaseQueue {
        var bytes = try SealedFile.open(path, with: identity, limit: byteLimit)
        defer { wipe(&bytes) }
        do {
            let database = try DatabaseQueue(configuration: configuration(holding: bytes))
            let (isVault, isNewer) = try database.read { database in
                (
                    try !VaultSchema.migrator.appliedIdentifiers(database).isEmpty,
                    try VaultSchema.migrator.hasBeenSuperseded(database)
                )
            }
            guard isVault else { throw CaseworkError.damaged(file: path) }
            guard !isNewer else { throw CaseworkError.newerVersion(file: path) }
            try VaultSchema.migrator.migrate(database)
            return database
        } catch is DatabaseError {
            throw CaseworkError.damaged(file: path)
        }
    }

    /// Changes the database in one transaction, then replaces the file. Returns when it is on the disk.
    ///
    /// What can't be written to the disk is not kept in memory either.
    func save<Result>(_ change: (Database) throws -> Result) throws -> Result {
        let result = try database.write(change)
        if !state.withLock({ $0.isTogether }) { try replaceFile() }
        return result
    }

    /// Does several things that save as one: all of them or none, and the file is replaced once.
    /// Nothing else may be written to the disk meanwhile that counts on what was saved.
    func together<Result>(_ work: () throws -> Result) throws -> Result {
        let before = changeCount()
        state.withLock { $0.isTogether = true }
        let result: Result
        do {
            defer { state.withLock { $0.isTogether = false } }
            result = try work()
        } catch {
            takeBack()
            throw error
        }
        if changeCount() != before { try replaceFile() }
        return result
    }

    private func changeCount() -> Int { database.inDatabase { $0.totalChangesCount } }

    private func replaceFile() throws {
        do {
            var bytes = try database.inDatabase { try $0.serialized() }
            defer { wipe(&bytes) }
            try SealedFile.replace(path, with: bytes, sealedTo: identity.recipient)
        } catch {
            takeBack()
            throw error
        }
    }

    /// Goes back to what the file holds. Where there is none yet, there is nothing to go back to.
    private func takeBack() {
        guard let database = try? Self.open(path, with: identity) else { return }
        state.withLock { $0.database = database }
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
