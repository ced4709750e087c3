public import Sodium

#if hasFeature(Embedded)
    internal import CXWing
#else
    internal import Crypto
    internal import Foundation
#endif

/// An X-Wing private key, kept as its seed of 32 bytes. Source: draft-connolly-cfrg-xwing-kem-06 §5.
///
/// Natively the expanded key is kept beside it, in swift-crypto's memory, which is neither locked nor wiped:
/// expanding costs as much as a decapsulation, and doing so every time would leave more copies, not fewer.
public struct XWingPrivateKey: ~Copyable, Sendable {
    /// Of a seed: 32 bytes.
    public static let seedByteCount = 32
    /// The public half.
    public let publicKey: XWingPublicKey
    private let seed: SecretBytes
    #if !hasFeature(Embedded)
        private let expanded: XWingMLKEM768X25519.PrivateKey
    #endif

    /// - Parameter seed: 32 bytes, any.
    /// - Throws: `malformedKey` when not 32 bytes.
    public init(seed: consuming SecretBytes) throws(XWingError) {
        guard seed.byteCount == Self.seedByteCount else { throw .malformedKey }
        #if hasFeature(Embedded)
            var key = [UInt8](repeating: 0, count: XWingPublicKey.byteCount)
            let done = seed.withBytes { seed in
                unsafe seed.withUnsafeBufferPointer { unsafe cxwing_public(&key, $0.baseAddress) }
            }
            guard done == 1 else { throw .malformedKey }
            self.publicKey = try XWingPublicKey(key)
        #else
            do {
                let expanded = try seed.withBytes { seed in
                    try unsafe seed.withUnsafeBufferPointer {
                        try unsafe XWingMLKEM768X25519.PrivateKey(
                            seedRepresentation: $0, publicKey: nil)
                    }
                }
                self.publicKey = try XWingPublicKey(
                    [UInt8](expanded.publicKey.rawRepresentation))
                self.expanded = expanded
            } catch { throw .malformedKey }
        #endif
        self.seed = seed
    }

    /// Lends the shared secret (32 bytes) of an encapsulation to `body`.
    ///
    /// A ciphertext made for another key gives another secret, not an error: what is sealed with it tells.
    ///
    /// - Parameter ciphertext: 1,120 bytes: ML-KEM ciphertext (1,088) ‖ X25519 share (32).
    /// - Throws: `malformedCiphertext` for another length or a share of small order.
    public borrowing func withSharedSecret<Result: ~Copyable>(
        of ciphertext: [UInt8], _ body: (Span<UInt8>) -> Result
    ) throws(XWingError) -> Result {
        guard ciphertext.count == XWingPublicKey.ciphertextByteCount else {
            throw .malformedCiphertext
        }
        #if hasFeature(Embedded)
            return try seed.withBytes { (seed: Span<UInt8>) throws(XWingError) -> Result in
                let secret = try SecretBytes(byteCount: XWingPublicKey.sharedSecretByteCount) {
                    (out: inout MutableSpan<UInt8>) throws(XWingError) in
                    let done = unsafe out.withUnsafeMutableBufferPointer { out in
                        unsafe seed.withUnsafeBufferPointer {
                            unsafe cxwing_decap(out.baseAddress, ciphertext, $0.baseAddress)
                        }
                    }
                    guard done == 1 else { throw .malformedCiphertext }
                }
                return secret.withBytes(body)
            }
        #else
            let key: SymmetricKey
            do { key = try expanded.decapsulate(Data(ciphertext)) } catch {
                throw .malformedCiphertext
            }
            return key.withSpan(body)
        #endif
    }

    /// The shared secret of an encapsulation, kept: see `withSharedSecret`.
    public borrowing func decapsulate(_ ciphertext: [UInt8]) throws(XWingError) -> SecretBytes {
        try withSharedSecret(of: ciphertext) { SecretBytes(copying: $0) }
    }

    /// The seed, to be written into a key file.
    public borrowing func copySeed() -> SecretBytes { seed.duplicate() }
}
