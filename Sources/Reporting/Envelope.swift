internal import Age
internal import Sodium
public import TransparencyLog

/// The sizes and outside shapes an envelope may have: one a kind. Source: Docs/protocol.md §3.
public enum EnvelopeShape {
    /// A report, follow-up, referral, or cover for one.
    public static let reportByteCount = 16_384
    /// Its plaintext.
    public static let reportPlaintextByteCount = 11_611
    /// Its recipients, thrown-away ones included; so at most as many readers.
    public static let reportStanzaCount = 3
    /// A reply, or cover for one.
    public static let replyByteCount = 8_192
    /// Its plaintext.
    public static let replyPlaintextByteCount = 6_533
    /// Of a report's tag and a reply's label.
    public static let tagByteCount = LogEntry.tagByteCount

    /// Whether an envelope may have this size. A note has no one size, and what is reserved none yet.
    public static func isSize(_ count: Int, of kind: EntryKind) -> Bool {
        switch kind {
        case .report: count == reportByteCount
        case .reply: count == replyByteCount
        case .note, .attachmentPart: true
        }
    }

    /// Checks what can be seen from outside: the size, and that the header is exactly the right number
    /// of well-formed mlkem768x25519 stanzas.
    ///
    /// It does not prove that anyone can open it.
    /// - Throws: `wrongEnvelopeSize`, `malformedEnvelope`.
    public static func check(_ bytes: [UInt8], kind: EntryKind) throws(ReportingError) {
        let (expected, stanzas) =
            kind == .reply ? (replyByteCount, 1) : (reportByteCount, reportStanzaCount)
        guard kind == .report || kind == .reply else {
            throw .malformedEnvelope(expectedStanzas: 0)
        }
        guard bytes.count == expected else {
            throw .wrongEnvelopeSize(expected: expected, actual: bytes.count)
        }
        let header: AgeHeader
        do throws(AgeError) { header = try AgeHeader(parsing: bytes) } catch {
            throw .malformedEnvelope(expectedStanzas: stanzas)
        }
        guard header.stanzas.count == stanzas, header.stanzas.allSatisfy(HybridRecipient.isStanza)
        else { throw .malformedEnvelope(expectedStanzas: stanzas) }
    }
}

/// What is posted: a sealed message and the tag it is to be found by.
public struct SealedEnvelope: Sendable, Equatable {
    /// Report or reply.
    public let kind: EntryKind
    /// 16 bytes.
    public let tag: [UInt8]
    /// 16,384 bytes for a report, 8,192 for a reply.
    public let bytes: [UInt8]

    /// - Throws: `wrongEnvelopeSize`, `malformedEnvelope`, or `invalidValue` for a tag that has not 16 bytes.
    public init(kind: EntryKind, tag: [UInt8], bytes: [UInt8]) throws(ReportingError) {
        try EnvelopeShape.check(bytes, kind: kind)
        guard tag.count == EnvelopeShape.tagByteCount else { throw .invalidValue }
        self.kind = kind
        self.tag = tag
        self.bytes = bytes
    }

    /// Reads what was posted: tag ‖ envelope.
    public init(kind: EntryKind, posted: [UInt8]) throws(ReportingError) {
        let count = EnvelopeShape.tagByteCount
        guard posted.count > count else {
            let expected =
                kind == .reply ? EnvelopeShape.replyByteCount : EnvelopeShape.reportByteCount
            throw .wrongEnvelopeSize(expected: expected, actual: max(0, posted.count - count))
        }
        try self.init(
            kind: kind, tag: [UInt8](posted[..<count]), bytes: [UInt8](posted[count...]))
    }

    /// tag ‖ envelope: a request's body, a record of a month of replies.
    public var posted: [UInt8] { tag + bytes }

    /// SHA-256 of the envelope, 32 bytes.
    public var hash: [UInt8] { SHA256.hash(bytes) }

    /// What stands in the log for it.
    public var entry: LogEntry {
        guard let entry = LogEntry(kind: kind, hash: hash, tag: tag) else {
            preconditionFailure("a sealed envelope's tag has 16 bytes")
        }
        return entry
    }
}
