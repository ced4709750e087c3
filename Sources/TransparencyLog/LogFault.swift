/// What a log shows that an honest one never does.
public enum LogFault: Error, Equatable {
    /// A checkpoint is not signed by the log, or is of another log.
    case unsigned
    /// The days, a tile or a bundle has not its one form.
    case malformed
    /// Two trees of this size, both signed by the log: proof that it shows different things to
    /// different people.
    case fork(size: Int)
    /// The entries served are not those of the tree that was signed at this size.
    case altered(size: Int)
    /// The tree is smaller than one seen before.
    case rewound(seen: Int, served: Int)
    /// No closing of the day after this one is shown, though later ones are.
    case missingDay(after: Day)
    /// Something other than a note, with this hash, is logged twice among what is kept: what was logged before
    /// is passed off as something new.
    case repeated(hash: [UInt8])
    /// Entries of months that are to be kept are not shown any more.
    case shortened
    /// The last day closed; the days since should have been. nil when none ever was.
    case stale(lastClosed: Day?)
    /// The log claims a cosignature that this key never made.
    case falseCosignature(name: String)
}
