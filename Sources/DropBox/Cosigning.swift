internal import Foundation
internal import GRDB
package import TransparencyLog

extension DropBox {
    /// Keeps a cosignature of a checkpoint signed here; returns when it is on the disk. Of each key and day
    /// the one for the largest tree is kept.
    ///
    /// - Parameters:
    ///   - signature: found to be the cosigner's, of `checkpoint` on `day`.
    /// - Throws: `DropBoxError.conflict` when this log has not signed that checkpoint, or it is the empty tree's.
    package func cosign(
        _ checkpoint: TreeHead, day: Day, signature: SignedNote.Signature
    ) async throws {
        try await DropBoxError.translating { [database] in
            try await database.write { database in
                // The empty tree is every log's; it says nothing, and is not shown once there is a roster.
                guard checkpoint.size > 0,
                    try LogReading.checkpoint(ofSize: checkpoint.size, in: database)?.root
                        == checkpoint.root
                else { throw DropBoxError.conflict }
                try database.execute(
                    sql: """
                        INSERT INTO cosignature (name, key_id, day, size, bytes)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (name, key_id, day) DO UPDATE
                        SET size = excluded.size, bytes = excluded.bytes
                        WHERE excluded.size > size
                        """,
                    arguments: [
                        signature.name, Int(signature.keyID), day.number, checkpoint.size,
                        Data(signature.bytes),
                    ])
                if database.changesCount > 0 { try LogState.change(in: database) }
            }
        }
    }
}
