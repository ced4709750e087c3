internal import CSodium

/// Argon2id, version 1.3, one lane. Source: RFC 9106; libsodium crypto_pwhash.
public enum Argon2id {
    /// Of a salt.
    public static let saltByteCount = 16

    /// - Parameters:
    ///   - salt: 16 bytes.
    ///   - passes: t.
    ///   - memoryByteCount: m, in bytes.
    /// - Throws: `outOfMemory`.
    public static func derive(
        _ password: borrowing SecretBytes, salt: [UInt8], passes: Int, memoryByteCount: Int,
        byteCount: Int
    ) throws(SodiumError) -> SecretBytes {
        precondition(salt.count == saltByteCount)
        var code: Int32 = 0
        let key = unsafe SecretBytes.filled(byteCount: byteCount) { out in
            password.withBytes { password in
                unsafe password.withUnsafeBytes { bytes in
                    code = unsafe crypto_pwhash(
                        out, UInt64(byteCount),
                        bytes.baseAddress!.assumingMemoryBound(to: CChar.self),
                        UInt64(bytes.count), salt, UInt64(passes), memoryByteCount,
                        crypto_pwhash_alg_argon2id13())
                }
            }
        }
        guard code == 0 else { throw .outOfMemory }
        return key
    }
}

/// scrypt with r = 8 and p = 1, as age has it. Source: RFC 7914.
public enum Scrypt {
    /// - Parameter logN: the work factor's base-two logarithm; each step doubles time and memory
    ///   (logN 18: 256 MiB).
    /// - Throws: `outOfMemory`.
    public static func derive(
        _ password: borrowing SecretBytes, salt: [UInt8], logN: Int, byteCount: Int
    ) throws(SodiumError) -> SecretBytes {
        precondition((1...40).contains(logN))
        var code: Int32 = 0
        let key = unsafe SecretBytes.filled(byteCount: byteCount) { out in
            unsafe password.withPointer {
                code = unsafe crypto_pwhash_scryptsalsa208sha256_ll(
                    $0, password.byteCount, salt, salt.count, UInt64(1) << UInt64(logN), 8, 1, out,
                    byteCount)
            }
        }
        guard code == 0 else { throw .outOfMemory }
        return key
    }
}
