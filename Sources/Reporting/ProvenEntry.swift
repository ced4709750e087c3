public import TransparencyLog

/// What a `.tlog-proof` file proves to one who has the organisation's link and its roster: no network, no
/// code.
///
/// Source: Docs/protocol.md §5; C2SP tlog-proof.
public struct ProvenEntry: Sendable {
    /// What one counsellor's machines have said of the tree.
    public struct Confirmation: Sendable, Equatable {
        /// Whose.
        public let counsellor: Roster.Counsellor
        /// The day her online machine confirmed that it holds all of it.
        public let fetched: Day?
        /// The day her offline machine confirmed that it was imported.
        public let imported: Day?
    }

    /// The line of the log.
    public let entry: LogEntry
    /// Where it stands.
    public let index: Int
    /// The tree it stands in, signed by the log.
    public let checkpoint: Checkpoint
    /// Of those who have confirmed this tree.
    public let confirmations: [Confirmation]

    /// Checks a proof.
    ///
    /// - Parameter roster: with the keys of log and counsellors, its signatures checked.
    /// - Throws: `unexpectedText` without the entry in it; `missingSignature`, `badSignature` by log or
    ///   counsellor; `notIncluded`.
    public init(_ proof: LogProof, roster: Roster) throws(NoteError) {
        guard let entry = proof.extra.flatMap({ LogEntry($0) }) else { throw .unexpectedText }
        self.entry = entry
        index = proof.inclusion.index
        checkpoint = try proof.verify(entry: entry.bytes, log: roster.log)
        var confirmations: [Confirmation] = []
        for counsellor in roster.counsellors {
            let one = Confirmation(
                counsellor: counsellor,
                fetched: try Self.day(counsellor.collector, proof.checkpoint),
                imported: try Self.day(counsellor.imported, proof.checkpoint))
            if one.fetched != nil || one.imported != nil { confirmations.append(one) }
        }
        self.confirmations = confirmations
    }

    /// The day of a cosignature; nil where there is none.
    private static func day(
        _ cosigner: VerifierKey, _ note: SignedNote
    ) throws(NoteError) -> Day? {
        note.signatures(of: cosigner).isEmpty ? nil : try note.cosignatureDay(by: cosigner)
    }
}

extension Organisation {
    /// Checks notes kept in a file, as on the day their roster was issued: an end that has come since takes
    /// nothing from what they proved.
    ///
    /// - Throws: as the other initialiser, but not for a day.
    public convenience init(kept bundle: NoteBundle, anchor: TrustAnchor) throws(OrganisationError)
    {
        var newest: Roster?
        for note in bundle.notes {
            do throws(ReportingError) {
                let roster = try Roster(text: note.text)
                if roster.serial > newest?.serial ?? -1 { newest = roster }
            } catch { continue }
        }
        guard let newest else { throw .noRoster }
        try self.init(bundle: bundle, anchor: anchor, today: newest.issued)
    }

    /// The tree to prove an entry with: of those that have it, the one that most of the counsellors'
    /// machines have confirmed; of several the earliest.
    public func bestTree(forEntry index: Int, in log: LogView) -> LogView.Shown? {
        var best: (shown: LogView.Shown, count: Int)?
        for shown in log.shown where shown.head.size > index {
            let count = confirmationCount(shown.note)
            if best.map({ $0.count < count }) ?? true { best = (shown, count) }
        }
        return best?.shown
    }

    /// How many of the counsellors' machines have confirmed this checkpoint.
    private func confirmationCount(_ note: SignedNote) -> Int {
        var count = 0
        for counsellor in roster.counsellors {
            for key in [counsellor.collector, counsellor.imported] {
                do throws(NoteError) {
                    _ = try note.cosignatureDay(by: key)
                    count += 1
                } catch { continue }
            }
        }
        return count
    }
}
