// DropBox: the shelf. It keeps envelopes and notes durably in one SQLite file and gives them back.
// It never opens an envelope, and never writes down when or in which order something came: a day is
// the finest time it knows, and after a day's closing its file is ordered by hash alone.
internal import DurableFiles
internal import Foundation
internal import GRDB
package import TransparencyLog

/// The envelopes and notes of one organisation.
///
/// What `accept` and `publish` have returned is on the disk. Several processes may open one file.
package final class DropBox: Sendable {
    let database: DatabasePool
    let log: NoteSigner
    let today: @Sendable () -> Day
    let checkpointFile: CheckpointFile?
    let openDayLimit: Int?
    private let commits: GroupCommit
    /// 32 MiB of the log file.
    private static let checkpointPageCount = 4096

    /// Opens the file at `path`, migrating it, or making it.
    ///
    /// A new store writes the empty tree's checkpoint beside it before anything else: from then on a store
    /// without that file is never taken for a new one.
    ///
    /// - Parameters:
    ///   - log: signs checkpoints; its name is the log's origin.
    ///   - checkpointPath: a file for the newest signed checkpoint; none when nil.
    ///   - mayBeMade: false where there must be a store, so that one that is lost is not begun anew.
    ///   - isLogChecked: whether a store that is older than what was signed, or disagrees with it, is
    ///     refused; without, it may only be read.
    ///   - openDayLimit: with more days than this to close, nothing is accepted; nil for any.
    ///   - today: the day it is, in UTC; read inside each transaction.
    /// - Throws: `DropBoxError`; `LogDamage`; `FileError` for the checkpoint's file.
    package init(
        path: String, log: NoteSigner, checkpointPath: String? = nil, mayBeMade: Bool = true,
        isLogChecked: Bool = true, openDayLimit: Int? = nil,
        today: @escaping @Sendable () -> Day
    ) throws {
        self.log = log
        self.today = today
        self.openDayLimit = openDayLimit
        let file = checkpointPath.map { CheckpointFile($0) }
        checkpointFile = file
        guard mayBeMade || DurableFile.exists(path) else { throw LogDamage.noStore }
        // Before the store: another process may sign in between, and the store is then the newer.
        let signed = isLogChecked ? try file?.read(log: log.verifierKey) : nil
        database = try DropBoxError.translating {
            let pool = try DatabasePool(path: path, configuration: Self.configuration)
            // GRDB sets NORMAL while it turns WAL on, after the configuration's own pragmas.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            // Hashes and tags touch pages all over the indices: gathered longer, each is written back once.
            try pool.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.checkpointPageCount)")
            }
            let migrator = Schema.migrator
            guard try !pool.read({ try migrator.hasBeenSuperseded($0) }) else {
                throw DropBoxError.newerVersion
            }
            guard try mayBeMade || !pool.read({ try migrator.appliedMigrations($0).isEmpty }) else {
                throw LogDamage.noStore
            }
            try migrator.migrate(pool)
            if isLogChecked {
                try pool.write { try Opening.check($0, log: log, signed: signed, file: file) }
            }
            return pool
        }
        commits = GroupCommit { [database] submissions in
            try await DropBoxError.translating {
                try await database.write { database in
                    try Writing.refuse(today(), openDayLimit: openDayLimit, in: database)
                    return try Writing.insert(submissions, into: database, today: today())
                }
            }
        }
        if isLogChecked { try? saveCheckpoint() }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // 8 KiB: a 16 KiB envelope is two overflow pages and a share of a leaf.
            try database.execute(sql: "PRAGMA page_size = 8192")
            // What is moved or removed is overwritten with zeros.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    /// Stores an envelope; returns when it is on the disk.
    ///
    /// Many callers share one transaction. The same envelope with the same tag again gets the answer it
    /// got the first time.
    /// - Throws: `DropBoxError.conflict`, `.full`, `.clockBehind`, `.clockAhead`, `.unavailable`.
    package func accept(_ submission: Submission) async throws -> Accepted {
        try await commits.accept(submission)
    }

    /// Logs a note at once, alone, under a random tag, and signs the tree; returns when it is on the disk.
    ///
    /// - Parameters:
    ///   - note: a signed note's bytes.
    ///   - admit: called with the notes stored so far, in the order of the log; what it throws, this throws.
    /// - Throws: as `accept`.
    package func publish(
        _ note: [UInt8], admit: @escaping @Sendable ([StoredNote]) throws -> Void
    ) async throws -> Accepted {
        let accepted = try await DropBoxError.translating { [database, log, today, openDayLimit] in
            try await database.write { database in
                try Writing.refuse(today(), openDayLimit: openDayLimit, in: database)
                return try Writing.insertNote(
                    note, into: database, log: log, today: today(), admit: admit)
            }
        }
        try? saveCheckpoint()
        return accepted
    }

    /// Does nothing while there are no more days to close than the limit, the store's own when nil.
    ///
    /// - Throws: `DropBoxError.clockAhead`.
    package func requireSettledClock(limit: Int? = nil) async throws {
        try await read { [today, limit = limit ?? openDayLimit] database in
            try Writing.refuse(today(), openDayLimit: limit, in: database)
        }
    }

    /// Writes the newest signed checkpoint to its file, if it is not there yet.
    ///
    /// What signs does so itself, but what was signed stands also where the file could not be written.
    /// - Throws: `FileError`, `DropBoxError`.
    package func saveCheckpoint() throws {
        guard let checkpointFile else { return }
        let newest = try DropBoxError.translating {
            try database.read { try LogReading.newest(in: $0) }
        }
        if let newest { try checkpointFile.write(newest.note.bytes, size: newest.size) }
    }
}
