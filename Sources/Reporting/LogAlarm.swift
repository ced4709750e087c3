internal import Sodium
public import TransparencyLog

/// Something wrong that a reporter can see at home, in what everyone is served.
///
/// Source: Docs/protocol.md §5, "What a reporter learns".
public indirect enum LogAlarm: Sendable, Equatable {
    /// A message of this day has been there longer than she has to fetch it, and she has not confirmed it;
    /// her last confirmation of anything is of that day, nil: never.
    case notConfirmed(Roster.Counsellor, message: Day, last: Day?)
    /// An answer of hers names a tree that has a message of this day, and what is shown lacks her confirmation
    /// of it, though her days are over: it is not she who is late.
    case confirmationHidden(Roster.Counsellor, message: Day)
    /// The log has an answer of hers, of this day, that is not served.
    case answerWithheld(Roster.Counsellor, number: Int, logged: Day)
    /// What is served as an answer of hers is not what the log has.
    case answerReplaced(Roster.Counsellor, number: Int, logged: Day)
    /// Her machine was shown another log than this one: its tree of this size, which she named in an answer
    /// of this day, is not here.
    case splitView(Roster.Counsellor, size: Int, day: Day)
    /// A confirmation is shown under her name that she never gave.
    case claimed(Roster.Counsellor)

    /// Whom it is about.
    public var counsellor: Roster.Counsellor {
        switch self {
        case .notConfirmed(let counsellor, _, _), .confirmationHidden(let counsellor, _),
            .answerWithheld(let counsellor, _, _),
            .answerReplaced(let counsellor, _, _), .splitView(let counsellor, _, _),
            .claimed(let counsellor):
            counsellor
        }
    }
}

/// A reply that was served under a label of one's own and opened.
public struct OpenedReply: Sendable {
    /// Who wrote it.
    public let counsellor: Roster.Counsellor
    /// What she wrote.
    public let reply: Reply
    /// SHA-256 of its envelope, 32 bytes.
    public let hash: [UInt8]

    /// - Parameter hash: SHA-256 of its envelope.
    public init(counsellor: Roster.Counsellor, reply: Reply, hash: [UInt8]) {
        self.counsellor = counsellor
        self.reply = reply
        self.hash = hash
    }
}

/// Comparing what one reporter was served with what the log has.
public struct LogComparison: Sendable {
    /// The log, checked.
    public let log: LogView
    /// Of each counsellor of the roster in force.
    public let confirmations: [Confirmations]
    /// The first month whose replies are served.
    let firstMonth: Month
    let today: Day

    /// - Parameter organisation: whose notes the log was found to have.
    public init(_ log: LogView, _ organisation: Organisation, today: Day) {
        self.log = log
        self.today = today
        confirmations = organisation.confirmations(in: log)
        firstMonth = today.month.adding(-organisation.roster.retentionMonths)
    }

    /// All that is wrong: who has not confirmed, answers kept back or swapped, other logs shown to her.
    ///
    /// - Parameters:
    ///   - messages: the reporter's own entries.
    ///   - served: what is served under labels of this thread, as the log should have it.
    ///   - replies: those of them that opened.
    public func alarms(
        messages: [OwnEntry], labels: ThreadLabels, served: [LogEntry],
        replies: [OpenedReply]
    ) -> [LogAlarm] {
        confirmations.compactMap { alarm(of: $0, messages, replies) } + withheld(labels, served)
            + splitViews(replies)
    }

    private func alarm(
        of one: Confirmations, _ messages: [OwnEntry], _ replies: [OpenedReply]
    ) -> LogAlarm? {
        if one.isForged { return .claimed(one.counsellor) }
        // Who came later has her days from then on.
        let overdue = messages.filter { message in
            one.isOverdue(
                entry: message.index, logged: max(message.day, one.counsellor.since), today: today)
        }
        var seen = 0
        for opened in replies where opened.counsellor.id == one.counsellor.id {
            seen = max(seen, opened.reply.checkpoint?.size ?? 0)
        }
        if let had = overdue.first(where: { $0.index < seen }) {
            return .confirmationHidden(one.counsellor, message: had.day)
        }
        return overdue.first.map {
            .notConfirmed(one.counsellor, message: $0.day, last: one.lastFetched)
        }
    }

    private func withheld(_ labels: ThreadLabels, _ served: [LogEntry]) -> [LogAlarm] {
        var alarms: [LogAlarm] = []
        for index in log.indices(where: { $0.kind == .reply }) where index >= log.firstEntry {
            guard let entry = log.entry(index), let place = labels[entry.tag],
                let day = log.day(of: index), day.month >= firstMonth
            else { continue }
            if served.contains(entry) { continue }
            alarms.append(
                served.contains { $0.tag == entry.tag }
                    ? .answerReplaced(place.counsellor, number: place.number, logged: day)
                    : .answerWithheld(place.counsellor, number: place.number, logged: day))
        }
        return alarms
    }

    private func splitViews(_ replies: [OpenedReply]) -> [LogAlarm] {
        let heads = log.heads(ofSizes: replies.compactMap { $0.reply.checkpoint?.size })
        return replies.compactMap { opened in
            guard let checkpoint = opened.reply.checkpoint else { return nil }
            let differs: Bool
            if checkpoint.size > log.head.size {
                // What she saw before she wrote must be in a log that has what she wrote.
                differs = !log.indices { $0.kind == .reply && $0.hash == opened.hash }.isEmpty
            } else {
                differs = heads.contains {
                    $0.size == checkpoint.size && $0.root != checkpoint.root
                }
            }
            return differs
                ? .splitView(opened.counsellor, size: checkpoint.size, day: opened.reply.day) : nil
        }
    }
}
