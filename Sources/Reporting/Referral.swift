public import Age
public import Sodium
public import TransparencyLog

extension Report {
    /// What a counsellor says of a conversation that she refers to another.
    ///
    /// Source: Docs/protocol.md §4.
    public struct Referral: Sendable, Equatable {
        /// Why it may be.
        public enum Reason: String, Sendable, CaseIterable {
            /// The reporter agreed, in the conversation.
            case consent
            /// It is about her, or about someone close to her: nobody was asked.
            case conflict
            /// She is ill or gone: nobody was asked.
            case absence
        }

        /// As many envelopes as one referral may have.
        public static let partLimit = 99

        /// The reporter's thread key, 32 bytes.
        public let thread: [UInt8]
        /// Why it may be.
        public let reason: Reason
        /// The day it was written, in UTC.
        public let day: Day
        /// Which of `parts` this is, from 1.
        public let part: Int
        /// How many envelopes it has, at most `partLimit`.
        public let parts: Int

        /// - Parameter thread: the reporter's, 32 bytes.
        public init(thread: [UInt8], reason: Reason, day: Day, part: Int, parts: Int) {
            self.thread = thread
            self.reason = reason
            self.day = day
            self.part = part
            self.parts = parts
        }

        var values: [String] {
            [Hex.encode(thread), reason.rawValue, day.text, String(part), String(parts)]
        }

        /// nil for values that are none.
        init?(values: [String]) {
            guard values.count == 5, let thread = key(values[0]),
                let reason = Reason(rawValue: values[1]), let day = Day(values[2]),
                let part = Lines.number(values[3]), let parts = Lines.number(values[4]),
                part >= 1, part <= parts, parts <= Self.partLimit
            else { return nil }
            self.init(thread: thread, reason: reason, day: day, part: part, parts: parts)
        }
    }

    /// One envelope of a referral, from one counsellor to another.
    ///
    /// - Parameters:
    ///   - sender: her thread key of the roster.
    ///   - replyTo: where the reporter's answers go until the reporter's own message says it.
    public init(
        referring referral: Referral, from sender: KeyExchangePrivateKey, to id: String,
        replyTo: HybridRecipient, body: String
    ) {
        self.init(
            addressed: [id], thread: sender.publicKey, replyTo: replyTo, kind: .referral,
            body: body)
        sequence = referral.part - 1
        refers = referral
    }

    /// Seals a referral to its reader, under a random tag.
    ///
    /// - Throws: as `sealed(from:to:)`.
    public func sealed(
        by sender: KeyExchangePrivateKey, to reader: Reader
    ) throws(ReportingError) -> SealedEnvelope {
        try sealed(from: sender, to: [reader]) { _ in randomBytes(EnvelopeShape.tagByteCount) }
    }
}
