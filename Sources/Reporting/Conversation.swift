internal import Sodium
public import TransparencyLog

/// What lies at the gateway for one code: found at home, among everything that everyone fetches.
public struct Conversation: Sendable {
    /// One answer that is proven to be from its counsellor.
    public struct Answer: Sendable {
        /// Of this or an earlier roster.
        public let counsellor: Roster.Counsellor
        /// What she wrote.
        public let reply: Reply
    }

    /// Something under a counsellor's label that does not open.
    public struct Alarm: Sendable {
        /// Under whose.
        public let counsellor: Roster.Counsellor
        /// Of the answer that it should be.
        public let number: Int
    }

    /// Every label that an answer can have.
    public let labels: ThreadLabels
    /// What is served under labels of this thread, as the log should have it.
    public let served: [LogEntry]
    /// What of it opened, equal ones too.
    public let opened: [OpenedReply]
    /// In the order written; equal ones once.
    public let answers: [Answer]
    /// What did not open.
    public let alarms: [Alarm]

    /// Looks for every label that any counsellor, now or before, could have used.
    ///
    /// Some thousand labels a counsellor are computed; what opens is kept.
    /// - Parameter replies: of every month kept.
    public init(_ keys: ReceiptKeys, _ organisation: Organisation, replies: [ReplyRecord]) {
        let labels = ThreadLabels(keys, organisation)
        var served: [LogEntry] = []
        var opened: [OpenedReply] = []
        var alarms: [Alarm] = []
        for record in replies {
            guard let place = labels[record.label] else { continue }
            let hash = SHA256.hash(record.envelope)
            if let entry = LogEntry(kind: .reply, hash: hash, tag: record.label) {
                served.append(entry)
            }
            let reply: Reply
            do throws(ReportingError) {
                reply = try Reply.open(
                    record.envelope, keys: keys, counsellor: place.counsellor, number: place.number)
            } catch {
                alarms.append(Alarm(counsellor: place.counsellor, number: place.number))
                continue
            }
            opened.append(OpenedReply(counsellor: place.counsellor, reply: reply, hash: hash))
        }
        self.labels = labels
        self.served = served
        self.opened = opened
        let sorted = opened.map { Answer(counsellor: $0.counsellor, reply: $0.reply) }
            .inOrder { $0.reply.isBefore($1.reply) }
        // An export may number a waiting reply anew: the same words of one day are one answer.
        self.answers = sorted.indices.filter { index in
            !sorted[..<index].contains { $0.reply.saysTheSame(as: sorted[index].reply) }
        }.map { sorted[$0] }
        self.alarms = alarms
    }

    /// The answers of one counsellor, in order.
    public func answers(from id: String) -> [Answer] { answers.filter { $0.counsellor.id == id } }

    /// Everyone who answered, in the order of their first answer.
    public var answered: [Roster.Counsellor] {
        answers.reduce(into: []) { all, answer in
            if !all.contains(where: { $0.id == answer.counsellor.id }) {
                all.append(answer.counsellor)
            }
        }
    }

    /// The counsellors of the roster in force, and after them those who answered and are gone.
    public func people(_ roster: Roster) -> [Roster.Counsellor] {
        roster.counsellors + answered.filter { roster.counsellor($0.id) == nil }
    }

    /// The newest question about a referral that its counsellor has not gone on from.
    public var openReferral: (asking: Answer, to: String)? {
        for answer in answers.reversed() {
            guard case .askReferral(let to) = answer.reply.kind else { continue }
            if answers(from: answer.counsellor.id).last?.reply.number == answer.reply.number {
                return (answer, to)
            }
        }
        return nil
    }

    /// Whom the reporter writes to, by id, unless they choose others: who answered; and in the place of one
    /// who handed the conversation over, the one who has it since.
    public var correspondents: [String] {
        var ids: [String] = []
        for answer in answers {
            var id = answer.counsellor.id
            if case .referred(let to) = answer.reply.kind {
                ids.removeAll { $0 == id }
                id = to
            }
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }

    /// Whether everyone who has the conversation has closed.
    public var isClosed: Bool {
        !answers.isEmpty
            && correspondents.allSatisfy { answers(from: $0).last?.reply.kind == .closed }
    }
}

extension Reply {
    /// The order in which answers are shown: by day, then by whom, then as she numbered them.
    fileprivate func isBefore(_ other: Reply) -> Bool {
        if day != other.day { return day < other.day }
        if from != other.from { return from < other.from }
        return number < other.number
    }
}
