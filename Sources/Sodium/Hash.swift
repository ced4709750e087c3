internal import CSodium

/// SHA-256. Source: FIPS 180-4.
public struct SHA256 {
    /// Of a digest.
    public static let byteCount = 32
    private var state = crypto_hash_sha256_state()

    /// Before any byte.
    public init() { unsafe _ = crypto_hash_sha256_init(&state) }

    /// Takes the next bytes of the message.
    public mutating func update(_ bytes: [UInt8]) {
        unsafe _ = crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    /// The digest, 32 bytes. The state is spent.
    public mutating func finalize() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Self.byteCount)
        unsafe _ = crypto_hash_sha256_final(&state, &digest)
        return digest
    }

    /// The digest of a whole message, 32 bytes.
    public static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: byteCount)
        unsafe _ = crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }
}

/// BLAKE2b with a key of 32 bytes: libsodium's crypto_generichash. Source: RFC 7693.
public enum BLAKE2b {
    /// The digest.
    ///
    /// - Parameters:
    ///   - key: 32 bytes.
    ///   - parts: the message, concatenated.
    ///   - byteCount: of the digest, 16 to 64.
    public static func hash(
        key: borrowing SecretBytes, _ parts: [UInt8]..., byteCount: Int
    ) -> [UInt8] {
        key.withBytes { hash(key: $0, joining: parts, byteCount: byteCount) }
    }

    static func hash(key: Span<UInt8>, joining parts: [[UInt8]], byteCount: Int) -> [UInt8] {
        precondition(key.count == 32 && (16...64).contains(byteCount))
        var message: [UInt8] = []
        message.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts { message += part }
        var digest = [UInt8](repeating: 0, count: byteCount)
        unsafe key.withUnsafeBufferPointer {
            unsafe _ = crypto_generichash(
                &digest, byteCount, message, UInt64(message.count), $0.baseAddress!, $0.count)
        }
        return digest
    }
}
