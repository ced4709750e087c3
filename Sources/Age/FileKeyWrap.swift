internal import Sodium

/// Of the body of an X25519 or scrypt stanza: 32 bytes.
private let bodyByteCount = FileKey.byteCount + ChaCha20Poly1305.tagByteCount
/// Fixed, because the key is used once.
private let zeroNonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceByteCount)

/// The body (32 bytes) of a stanza whose key is used once.
func wrap(_ fileKey: borrowing FileKey, with key: borrowing SecretBytes) -> [UInt8] {
    fileKey.bytes.withBytes { fileKey in
        ChaCha20Poly1305.seal(fileKey, nonce: zeroNonce, key: key)
    }
}

/// The file key in such a body, or nil when it was made with another key. Throws `headerFailure` for
/// another length, which is checked before opening, against partitioning oracles.
func unwrap(_ body: [UInt8], with key: borrowing SecretBytes) throws(AgeError) -> FileKey? {
    guard body.count == bodyByteCount else { throw .headerFailure }
    var bytes: [UInt8]
    do throws(SodiumError) {
        bytes = try ChaCha20Poly1305.open(body.span, nonce: zeroNonce, key: key)
    } catch { return nil }
    let secret = SecretBytes(copying: bytes)
    wipe(&bytes)
    return try FileKey(secret)
}
