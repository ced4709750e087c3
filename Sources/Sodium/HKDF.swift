internal import CSodium

/// HMAC-SHA-256. Source: RFC 2104, FIPS 180-4.
public enum HMACSHA256 {
    /// Of a code: 32 bytes.
    public static let byteCount = 32

    /// The code of a message, 32 bytes.
    ///
    /// - Parameter key: of any length.
    public static func authenticate(_ message: [UInt8], key: Span<UInt8>) -> [UInt8] {
        unsafe key.withUnsafeBufferPointer { key in
            var state = unsafe HMACState(key: key.baseAddress!, byteCount: key.count)
            state.update(message)
            return unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { out, count in
                unsafe state.finalize(into: out.baseAddress!)
                count = byteCount
            }
        }
    }
}

/// HKDF over HMAC-SHA-256 (libsodium 1.0.18 has the HMAC, not the HKDF). Source: RFC 5869.
public enum HKDFSHA256 {
    /// Extract, then expand to one block (32 bytes), which is all that age needs; lent to `body` and wiped.
    ///
    /// - Parameters:
    ///   - secret: the input keying material, of any length but zero.
    ///   - salt: of any length; an empty one is the standard's default.
    ///   - info: what the key is for.
    public static func withKey<Result: ~Copyable>(
        from secret: Span<UInt8>, salt: [UInt8] = [], info: [UInt8],
        _ body: (Span<UInt8>) -> Result
    ) -> Result {
        unsafe withScratch(byteCount: 64) { scratch in
            var extract = unsafe HMACState(key: salt, byteCount: salt.count)
            unsafe secret.withUnsafeBufferPointer {
                unsafe extract.update($0.baseAddress!, byteCount: $0.count)
            }
            unsafe extract.finalize(into: scratch)
            var expand = unsafe HMACState(key: scratch, byteCount: HMACSHA256.byteCount)
            expand.update(info)
            expand.update([1])
            unsafe expand.finalize(into: scratch + 32)
            return unsafe body(Span(_unsafeStart: scratch + 32, count: 32))
        }
    }

    /// The same key, kept.
    public static func derive(
        _ secret: borrowing SecretBytes, salt: [UInt8] = [], info: [UInt8]
    ) -> SecretBytes {
        secret.withBytes { secret in
            withKey(from: secret, salt: salt, info: info) { SecretBytes(copying: $0) }
        }
    }
}
