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
    /// Of a key: 32 bytes.
    public static let keyByteCount = 32
    /// Of a nonce: 12 bytes.
    public static let nonceByteCount = 12
    /// Of the tag at the end: 16 bytes.
    public static let tagByteCount = 16

    /// The ciphertext followed by its tag of 16 bytes.
    public static func seal(
        _ plaintext: Span<UInt8>, associatedData: [UInt8] = [], nonce: [UInt8],
        key: borrowing SecretBytes
    ) -> [UInt8] {
        var sealed = [UInt8](repeating: 0, count: plaintext.count + tagByteCount)
        key.withBytes {
            seal(
                plaintext, associatedData: associatedData, nonce: nonce, key: $0, into: &sealed,
                at: 0)
        }
        return sealed
    }

    /// The same, over the bytes of `sealed` from `offset` on, which must be there already.
    public static func seal(
        _ plaintext: Span<UInt8>, associatedData: [UInt8] = [], nonce: [UInt8],
        key: Span<UInt8>, into sealed: inout [UInt8], at offset: Int
    ) {
        precondition(nonce.count == nonceByteCount && key.count == keyByteCount)
        precondition(offset >= 0 && sealed.count - offset >= plaintext.count + tagByteCount)
        unsafe sealed.withUnsafeMutableBufferPointer { out in
            unsafe plaintext.withUnsafeBufferPointer { plaintext in
                unsafe key.withUnsafeBufferPointer { key in
                    unsafe _ = crypto_aead_chacha20poly1305_ietf_encrypt(
                        out.baseAddress! + offset, nil, plaintext.baseAddress,
                        UInt64(plaintext.count), associatedData, UInt64(associatedData.count), nil,
                        nonce, key.baseAddress!)
                }
            }
        }
    }

    /// The plaintext of `sealed`, ciphertext ‖ tag. Throws `authenticationFailed`.
    public static func open(
        _ sealed: Span<UInt8>, associatedData: [UInt8] = [], nonce: [UInt8],
        key: borrowing SecretBytes
    ) throws(SodiumError) -> [UInt8] {
        guard sealed.count >= tagByteCount else { throw .authenticationFailed }
        var plaintext = [UInt8](repeating: 0, count: sealed.count - tagByteCount)
        try key.withBytes { (key: Span<UInt8>) throws(SodiumError) in
            try open(
                sealed, associatedData: associatedData, nonce: nonce, key: key, into: &plaintext,
                at: 0)
        }
        return plaintext
    }

    /// The same, over the bytes of `plaintext` from `offset` on, which must be there already; they are
    /// zeros after a refusal.
    public static func open(
        _ sealed: Span<UInt8>, associatedData: [UInt8] = [], nonce: [UInt8],
        key: Span<UInt8>, into plaintext: inout [UInt8], at offset: Int
    ) throws(SodiumError) {
        precondition(nonce.count == nonceByteCount && key.count == keyByteCount)
        guard sealed.count >= tagByteCount else { throw .authenticationFailed }
        precondition(offset >= 0 && plaintext.count - offset >= sealed.count - tagByteCount)
        let code = unsafe plaintext.withUnsafeMutableBufferPointer { out in
            unsafe sealed.withUnsafeBufferPointer { sealed in
                unsafe key.withUnsafeBufferPointer { key in
                    unsafe crypto_aead_chacha20poly1305_ietf_decrypt(
                        out.baseAddress.map { unsafe $0 + offset }, nil, nil, sealed.baseAddress!,
                        UInt64(sealed.count), associatedData, UInt64(associatedData.count), nonce,
                        key.baseAddress!)
                }
            }
        }
        guard code == 0 else { throw .authenticationFailed }
    }
}
