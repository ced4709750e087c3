internal import GatewayClient
internal import Reporting
internal import Sodium
internal import TransparencyLog

/// What lies at the gateway for one code: found at home, among everything that everyone fetches.
struct Conversation: Sendable {
    /// One answer that is proven to be from its counsellor.
    struct Answer: Sendable {
        let counsellor: Roster.Counsellor
        let reply: Reply
    }

    /// Something under a counsellor's label that does not open.
    struct Alarm: Sendable {
        let counsellor: Roster.Counsellor
        let number: Int
    }

    /// Every label that an answer can have.
    let labels: ThreadLabels
    /// SHA-256 of all that is served under labels of this thread.
    let served: [[UInt8]: [[UInt8]]]
    /// What of it opened, equal ones too.
    let opened: [OpenedReply]
    /// In the order written; equal ones once.
    let answers: [Answer]
    let alarms: [Alarm]

    /// Looks for every label that any counsellor, now or before, could have used.
    ///
    /// Some thousand labels a counsellor are computed; what opens is kept.
    init(_ keys: ReceiptKeys, in set: FixedSet) throws(ReportingError) {
        let labels = ThreadLabels(keys, set.organisation)
        var served: [[UInt8]: [[UInt8]]] = [:]
        var opened: [OpenedReply] = []
        var alarms: [Alarm] = []
        for record in set.replies {
            guard let place = labels[record.label] else { continue }
            let hash = SHA256.hash(record.envelope)
            served[record.label, default: []].append(hash)
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
        let sorted = opened.map { Answer(counsellor: $0.counsellor, reply: $0.reply) }.sorted {
            ($0.reply.day, $0.reply.from, $0.reply.number)
                < ($1.reply.day, $1.reply.from, $1.reply.number)
        }
        // An export may number a waiting reply anew: the same words of one day are one answer.
        self.answers = sorted.indices.filter { index in
            !sorted[..<index].contains { $0.reply.saysTheSame(as: sorted[index].reply) }
        }.map { sorted[$0] }
        self.alarms = alarms
    }

    /// The answers of one counsellor, in order.
    func answers(from id: String) -> [Answer] { answers.filter { $0.counsellor.id == id } }

    /// Everyone who answered, in the order of their first answer.
    var answered: [Roster.Counsellor] {
        answers.reduce(into: []) { all, answer in
            if !all.contains(where: { $0.id == answer.counsellor.id }) {
                all.append(answer.counsellor)
            }
        }
    }

    /// The newest question about a referral that its counsellor has not gone on from.
    var openReferral: (asking: Answer, to: String)? {
        for answer in answers.reversed() {
            guard case .askReferral(let to) = answer.reply.kind else { continue }
            if answers(from: answer.counsellor.id).last?.reply.number == answer.reply.number {
                return (answer, to)
            }
        }
        return nil
    }

    /// Whether everyone who answered has closed.
    var isClosed: Bool {
        !answers.isEmpty && answered.allSatisfy { answers(from: $0.id).last?.reply.kind == .closed }
    }
}
