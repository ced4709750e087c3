internal import Sodium

extension Report {
    /// A first report under a new code that goes on with the thread of an old one.
    ///
    /// It carries a proof for each reader that whoever wrote it holds the old code; with her key of now,
    /// whether she knows the old thread or not. Source: Docs/protocol.md §4.
    /// - Parameters:
    ///   - old: of the code that somebody else may have seen.
    ///   - new: of the code that answers are to come to.
    ///   - readers: one to three, in the order of the macs.
    /// - Throws: `authenticationFailed` for a reader with a key of small order; `invalidValue` when both
    ///   codes are one.
    public init(
        moving old: ReceiptKeys, to new: ReceiptKeys, readers: [Reader], body: String
    ) throws(ReportingError) {
        let (oldThread, newThread) = (old.thread.publicKey, new.thread.publicKey)
        guard oldThread != newThread else { throw .invalidValue }
        var proofs: [[UInt8]] = []
        for reader in readers {
            let shared = try ThreadKeys(
                reporter: old.thread, counsellorKey: reader.counsellor.threadKey)
            proofs.append(shared.continuation(to: newThread))
        }
        self.init(from: new, addressed: readers.map { $0.counsellor.id }, body: body)
        continues = Continuation(thread: oldThread, proofs: proofs)
    }
}
