package import TransparencyLog

/// What is wrong with a store whose log was signed: it is older than what was signed, or rows are lost
/// or changed. Nothing may be signed upon it.
package enum LogDamage: Error, Equatable {
    /// The store has fewer entries than were signed.
    case older(stored: Int, signed: Int)
    /// The entries do not make the tree that was signed at this size.
    case altered(size: Int)
    /// The file with the newest checkpoint is gone, so nothing tells whether this store is the newest.
    case noCheckpoint
    /// There is no store, though its folder was made with one.
    case noStore
    /// The file with the newest checkpoint is not one that this log's key signed.
    case foreignCheckpoint
    /// The checkpoint stored for this size is missing, or not one that this log's key signed for it.
    case checkpoint(size: Int)
    /// There is no entry at this position, or more than there may be, or it is of another day than its closing.
    case entry(position: Int)
    /// The envelope or note of the entry at this position is missing or another one.
    case envelope(position: Int)
    /// What is pending is incomplete or not what its hash says.
    case pending
    /// A subtree's root is missing or wrong.
    case subtree(level: Int, number: Int)
    /// The closing of this day is missing, or has a size it can't have.
    case closing(Day)
    /// A cosignature is of a tree never signed, or not by the rostered key of its name.
    case cosignature(name: String, day: Day)
}
