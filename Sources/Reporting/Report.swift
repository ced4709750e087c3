public import Age
internal import Sodium
internal import TransparencyLog

/// What a reporter tells one to three counsellors: a first report, a follow-up, a wish.
///
/// Source: Docs/protocol.md §3.
public struct Report: Sendable, Equatable {
    /// What is asked of the reader.
    public enum Kind: String, Sendable, CaseIterable {
        /// A text.
        case message
        /// "Stop, don't do anything with this."
        case withdraw
        /// Yes to a referral asked for.
        case agree
        /// No to a referral asked for.
        case decline
        /// An answer to the questions after closing.
        case aftercare
        /// From one counsellor to another.
        case referral
    }

    /// The reply a report answers.
    public struct Answer: Sendable, Equatable {
        /// Whose reply.
        public let counsellor: String
        /// Its number.
        public let number: Int

        /// - Parameter counsellor: her identifier in the roster.
        public init(counsellor: String, number: Int) {
            self.counsellor = counsellor
            self.number = number
        }
    }

    /// The claim to go on with an older thread, with its proofs.
    public struct Continuation: Sendable, Equatable {
        /// The old thread key, 32 bytes.
        public let thread: [UInt8]
        /// One of 32 bytes for each counsellor addressed, in that order: `ThreadKeys.continuation`.
        public let proofs: [[UInt8]]

        /// - Parameter thread: the old thread key, 32 bytes.
        public init(thread: [UInt8], proofs: [[UInt8]]) {
            self.thread = thread
            self.proofs = proofs
        }
    }

    static let firstLine = "sottovoce/v1 report"

    /// The readers' identifiers in the roster, one to three, in the order of the macs.
    public var addressed: [String]
    /// The reporter's thread key, 32 bytes.
    public var thread: [UInt8]
    /// What replies are sealed to.
    public var replyTo: HybridRecipient
    /// 0 for a first report; a hint for the order of a day.
    public var sequence: Int
    /// What is asked.
    public var kind: Kind
    /// The reply it answers.
    public var about: Answer?
    /// The thread it goes on with.
    public var continues: Continuation?
    /// Whose conversation is referred: with `kind` referral always, with others never.
    public var refers: Referral?
    /// Which of the three ways it is meant for.
    public var track: Track?
    /// What it is about.
    public var category: Category?
    /// The language to answer in.
    public var language: Language?
    /// What belongs to it, at most 20.
    public var attachments: [Attachment]
    /// The text.
    public var body: String

    /// A report from the holder of `keys`; the rest can be set.
    public init(from keys: ReceiptKeys, addressed: [String], kind: Kind = .message, body: String) {
        self.init(
            addressed: addressed, thread: keys.thread.publicKey,
            replyTo: keys.replyIdentity.recipient, kind: kind, body: body)
    }

    init(
        addressed: [String], thread: [UInt8], replyTo: HybridRecipient, kind: Kind, body: String
    ) {
        self.addressed = addressed
        self.thread = thread
        self.replyTo = replyTo
        self.sequence = 0
        self.kind = kind
        self.attachments = []
        self.body = body
    }

    /// The bytes of UTF-8 that the text may have with these headers.
    public var bodyCapacity: Int {
        let macs = addressed.count * ("mac \n".utf8.count + ThreadKeys.macByteCount * 2)
        return EnvelopeShape.reportPlaintextByteCount - Self.firstLine.utf8.count - 1 - macs
            - coveredHead.utf8.count - 1
    }

    /// Seals the report to its readers, and to nobody in the slots left over, in random order.
    ///
    /// - Parameter readers: each addressed counsellor with the recipient of this month, in that order.
    /// - Throws: `wrongReaders`, `bodyTooLong`, `forbiddenCharacter`, `invalidValue`.
    public func sealed(
        from keys: ReceiptKeys, to readers: [Reader]
    ) throws(ReportingError) -> SealedEnvelope {
        try sealed(from: keys.thread, to: readers) { keys.tag(envelopeHash: $0) }
    }

