internal import CSodium

/// What libsodium can refuse.
public enum SodiumError: Error {
    /// The bytes were not made with this key, or were changed since.
    case authenticationFailed
    /// A public key that is not one: of small order, or not on the curve.
    case invalidPublicKey
    /// The system would not give the memory a password hash asks for.
    case outOfMemory
}

/// ChaCha20-Poly1305 with a nonce of 12 bytes and a key of 32. Source: RFC 8439.
public enum ChaCha20Poly1305 {
    public static let keyByteCount = 32
    public static let nonceByteCount = 12
    public static let tagByteCount = 16

    /// The ciphertext followed by its tag of 16 bytes.
    public static func seal(
        _ plaintext: Span<UInt8>, associatedData: [UInt8] = [], nonce: [UInt8],
        key: borrowing SecretBytes
    ) -> [UInt8] {
        precondition(nonce.count == nonceByteCount && key.byteCount == keyByteCount)
        return unsafe [UInt8](unsafeUninitializedCapacity: plaintext.count + tagByteCount) {
            out, count in
            count = plaintext.count + tagByteCount
            unsafe plaintext.withUnsafeBufferPointer { plaintext in
                unsafe key.withPointer { key in
                    unsafe _ = crypto_aead_chacha20poly1305_ietf_encrypt(
                        out.baseAddress!, nil, plaintext.baseAddress, UInt64(plaintext.count),
                        associatedData, UInt64(associatedData.count), nil, nonce, key)
                }
            }
        }
    }

    /// The plaintext of `sealed`, ciphertext ‖ tag. Throws `authenticationFailed`.
    public static func open(
        _ sealed: Span<UInt8>, associatedData: [UInt8] = [], nonce: [UInt8],
        key: borrowing SecretBytes
    ) throws(SodiumError) -> [UInt8] {
        precondition(nonce.count == nonceByteCount && key.byteCount == keyByteCount)
        guard sealed.count >= tagByteCount else { throw .authenticationFailed }
        var plaintext = [UInt8](repeating: 0, count: sealed.count - tagByteCount)
        let code = unsafe sealed.withUnsafeBufferPointer { sealed in
            unsafe key.withPointer { key in
                unsafe crypto_aead_chacha20poly1305_ietf_decrypt(
                    &plaintext, nil, nil, sealed.baseAddress!, UInt64(sealed.count),
                    associatedData, UInt64(associatedData.count), nonce, key)
            }
        }
        guard code == 0 else { throw .authenticationFailed }
        return plaintext
    }
}
