internal import GRDB
internal import TransparencyLog

/// What an administrator accepted who let a store go on without its own checkpoint.
package struct AcceptedLoss: Sendable, Equatable {
    /// Entries of the checkpoint that was shown.
    package let shown: Int
    /// Entries of the store, from which the log goes on.
    package let stored: Int
}

extension DropBox {
    /// The most bytes of a checkpoint's file.
    package static let checkpointByteLimit = CheckpointFile.byteLimit

    /// Lets a store whose checkpoint file is lost go on, when it has the tree of another's newest checkpoint,
    /// or a later one. What was signed after that checkpoint and is not in the store can't be known here.
    ///
    /// - Parameter newestCheckpoint: a checkpoint as somebody fetched it, with any cosignatures.
    /// - Throws: `LogDamage`: `foreignCheckpoint` for one that this log did not sign, `older` and `altered`
    ///   for a store that has not that tree; `FileError.alreadyExists` when the file is there.
    package func acceptLoss(newestCheckpoint bytes: [UInt8]) throws -> AcceptedLoss {
        let key = log.verifierKey
        let shown = try CheckpointFile.head(of: bytes, log: key)
        guard let checkpointFile else { throw LogDamage.noCheckpoint }
        try checkpointFile.requireNone()
        let stored = try DropBoxError.translating {
            try database.write { database in
                try Opening.check(database, log: log, signed: shown, file: nil)
                return try Writing.size(of: database)
            }
        }
        try saveCheckpoint()
        return AcceptedLoss(shown: shown.size, stored: stored)
    }
}
