internal import TransparencyLog

/// Every label under which any counsellor, now or before, could have answered one reporter.
///
/// Source: Docs/protocol.md §4.
public struct ThreadLabels: Sendable {
    /// Whose answer a label is of, and which.
    public struct Place: Sendable, Equatable {
        /// Of this or an earlier roster.
        public let counsellor: Roster.Counsellor
        /// 0 to 999.
        public let number: Int
    }

    private let counsellors: [Roster.Counsellor]
    /// `labelCount` for each of `counsellors`, in order.
    private let labels: HashIndex

    /// Computes a thousand labels for each counsellor.
    public init(_ keys: ReceiptKeys, _ organisation: Organisation) {
        var counsellors: [Roster.Counsellor] = []
        var labels: [[UInt8]] = []
        for counsellor in organisation.counsellorsEver {
            let thread: ThreadKeys
            do throws(ReportingError) {
                thread = try ThreadKeys(
                    reporter: keys.thread, counsellorKey: counsellor.threadKey)
            } catch {
                // A thread key that nobody can share anything with: nothing can be under it.
                continue
            }
            counsellors.append(counsellor)
            labels += (0..<ThreadKeys.labelCount).map { thread.label($0) }
        }
        self.counsellors = counsellors
        self.labels = HashIndex(labels)
    }

    /// The place of a label of 16 bytes; nil when it is not of this thread.
    public subscript(label: [UInt8]) -> Place? {
        guard let place = labels.place(of: label) else { return nil }
        let (index, number) = place.quotientAndRemainder(dividingBy: ThreadKeys.labelCount)
        return Place(counsellor: counsellors[index], number: number)
    }
}
