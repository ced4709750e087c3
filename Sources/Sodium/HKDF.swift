internal import CSodium

/// HMAC-SHA-256. Source: RFC 2104, FIPS 180-4.
public enum HMACSHA256 {
    public static let byteCount = 32

    /// - Parameter parts: the message, concatenated.
    public static func authenticate(key: borrowing SecretBytes, parts: [[UInt8]]) -> SecretBytes {
        unsafe SecretBytes.filled(byteCount: byteCount) { out in
            var state = crypto_auth_hmacsha256_state()
            unsafe key.withPointer {
                unsafe _ = crypto_auth_hmacsha256_init(&state, $0, key.byteCount)
            }
            for part in parts {
                unsafe _ = crypto_auth_hmacsha256_update(&state, part, UInt64(part.count))
            }
            unsafe _ = crypto_auth_hmacsha256_final(&state, out)
            unsafe sodium_memzero(&state, MemoryLayout<crypto_auth_hmacsha256_state>.size)
        }
    }
}

/// HKDF over HMAC-SHA-256 (libsodium 1.0.18 has the HMAC, not the HKDF). Source: RFC 5869.
public enum HKDFSHA256 {
    /// Extract, over the concatenation of `parts`.
    public static func extract(salt: borrowing SecretBytes, parts: [[UInt8]]) -> SecretBytes {
        HMACSHA256.authenticate(key: salt, parts: parts)
    }

    /// Expand to at most one block (32 bytes), all that age and HPKE need.
    public static func expand(
        _ pseudorandomKey: borrowing SecretBytes, parts: [[UInt8]], byteCount: Int
    ) -> SecretBytes {
        precondition(byteCount <= HMACSHA256.byteCount)
        let block = HMACSHA256.authenticate(key: pseudorandomKey, parts: parts + [[1]])
        return block.withBytes { block in SecretBytes(copying: block.extracting(0..<byteCount)) }
    }
}
