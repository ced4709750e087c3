import DropBox
import Foundation
import GRDB
import TransparencyLog

/// What a served organisation does with the reports it is sent.
enum Storing {
    /// What the gateway does: stored for the log, and promised.
    case logged
    /// As durably, in the same group commit, each hash and each tag once; but no log, and no promise.
    case unlogged
    /// Promised and forgotten.
    case nothing

    /// What takes the place of the gateway's own storing and promising; nil where nothing does.
    func parts(
        folder: String, today: @escaping @Sendable () -> Day
    ) throws -> (
        store: (@Sendable (Submission) async throws -> Accepted)?,
        answer: (@Sendable (Accepted) throws -> [UInt8])?
    ) {
        switch self {
        case .logged: return (nil, nil)
        case .nothing: return ({ Accepted(day: today(), entry: $0.entry, isNew: true) }, nil)
        case .unlogged:
            let commits = try Self.unloggedStore(path: folder + "/unlogged.sqlite", today: today)
            return ({ try await commits.accept($0) }, { _ in [] })
        }
    }

    private static func unloggedStore(
        path: String, today: @escaping @Sendable () -> Day
    ) throws -> GroupCommit {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 8192") }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { database in
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA wal_autocheckpoint = 4096;
                    CREATE TABLE envelope (
                      hash BLOB NOT NULL UNIQUE, tag BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL,
                      day INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT
                    """)
        }
        return GroupCommit { submissions in
            try await pool.write { database in
                try submissions.map { submission in
                    let entry = submission.entry
                    try database.cachedStatement(
                        sql: "INSERT INTO envelope VALUES (?, ?, ?, ?, ?)"
                    ).execute(arguments: [
                        Data(entry.hash), Data(entry.tag), Int(entry.kind.rawValue), today().number,
                        Data(submission.envelope),
                    ])
                    return .success(Accepted(day: today(), entry: entry, isNew: true))
                }
            }
        }
    }
}
