internal import CSodium

/// HMAC-SHA-256. Source: RFC 2104, FIPS 180-4.
public enum HMACSHA256 {
    /// Of a code: 32 bytes.
    public static let byteCount = 32

    /// The code of a message.
    ///
    /// - Parameters:
    ///   - key: of any length.
    ///   - parts: the message, concatenated.
    /// - Returns: 32 bytes.
    public static func authenticate(key: borrowing SecretBytes, parts: [[UInt8]]) -> SecretBytes {
        unsafe SecretBytes.filled(byteCount: byteCount) { out in
            unsafe key.withPointer { keyBytes in
                var state = unsafe HMACState(key: keyBytes, byteCount: key.byteCount)
                for part in parts { state.update(part) }
                unsafe state.finalize(into: out)
            }
        }
    }
}

/// HKDF over HMAC-SHA-256 (libsodium 1.0.18 has the HMAC, not the HKDF). Source: RFC 5869.
public enum HKDFSHA256 {
    /// Extract, then expand to at most one block: all that age needs.
    ///
    /// - Parameters:
    ///   - secret: the input keying material, of any length.
    ///   - salt: of any length; an empty one is the standard's default.
    ///   - info: what the key is for.
    ///   - byteCount: at most 32.
    public static func derive(
        _ secret: borrowing SecretBytes, salt: [UInt8] = [], info: [UInt8], byteCount: Int = 32
    ) -> SecretBytes {
        precondition(byteCount <= HMACSHA256.byteCount)
        return unsafe withScratch(byteCount: 64) { scratch in
            var extract = unsafe HMACState(key: salt, byteCount: salt.count)
            unsafe secret.withPointer {
                unsafe extract.update($0, byteCount: secret.byteCount)
            }
            unsafe extract.finalize(into: scratch)
            var expand = unsafe HMACState(key: scratch, byteCount: HMACSHA256.byteCount)
            expand.update(info)
            expand.update([1])
            unsafe expand.finalize(into: scratch + 32)
            return unsafe SecretBytes.filled(byteCount: byteCount) { out in
                unsafe out.update(from: scratch + 32, count: byteCount)
            }
        }
    }
}
