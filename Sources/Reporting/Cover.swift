internal import Age
internal import Sodium
internal import TransparencyLog

/// Envelopes that nobody can open, and that nobody can tell from those that somebody can.
///
/// Their recipients are made for them and thrown away. Source: Docs/protocol.md §8.
public enum Cover {
    /// In a reply's place: under a random label.
    public static func reply() -> SealedEnvelope {
        envelope(
            .reply, plaintextByteCount: EnvelopeShape.replyPlaintextByteCount, stanzaCount: 1)
    }

    /// In a report's place: under a random tag.
    public static func report() -> SealedEnvelope {
        envelope(
            .report, plaintextByteCount: EnvelopeShape.reportPlaintextByteCount,
            stanzaCount: EnvelopeShape.reportStanzaCount)
    }

    private static func envelope(
        _ kind: EntryKind, plaintextByteCount: Int, stanzaCount: Int
    ) -> SealedEnvelope {
        let recipients = (0..<stanzaCount).map { _ in HybridIdentity().recipient }
        let bytes: [UInt8]
        do throws(AgeError) {
            bytes = try AgeFile.seal(
                [UInt8](repeating: 0, count: plaintextByteCount), to: recipients)
        } catch { preconditionFailure("a recipient made here is well formed") }
        do throws(ReportingError) {
            return try SealedEnvelope(
                kind: kind, tag: randomBytes(EnvelopeShape.tagByteCount), bytes: bytes)
        } catch { preconditionFailure("cover has the shape of what it covers") }
    }
}
