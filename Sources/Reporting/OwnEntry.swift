public import TransparencyLog

/// Something a reporter sent, found in the log by its code alone.
public struct OwnEntry: Sendable, Equatable {
    /// Where it stands.
    public let index: Int
    /// Its line of the log.
    public let entry: LogEntry
    /// The day whose closing logged it.
    public let day: Day
}

extension ReceiptKeys {
    /// All that was sent with this code and stands among the entries kept, in the order of the log.
    ///
    /// Costs a keyed hash for each report in the log, anyone's.
    public func entries(in log: LogView) -> [OwnEntry] {
        let indices = log.indices { entry in
            entry.kind == .report && entry.tag == tag(envelopeHash: entry.hash)
        }
        return indices.compactMap { index in
            // What lies below the first entry kept is served for its tile only, its days are not.
            guard index >= log.firstEntry, let entry = log.entry(index),
                let day = log.day(of: index)
            else { return nil }
            return OwnEntry(index: index, entry: entry, day: day)
        }
    }
}

/// How far one counsellor has come with one message, as far as it is proven.
public enum Standing: Sendable, Equatable {
    /// It stands in the log; she has confirmed nothing of it.
    case logged
    /// Her online machine has held it since this day; perhaps it is not yet read.
    case fetched(Day)
    /// It was opened on her offline machine, if it was for her, by this day.
    case inHands(Day)
    /// She wrote back on this day.
    case answered(Day)
    /// She closed the case on this day.
    case closed(Day)
}

extension Confirmations {
    /// The furthest that a message has come with this counsellor.
    ///
    /// - Parameters:
    ///   - message: one of `messages`.
    ///   - messages: all of the reporter's own.
    ///   - replies: all of hers, proven, in the order written.
    public func standing(
        of message: OwnEntry, among messages: [OwnEntry], replies: [Reply]
    ) -> Standing {
        // An answer of the same day may be to an earlier message, unless there is none.
        let isAlone = !messages.contains { $0.index != message.index && $0.day <= message.day }
        let later = replies.filter { $0.day > message.day || isAlone && $0.day == message.day }
        if let first = later.first, let last = later.last {
            return last.kind == .closed ? .closed(last.day) : .answered(first.day)
        }
        if let day = importedDay(ofEntry: message.index) { return .inHands(day) }
        return fetchedDay(ofEntry: message.index).map { .fetched($0) } ?? .logged
    }
}
