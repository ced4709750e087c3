import Foundation
import GRDB
import Reporting
import Sodium

/// Rows a second that SQLite stores durably when each transaction has `batch` of them: the hash as key, the
/// tag and the envelope; WAL, synchronous FULL, 8 KiB pages; nothing else.
func bareRowsPerSecond(batch: Int, seconds: Int = 3) throws -> Double {
    let folder = try ScratchFolder()
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 8192") }
    let pool = try DatabasePool(path: folder.path + "/bare.sqlite", configuration: configuration)
    try pool.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try database.execute(
            sql: """
                CREATE TABLE envelope (hash BLOB NOT NULL, tag BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
                CREATE UNIQUE INDEX envelope_hash ON envelope (hash)
                """)
    }
    var envelope = Data(randomBytes(EnvelopeShape.reportByteCount))
    let start = ContinuousClock.now
    var count = 0
    while ContinuousClock.now - start < .seconds(seconds) {
        try pool.write { database in
            let insert = try database.cachedStatement(sql: "INSERT INTO envelope VALUES (?, ?, ?)")
            for _ in 0..<batch {
                envelope.replaceSubrange(0..<32, with: randomBytes(32))
                let hash = Data(SHA256.hash([UInt8](envelope)))
                try insert.execute(arguments: [hash, Data(randomBytes(16)), envelope])
            }
        }
        count += batch
    }
    let elapsed = ContinuousClock.now - start
    return Double(count)
        / (Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
}
