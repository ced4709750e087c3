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

    /// Seals one chunk.
    ///
    /// - Parameters:
    ///   - chunk: 65,536 bytes; the last may have fewer, and none only if it is the first too.
    ///   - number: from 0. Never the same for two chunks.
    ///   - sealed: where `chunk.count` + 16 bytes from `offset` on are overwritten.
    public func seal(
        _ chunk: Span<UInt8>, number: Int, isLast: Bool, into sealed: inout [UInt8],
        at offset: Int
    ) {
        key.withBytes {
            Chunk.seal(
                chunk, number: number, isLast: isLast, key: $0, into: &sealed, at: offset)
        }
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
    ///   - sealed: 65,552 bytes; the last may have fewer.
    ///   - isLast: whether nothing follows.
    ///   - plaintext: where `sealed.count` - 16 bytes from `offset` on are overwritten.
    public func open(
        _ sealed: Span<UInt8>, number: Int, isLast: Bool, into plaintext: inout [UInt8],
        at offset: Int
    ) -> ChunkOutcome {
        key.withBytes {
            Chunk.open(
                sealed, number: number, isLast: isLast, key: $0, into: &plaintext, at: offset)
        }
    }
}
