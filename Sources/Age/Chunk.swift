internal import Sodium

/// One chunk of a payload, sealed or opened on its own. Source: C2SP age.md, payload.
enum Chunk {
    /// The number in 11 bytes, big-endian, and whether it is the last.
    private static func nonce(_ number: Int, isFinal: Bool) -> [UInt8] {
        var nonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceByteCount)
        for index in 0..<8 { nonce[10 - index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
        nonce[11] = isFinal ? 1 : 0
        return nonce
    }

    /// See `PayloadKey.seal`.
    static func seal(
        _ chunk: Span<UInt8>, number: Int, isLast: Bool, key: Span<UInt8>,
        into sealed: inout [UInt8], at offset: Int
    ) {
        ChaCha20Poly1305.seal(
            chunk, nonce: nonce(number, isFinal: isLast), key: key, into: &sealed, at: offset)
    }

    /// See `PayloadKey.open`.
    static func open(
        _ sealed: Span<UInt8>, number: Int, isLast: Bool, key: Span<UInt8>,
        into plaintext: inout [UInt8], at offset: Int
    ) -> PayloadKey.ChunkOutcome {
        if tryOpen(sealed, number, isFinal: isLast, key, &plaintext, at: offset) {
            return .opened
        }
        guard sealed.count == PayloadKey.sealedChunkByteCount,
            tryOpen(sealed, number, isFinal: !isLast, key, &plaintext, at: offset)
        else { return .refused }
        return .openedBefore(isLast ? .truncated : .payloadFailure)
    }

    private static func tryOpen(
        _ sealed: Span<UInt8>, _ number: Int, isFinal: Bool, _ key: Span<UInt8>,
        _ plaintext: inout [UInt8], at offset: Int
    ) -> Bool {
        // A last chunk may be empty only when it is the only one.
        guard sealed.count > PayloadKey.tagByteCount || (isFinal && number == 0) else {
            return false
        }
        do throws(SodiumError) {
            try ChaCha20Poly1305.open(
                sealed, nonce: nonce(number, isFinal: isFinal), key: key, into: &plaintext,
                at: offset)
            return true
        } catch { return false }
    }
}
