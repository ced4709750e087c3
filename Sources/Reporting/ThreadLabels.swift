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
    /// Of each label: the counsellor's place in `counsellors`, times `labelCount`, and the number.
    private let places: [[UInt8]: Int]

    /// Computes a thousand labels for each counsellor.
    public init(_ keys: ReceiptKeys, _ organisation: Organisation) {
        let counsellors = organisation.counsellorsEver
        var places: [[UInt8]: Int] = [:]
        for (place, counsellor) in counsellors.enumerated() {
            let thread: ThreadKeys
            do throws(ReportingError) {
                thread = try ThreadKeys(
                    reporter: keys.thread, counsellorKey: counsellor.threadKey)
            } catch {
                // A thread key that nobody can share anything with: nothing can be under it.
                continue
            }
            for number in 0..<ThreadKeys.labelCount {
                places[thread.label(number)] = place * ThreadKeys.labelCount + number
            }
        }
        self.counsellors = counsellors
        self.places = places
    }

    /// The place of a label of 16 bytes; nil when it is not of this thread.
    public subscript(label: [UInt8]) -> Place? {
        guard let place = places[label] else { return nil }
        let (index, number) = place.quotientAndRemainder(dividingBy: ThreadKeys.labelCount)
        return Place(counsellor: counsellors[index], number: number)
    }
}
