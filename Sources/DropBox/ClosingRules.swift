package import TransparencyLog

/// What the notes in force say of closing days: read from the notes inside the closing's transaction.
package struct ClosingRules: Sendable {
    /// Logged again when a month begins, in this order.
    package var notesInForce: [[UInt8]] = []
    /// Kept for ever.
    package var rosters: [[UInt8]] = []
    /// Whole months kept besides the current one; nil keeps everything.
    package var retentionMonths: Int?
    /// Every rostered counsellor's `collector`: nothing is erased that one has not confirmed.
    package var collectors: [VerifierKey] = []
    /// Reports a day that there are at least.
    package var coverTotal = 0
    /// Makes a report that nobody can open.
    package var makeCover: @Sendable () throws -> [UInt8]

    /// Nothing is in force yet.
    package init(makeCover: @escaping @Sendable () throws -> [UInt8] = { [] }) {
        self.makeCover = makeCover
    }
}
