internal import CSodium

/// HPKE in base mode with HKDF-SHA256 and ChaCha20-Poly1305, the first and only message of a context.
///
/// It starts from the shared secret a KEM gives: the KEM itself is XWing's. All secrets between that and
/// the opened message live on the stack and are wiped. Trying a message that is for another costs six
/// short HMACs and no allocation. Source: RFC 9180 §5.1, §5.2, §6.1.
public struct HPKE: Sendable {
    /// By how much a sealed message is longer: 16 bytes.
    public static let tagByteCount = ChaCha20Poly1305.tagByteCount
    private static let version = [UInt8]("HPKE-v1".utf8)

    /// What the schedule feeds HMAC with, all of it public, made once.
    private let secretMessage: [UInt8]
    private let keyMessage: [UInt8]
    private let nonceMessage: [UInt8]

    /// - Parameters:
    ///   - kem: the KEM's number in HPKE's registry.
    ///   - info: what the messages are for, bound into the key.
    public init(kem: UInt16, info: [UInt8]) {
        // KDF 1 (HKDF-SHA256), AEAD 3 (ChaCha20Poly1305).
        let suite = [UInt8]("HPKE".utf8) + [UInt8(kem >> 8), UInt8(kem & 0xff), 0, 1, 0, 3]
        let prefix = Self.version + suite
        let pskHash = Self.extract(prefix + [UInt8]("psk_id_hash".utf8))
        let infoHash = Self.extract(prefix + [UInt8]("info_hash".utf8) + info)
        let context = [0] + pskHash + infoHash  // mode base
        secretMessage = prefix + [UInt8]("secret".utf8)
        keyMessage = [0, 32] + prefix + [UInt8]("key".utf8) + context + [1]
        nonceMessage = [0, 12] + prefix + [UInt8]("base_nonce".utf8) + context + [1]
    }

    /// - Parameters:
    ///   - plaintext: of any length.
    ///   - sharedSecret: the KEM's, used for this message only.
    /// - Returns: ciphertext ‖ tag (16).
    public func seal(_ plaintext: Span<UInt8>, sharedSecret: Span<UInt8>) -> [UInt8] {
        unsafe withKey(sharedSecret) { key, nonce in
            unsafe [UInt8](unsafeUninitializedCapacity: plaintext.count + Self.tagByteCount) {
                out, count in
                count = plaintext.count + Self.tagByteCount
                unsafe plaintext.withUnsafeBufferPointer { plaintext in
                    unsafe _ = crypto_aead_chacha20poly1305_ietf_encrypt(
                        out.baseAddress!, nil, plaintext.baseAddress, UInt64(plaintext.count), nil,
                        0, nil, nonce, key)
                }
            }
        }
    }

    /// Lends the plaintext of ciphertext ‖ tag to `body`, and wipes it; nil, without calling it, when it was
    /// not sealed with this shared secret.
    public func open<Result: ~Copyable>(
        _ sealed: [UInt8], sharedSecret: Span<UInt8>, _ body: (Span<UInt8>) -> Result
    ) -> Result? {
        guard sealed.count >= Self.tagByteCount else { return nil }
        let byteCount = sealed.count - Self.tagByteCount
        return unsafe withKey(sharedSecret) { key, nonce in
            unsafe withScratch(byteCount: max(byteCount, 1)) { out in
                let code = unsafe crypto_aead_chacha20poly1305_ietf_decrypt(
                    out, nil, nil, sealed, UInt64(sealed.count), nil, 0, nonce, key)
                guard code == 0 else { return nil }
                return unsafe body(Span(_unsafeStart: out, count: byteCount))
            }
        }
    }

    /// Lends the AEAD's key (32 bytes) and nonce (12), which the schedule fixes: the key is used once.
    private func withKey<Result: ~Copyable>(
        _ sharedSecret: Span<UInt8>,
        _ body: (UnsafePointer<UInt8>, UnsafePointer<UInt8>) -> Result
    ) -> Result {
        unsafe withScratch(byteCount: 96) { scratch in
            let (secret, key, nonce) = unsafe (scratch, scratch + 32, scratch + 64)
            unsafe sharedSecret.withUnsafeBufferPointer {
                unsafe Self.authenticate($0.baseAddress!, $0.count, secretMessage, into: secret)
            }
            unsafe Self.authenticate(secret, 32, keyMessage, into: key)
            unsafe Self.authenticate(secret, 32, nonceMessage, into: nonce)
            return unsafe body(key, nonce)
        }
    }

    private static func authenticate(
        _ key: UnsafePointer<UInt8>, _ keyByteCount: Int, _ message: [UInt8],
        into out: UnsafeMutablePointer<UInt8>
    ) {
        var state = unsafe HMACState(key: key, byteCount: keyByteCount)
        state.update(message)
        unsafe state.finalize(into: out)
    }

    /// HKDF-Extract with the empty salt, of what is public.
    private static func extract(_ message: [UInt8]) -> [UInt8] {
        var state = unsafe HMACState(key: [], byteCount: 0)
        state.update(message)
        return unsafe [UInt8](unsafeUninitializedCapacity: 32) { out, count in
            unsafe state.finalize(into: out.baseAddress!)
            count = 32
        }
    }
}