    /// The same by the holder of `thread`, under the tag made of the envelope's hash.
    func sealed(
        from thread: KeyExchangePrivateKey, to readers: [Reader], tag: ([UInt8]) -> [UInt8]
    ) throws(ReportingError) -> SealedEnvelope {
        let plaintext = try plaintext(from: thread, to: readers)
        var recipients = readers.map { $0.recipient }
        while recipients.count < EnvelopeShape.reportStanzaCount {
            recipients.append(HybridIdentity().recipient)
        }
        shuffle(&recipients)
        let bytes: [UInt8]
        do throws(AgeError) { bytes = try AgeFile.seal(plaintext, to: recipients) } catch {
            throw .invalidValue
        }
        return try SealedEnvelope(
            kind: .report, tag: tag(SHA256.hash(bytes)), bytes: bytes)
    }

    /// 11,611 bytes.
    func plaintext(
        from thread: KeyExchangePrivateKey, to readers: [Reader]
    ) throws(ReportingError) -> [UInt8] {
        guard (1...EnvelopeShape.reportStanzaCount).contains(addressed.count),
            addressed.isDistinct, readers.count == addressed.count
        else { throw .wrongReaders }
        for index in readers.indices where readers[index].counsellor.id != addressed[index] {
            throw .wrongReaders
        }
        let first = [UInt8]((Self.firstLine + "\n").utf8)
        let covered = [UInt8](coveredHead.utf8)
        let macLine = "mac \n".utf8.count + ThreadKeys.macByteCount * 2
        let macsByteCount = macLine * readers.count
        let rest = try Plaintext.padded(
            head: covered, body: body,
            byteCount: EnvelopeShape.reportPlaintextByteCount - first.count - macsByteCount)
        var macs: [UInt8] = []
        for reader in readers {
            let shared = try ThreadKeys(
                reporter: thread, counsellorKey: reader.counsellor.threadKey)
            macs += [UInt8](("mac " + Hex.encode(shared.reportMAC(rest)) + "\n").utf8)
        }
        let plaintext = first + macs + rest
        // What can't be read back must not be sent.
        guard try OpenedReport(plaintext: plaintext).report == self else { throw .invalidValue }
        return plaintext
    }

    /// The header lines after the macs.
    private var coveredHead: String {
        var writer = LineWriter(nil, punctuation: Lines.sealed)
        writer.add("addressed", addressed)
        writer.add("thread", Hex.encode(thread))
        writer.add("reply-to", replyTo.text)
        writer.add("sequence", String(sequence))
        writer.add("kind", kind.rawValue)
        if let about { writer.add("about", [about.counsellor, String(about.number)]) }
        if let continues {
            writer.add(
                "continues", [Hex.encode(continues.thread)] + continues.proofs.map(Hex.encode))
        }
        if let refers { writer.add("refers", refers.values) }
        writer.add("track", optional: track?.rawValue)
        writer.add("category", optional: category?.rawValue)
        writer.add("language", optional: language?.rawValue)
        for attachment in attachments { writer.add("attachment", attachment.values) }
        return writer.text
    }
}

/// A counsellor and the recipient her reports are sealed to this month.
public struct Reader: Sendable {
    /// Who.
    public let counsellor: Roster.Counsellor
    /// Her sealing recipient of the month.
    public let recipient: HybridRecipient

    /// - Parameter recipient: her sealing recipient of the month.
    public init(counsellor: Roster.Counsellor, recipient: HybridRecipient) {
        self.counsellor = counsellor
        self.recipient = recipient
    }
}

/// Every order equally likely.
private func shuffle(_ recipients: inout [HybridRecipient]) {
    for index in stride(from: recipients.count - 1, to: 0, by: -1) {
        recipients.swapAt(index, randomNumber(below: index + 1))
    }
}
