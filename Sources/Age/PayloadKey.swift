internal import Sodium

/// The key of one payload, and its chunks: each sealed on its own, so that several may be at once.
/// Source: C2SP age.md, payload.
public final class PayloadKey: Sendable {
    /// Of the nonce a payload starts with: 16 bytes.
    public static let nonceByteCount = 16
    /// Of the plaintext of every chunk but the last: 64 KiB.
    public static let chunkByteCount = 65_536
    /// By how much a sealed chunk is longer: 16 bytes.
    public static let tagByteCount = ChaCha20Poly1305.tagByteCount
    /// Of every sealed chunk but the last.
    public static let sealedChunkByteCount = chunkByteCount + tagByteCount

    private let key: SecretBytes

    init(_ key: consuming SecretBytes) { self.key = key }

    /// A fresh nonce for one payload, 16 bytes.
    public static func randomNonce() -> [UInt8] { randomBytes(nonceByteCount) }

    /// The number in 11 bytes, big-endian, and whether it is the last.
    private static func nonce(_ number: Int, isFinal: Bool) -> [UInt8] {
        var nonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceByteCount)
        for index in 0..<8 { nonce[10 - index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
        nonce[11] = isFinal ? 1 : 0
        return nonce
    }

    /// Seals one chunk.
    ///
    /// - Parameters:
    ///   - chunk: 65,536 bytes; the last may have fewer, and none only if it is the first too.
    ///   - number: from 0. Never the same for two chunks.
    ///   - sealed: where `chunk.count` + 16 bytes from `offset` on are overwritten.
    public func seal(
        _ chunk: Span<UInt8>, number: Int, isFinal: Bool, into sealed: inout [UInt8],
        at offset: Int
    ) {
        ChaCha20Poly1305.seal(
            chunk, nonce: Self.nonce(number, isFinal: isFinal), key: key, into: &sealed,
            at: offset)
    }

    /// Opens one chunk.
    ///
    /// - Parameter plaintext: where `sealed.count` - 16 bytes from `offset` on are overwritten; with zeros
    ///   after a refusal.
    /// - Throws: `payloadFailure`.
    public func open(
        _ sealed: Span<UInt8>, number: Int, isFinal: Bool, into plaintext: inout [UInt8],
        at offset: Int
    ) throws(AgeError) {
        guard sealed.count >= Self.tagByteCount else { throw .payloadFailure }
        // A last chunk may be empty only when it is the only one.
        guard sealed.count > Self.tagByteCount || (isFinal && number == 0) else {
            throw .payloadFailure
        }
        do throws(SodiumError) {
            try ChaCha20Poly1305.open(
                sealed, nonce: Self.nonce(number, isFinal: isFinal), key: key, into: &plaintext,
                at: offset)
        } catch { throw .payloadFailure }
    }

    /// What became of a chunk.
    public enum ChunkOutcome: Sendable, Equatable {
        /// Authentic, and where it belongs.
        case opened
        /// Authentic, but made as the last one and something follows, or made as one in the middle and nothing
        /// follows: the plaintext is there, and the payload is not whole.
        case openedBefore(AgeError)
        /// Not authentic: zeros are there.
        case refused
    }

    /// Opens one chunk, of which it is known whether anything follows.
    ///
    /// - Parameters:
    ///   - isLast: whether nothing follows.
    ///   - plaintext: where `sealed.count` - 16 bytes from `offset` on are overwritten.
    public func open(
        _ sealed: Span<UInt8>, number: Int, isLast: Bool, into plaintext: inout [UInt8],
        at offset: Int
    ) -> ChunkOutcome {
        if tryOpen(sealed, number: number, isFinal: isLast, into: &plaintext, at: offset) {
            return .opened
        }
        guard sealed.count == Self.sealedChunkByteCount,
            tryOpen(sealed, number: number, isFinal: !isLast, into: &plaintext, at: offset)
        else { return .refused }
        return .openedBefore(isLast ? .truncated : .payloadFailure)
    }

    private func tryOpen(
        _ sealed: Span<UInt8>, number: Int, isFinal: Bool, into plaintext: inout [UInt8],
        at offset: Int
    ) -> Bool {
        do throws(AgeError) {
            try open(sealed, number: number, isFinal: isFinal, into: &plaintext, at: offset)
            return true
        } catch { return false }
    }
}
