internal import CSodium

/// An Ed25519 public key. Source: RFC 8032.
public struct Ed25519PublicKey: Sendable, Equatable {
    /// Of a public key.
    public static let byteCount = 32
    /// Of a signature.
    public static let signatureByteCount = 64
    /// 32 bytes.
    public let bytes: [UInt8]

    /// - Throws: `invalidPublicKey` when not 32 bytes.
    public init(_ bytes: [UInt8]) throws(SodiumError) {
        guard bytes.count == Self.byteCount else { throw .invalidPublicKey }
        self.bytes = bytes
    }

    /// Whether `signature` (64 bytes) over `message` was made with this key's secret half.
    public func isValidSignature(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard signature.count == Self.signatureByteCount else { return false }
        return unsafe crypto_sign_verify_detached(
            signature, message, UInt64(message.count), bytes) == 0
    }
}

/// An Ed25519 secret key, kept as its seed of 32 bytes. Sharing the object copies no secret.
public final class Ed25519PrivateKey: Sendable {
    /// Of the seed that is the secret key.
    public static let seedByteCount = 32
    /// What verifies.
    public let publicKey: Ed25519PublicKey
    private let seed: SecretBytes
    private let expanded: SecretBytes

    /// - Parameter seed: 32 bytes.
    public init(seed: consuming SecretBytes) throws(SodiumError) {
        guard seed.byteCount == Self.seedByteCount else { throw .invalidPublicKey }
        var publicBytes = [UInt8](repeating: 0, count: Ed25519PublicKey.byteCount)
        self.expanded = unsafe SecretBytes.filled(byteCount: 64) { out in
            unsafe seed.withPointer { unsafe _ = crypto_sign_seed_keypair(&publicBytes, out, $0) }
        }
        self.publicKey = try Ed25519PublicKey(publicBytes)
        self.seed = seed
    }

    /// A new random key.
    public convenience init() {
        do throws(SodiumError) {
            try self.init(seed: .random(byteCount: Self.seedByteCount))
        } catch { preconditionFailure("a random seed has the right size") }
    }

    /// A signature of 64 bytes. The same message always gives the same signature.
    public func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Ed25519PublicKey.signatureByteCount)
        unsafe expanded.withPointer {
            unsafe _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), $0)
        }
        return signature
    }

    /// The seed, to be written into a key file.
    public func copySeed() -> SecretBytes { seed.duplicate() }
}
