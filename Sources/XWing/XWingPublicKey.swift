public import Sodium

#if hasFeature(Embedded)
    internal import CXWing
#else
    internal import Crypto
    internal import Foundation
#endif

/// An X-Wing public key. Source: draft-connolly-cfrg-xwing-kem-06 §5.
public struct XWingPublicKey: Sendable, Hashable {
    /// Of a key: 1,216 bytes, ML-KEM-768 (1,184) ‖ X25519 (32).
    public static let byteCount = 1216
    /// Of an encapsulation: 1,120 bytes, ML-KEM ciphertext (1,088) ‖ X25519 share (32).
    public static let ciphertextByteCount = 1120
    /// Of a shared secret: 32 bytes.
    public static let sharedSecretByteCount = 32
    /// The key, 1,216 bytes.
    public let bytes: [UInt8]

    /// Takes any bytes of the right length; ML-KEM's own check comes with the first encapsulation.
    ///
    /// - Throws: `malformedKey` when not 1,216 bytes.
    public init(_ bytes: [UInt8]) throws(XWingError) {
        guard bytes.count == Self.byteCount else { throw .malformedKey }
        self.bytes = bytes
    }

    /// A fresh shared secret and what carries it to the holder of the private key.
    public struct Encapsulated: ~Copyable {
        /// 1,120 bytes, to be sent.
        public let ciphertext: [UInt8]
        /// 32 bytes, to be used once.
        public let sharedSecret: SecretBytes
    }

    /// Makes a shared secret for the holder of the private key.
    ///
    /// - Throws: `malformedKey` when ML-KEM refuses the key (a coefficient out of range) or X25519 does (of
    ///   small order).
    public func encapsulate() throws(XWingError) -> Encapsulated {
        #if hasFeature(Embedded)
            var ciphertext = [UInt8](repeating: 0, count: Self.ciphertextByteCount)
            let secret = try SecretBytes(byteCount: Self.sharedSecretByteCount) {
                (out: inout MutableSpan<UInt8>) throws(XWingError) in
                let done = unsafe out.withUnsafeMutableBufferPointer {
                    unsafe cxwing_encap(&ciphertext, $0.baseAddress, bytes)
                }
                guard done == 1 else { throw .malformedKey }
            }
            return Encapsulated(ciphertext: ciphertext, sharedSecret: secret)
        #else
            do {
                let result = try XWingMLKEM768X25519.PublicKey(rawRepresentation: bytes)
                    .encapsulate()
                let secret = result.sharedSecret.withSpan { SecretBytes(copying: $0) }
                return Encapsulated(
                    ciphertext: [UInt8](result.encapsulated), sharedSecret: secret)
            } catch { throw .malformedKey }
        #endif
    }
}

#if !hasFeature(Embedded)
    extension SymmetricKey {
        /// Lends the key's bytes; swift-crypto wipes them when the key goes.
        func withSpan<Result: ~Copyable>(_ body: (Span<UInt8>) -> Result) -> Result {
            var result: Result?
            unsafe withUnsafeBytes { bytes in result = unsafe body(Span(_unsafeBytes: bytes)) }
            return result!
        }
    }
#endif
