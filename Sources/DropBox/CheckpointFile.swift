internal import DurableFiles
internal import Synchronization
internal import TransparencyLog

/// The newest signed checkpoint in a file beside the store, by which a store is known that is older.
final class CheckpointFile: Sendable {
    static let byteLimit = 65_536
    private let path: String
    /// The size written last by this process.
    private let written = Mutex(-1)

    init(_ path: String) { self.path = path }

    /// What was signed; nil when the file is not there.
    ///
    /// - Throws: `LogDamage.foreignCheckpoint`, `FileError`.
    func read(log: VerifierKey) throws -> TreeHead? {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try DurableFile.read(path, limit: Self.byteLimit) } catch {
            if case .notFound = error { return nil }
            throw error
        }
        return try Self.head(of: bytes, log: log)
    }

    /// Size and root of a checkpoint that the log signed; who cosigned it is not asked.
    ///
    /// - Throws: `LogDamage.foreignCheckpoint`.
    static func head(of bytes: [UInt8], log: VerifierKey) throws -> TreeHead {
        do throws(NoteError) {
            return try Checkpoint.open(SignedNote(parsing: bytes), by: log).head
        } catch { throw LogDamage.foreignCheckpoint }
    }

    /// - Throws: `FileError.alreadyExists`.
    func requireNone() throws(FileError) {
        if DurableFile.exists(path) { throw .alreadyExists(path: path) }
    }

    /// Writes it, unless this process has written this or a larger one.
    func write(_ note: [UInt8], size: Int) throws {
        // Under the lock: a slow writer must not put an older one over a newer.
        try written.withLock { written in
            guard size > written else { return }
            try DurableFile.replace(path, with: note)
            written = size
        }
    }
}
