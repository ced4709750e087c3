public import Age
internal import Sodium
public import TransparencyLog

/// What one counsellor answers in one thread. Source: Docs/protocol.md §3, §4.
public struct Reply: Sendable, Equatable {
    /// What it means.
    public enum Kind: Sendable, Equatable {
        /// A text.
        case answer
        /// May I share this with that counsellor?
        case askReferral(to: String)
        /// This is closed; the code goes on working.
        case closed
        /// That counsellor has it from now on: write to her.
        case referred(to: String)
    }

    static let firstLine = "sottovoce/v1 reply"

    /// Her identifier in the roster.
    public let from: String
    /// 0, 1, 2 … in her part of the thread; below `ThreadKeys.labelCount`.
    public let number: Int
    /// What it means.
    public let kind: Kind
    /// The day it was written, in UTC.
    public let day: Day
    /// What her offline machine had verified of the log.
    public let checkpoint: TreeHead?
    /// The text.
    public let body: String

    /// - Parameter from: her identifier in the roster.
    public init(
        from: String, number: Int, kind: Kind, day: Day, checkpoint: TreeHead? = nil,
        body: String
    ) {
        self.from = from
        self.number = number
        self.kind = kind
        self.day = day
        self.checkpoint = checkpoint
        self.body = body
    }

    /// The bytes of UTF-8 that the text may have with these headers.
    public var bodyCapacity: Int {
        EnvelopeShape.replyPlaintextByteCount - Self.macPart.count - coveredHead.utf8.count - 1
    }

    /// Whether it is the same answer, perhaps under another number: then it is shown once.
    ///
    /// A counsellor's export seals a waiting reply anew, under the next number.
    public func saysTheSame(as other: Reply) -> Bool {
        from == other.from && kind == other.kind && day == other.day && body == other.body
    }

    /// Seals the reply to the reporter, under its label.
    ///
    /// - Parameter recipient: the report's `replyTo`.
    /// - Throws: `bodyTooLong`, `forbiddenCharacter`, `invalidValue`.
    public func sealed(
        in thread: ThreadKeys, to recipient: HybridRecipient
    ) throws(ReportingError) -> SealedEnvelope {
        guard number < ThreadKeys.labelCount else { throw .invalidValue }
        let plaintext = try plaintext(in: thread)
        let bytes: [UInt8]
        do throws(AgeError) { bytes = try AgeFile.seal(plaintext, to: [recipient]) } catch {
            throw .invalidValue
        }
        return try SealedEnvelope(kind: .reply, tag: thread.label(number), bytes: bytes)
    }

    /// Opens what stood under the label of this counsellor's reply with this number.
    ///
    /// - Parameter envelope: 8,192 bytes.
    /// - Throws: `wrongEnvelopeSize`, `authenticationFailed`: a matching label that does not open is an alarm.
    public static func open(
        _ envelope: [UInt8], keys: ReceiptKeys, counsellor: Roster.Counsellor, number: Int
    ) throws(ReportingError) -> Reply {
        guard envelope.count == EnvelopeShape.replyByteCount else {
            throw .wrongEnvelopeSize(expected: EnvelopeShape.replyByteCount, actual: envelope.count)
        }
        let plaintext: [UInt8]
        do throws(AgeError) {
            plaintext = try AgeFile.open(envelope, with: [keys.replyIdentity]).plaintext
        } catch { throw .authenticationFailed }
        let thread = try ThreadKeys(reporter: keys.thread, counsellorKey: counsellor.threadKey)
        let (reply, mac) = try parse(plaintext)
        guard constantTimeEqual(mac, thread.replyMAC([UInt8](plaintext[macPart.count...]))),
            reply.from == counsellor.id, reply.number == number
        else { throw .authenticationFailed }
        return reply
    }

    private static let macPart = [UInt8](
        (firstLine + "\nmac " + String(repeating: "0", count: ThreadKeys.macByteCount * 2) + "\n")
            .utf8)

    /// 6,533 bytes.
    func plaintext(in thread: ThreadKeys) throws(ReportingError) -> [UInt8] {
        let rest = try Plaintext.padded(
            head: [UInt8](coveredHead.utf8), body: body,
            byteCount: EnvelopeShape.replyPlaintextByteCount - Self.macPart.count)
        let mac = Self.firstLine + "\nmac " + Hex.encode(thread.replyMAC(rest)) + "\n"
        let plaintext = [UInt8](mac.utf8) + rest
        // What can't be read back must not be sent.
        guard try Self.parse(plaintext).0 == self else { throw .invalidValue }
        return plaintext
    }

    private var coveredHead: String {
        var writer = LineWriter(nil, punctuation: Lines.sealed)
        writer.add("from", from)
        writer.add("number", String(number))
        switch kind {
        case .answer: writer.add("kind", "answer")
        case .closed: writer.add("kind", "closed")
        case .askReferral(let to):
            writer.add("kind", "ask-referral")
            writer.add("to", to)
        case .referred(let to):
            writer.add("kind", "referred")
            writer.add("to", to)
        }
        writer.add("day", day.text)
        if let checkpoint {
            writer.add("checkpoint", [String(checkpoint.size), Hex.encode(checkpoint.root)])
        }
        return writer.text
    }

    private static func parse(
        _ plaintext: [UInt8]
    ) throws(ReportingError) -> (Reply, mac: [UInt8]) {
        guard plaintext.count == EnvelopeShape.replyPlaintextByteCount else {
            throw .malformedPadding
        }
        let (head, body) = try Plaintext.parts(plaintext)
        var reader = try LineReader(head, punctuation: Lines.sealed)
        try reader.takeFirst(firstLine)
        let mac = try reader.take("mac", key)
        let from = try reader.take("from") { Lines.isIdentifier($0) ? $0 : nil }
        let number = try reader.take("number", Lines.number)
        let kind: Kind
        switch try reader.take("kind") {
        case "answer": kind = .answer
        case "closed": kind = .closed
        case let code where code == "ask-referral" || code == "referred":
            let to = try reader.take("to") { Lines.isIdentifier($0) ? $0 : nil }
            kind = code == "referred" ? .referred(to: to) : .askReferral(to: to)
        default: throw reader.error
        }
        let day = try reader.take("day") { Day($0) }
        var checkpoint: TreeHead?
        if let values = try reader.takeValues("checkpoint") {
            guard values.count == 2, let size = Lines.number(values[0]), let root = key(values[1])
            else { throw reader.error }
            checkpoint = TreeHead(size: size, root: root)
        }
        try reader.finish()
        return (
            Reply(
                from: from, number: number, kind: kind, day: day, checkpoint: checkpoint, body: body
            ),
            mac
        )
    }
}
