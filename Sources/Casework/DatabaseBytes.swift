internal import GRDB
internal import GRDBSQLite
internal import Sodium

/// SQLite would not give or take the bytes: its result code.
struct DatabaseBytesError: Error {
    let code: Int32
}

// The one file of this module that says `unsafe`: GRDB has no call for a database as bytes.
extension Database {
    /// A copy of the whole main database, the bytes an SQLite file would hold.
    func serialized() throws -> [UInt8] {
        var count: Int64 = 0
        // Without a copy when the database came by `deserialize`; a fresh in-memory one must be copied.
        if let bytes = unsafe sqlite3_serialize(
            sqliteConnection, "main", &count, UInt32(SQLITE_SERIALIZE_NOCOPY))
        {
            return unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        guard let bytes = unsafe sqlite3_serialize(sqliteConnection, "main", &count, 0) else {
            throw DatabaseBytesError(code: SQLITE_NOMEM)
        }
        defer {
            unsafe bytes.update(repeating: 0, count: Int(count))
            unsafe sqlite3_free(bytes)
        }
        return unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    /// Makes `bytes` the main database, which can grow.
    ///
    /// For `Configuration.prepareDatabase`: nothing may have been read before. What is no database is
    /// found out at the first statement.
    func deserialize(_ bytes: [UInt8]) throws {
        guard let memory = unsafe sqlite3_malloc64(UInt64(max(bytes.count, 1))) else {
            throw DatabaseBytesError(code: SQLITE_NOMEM)
        }
        let target = unsafe memory.assumingMemoryBound(to: UInt8.self)
        unsafe target.update(from: bytes, count: bytes.count)
        // FREEONCLOSE: SQLite frees the memory, even when this call fails.
        let code = unsafe sqlite3_deserialize(
            sqliteConnection, "main", target, Int64(bytes.count), Int64(bytes.count),
            UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE))
        guard code == SQLITE_OK else { throw DatabaseBytesError(code: code) }
    }
}
