internal import GRDB
package import TransparencyLog

/// Why the drop-box did not do it. Nothing was stored.
package enum DropBoxError: Error, Equatable {
    /// The hash is there under another tag or kind, or the tag is taken.
    case conflict
    /// The disk is full.
    case full
    /// The clock's day is one that is already closed, `closed` being the last such day.
    case clockBehind(closed: Day)
    /// So many days have passed since the last closing that the clock must be wrong, or someone has to say that
    /// it is right: `first` to `last` would be closed.
    case clockAhead(first: Day, last: Day)
    /// The file was made by a newer version.
    case newerVersion
    /// The file is not a drop-box, or is damaged.
    case notADropBox
    /// The system or another process is in the way; SQLite's extended result code.
    case unavailable(code: Int)

    init(_ error: DatabaseError) {
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .full
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: .notADropBox
            default:
                // A shared-memory file that can't grow is a full disk too.
                error.extendedResultCode == .SQLITE_IOERR_SHMSIZE
                    ? .full : .unavailable(code: Int(error.extendedResultCode.rawValue))
            }
    }

    static func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as DatabaseError { throw DropBoxError(error) }
    }

    static func translating<Result>(
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result {
        do { return try await body() } catch let error as DatabaseError {
            throw DropBoxError(error)
        }
    }
}
