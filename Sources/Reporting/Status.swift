public import TransparencyLog

/// How far what a reporter wrote has come, with whom: computed at home from what everyone fetches.
public struct Status: Sendable {
    /// The log and what was served, compared.
    public let comparison: LogComparison
    /// The reporter's own messages, in the order they came in.
    public let messages: [OwnEntry]
    /// What is wrong.
    public let alarms: [LogAlarm]
    private let conversation: Conversation

    /// - Parameter log: checked, with the organisation's notes.
    public init(
        _ log: LogView, _ keys: ReceiptKeys, _ conversation: Conversation,
        _ organisation: Organisation, today: Day
    ) {
        self.conversation = conversation
        comparison = LogComparison(log, organisation, today: today)
        messages = keys.entries(in: log)
        alarms = comparison.alarms(
            messages: messages, labels: conversation.labels, served: conversation.served,
            replies: conversation.opened)
    }

    /// Whose answers the log has, or had, of months that are not served any more: each once.
    public var formerAnswers: [Roster.Counsellor] {
        let log = comparison.log
        var all: [Roster.Counsellor] = []
        for index in log.indices(where: { $0.kind == .reply }) {
            guard let entry = log.entry(index), let place = conversation.labels[entry.tag],
                !all.contains(where: { $0.id == place.counsellor.id })
            else { continue }
            let month = index < log.firstEntry ? nil : log.day(of: index)?.month
            if month.map({ $0 < comparison.firstMonth }) ?? true { all.append(place.counsellor) }
        }
        return all
    }

    /// The departed who could be written to when one of the messages was.
    public func departed(_ organisation: Organisation) -> [Roster.Counsellor] {
        organisation.departed.filter { one in
            messages.contains { $0.day >= one.counsellor.since && $0.day <= one.until }
        }.map { $0.counsellor }
    }

    /// How far a message has come with each counsellor of the roster in force.
    public func standings(
        of message: OwnEntry
    ) -> [(counsellor: Roster.Counsellor, standing: Standing)] {
        comparison.confirmations.map { one in
            let replies = conversation.answers(from: one.counsellor.id).map { $0.reply }
            return (
                one.counsellor, one.standing(of: message, among: messages, replies: replies)
            )
        }
    }
}
