public import Sodium

/// The key of one file, 16 random bytes; what its stanzas carry. Source: C2SP age.md, file key.
public struct FileKey: ~Copyable, Sendable {
    /// Of a file key: 16 bytes.
    public static let byteCount = 16
    let bytes: SecretBytes

    /// A fresh one.
    public init() { bytes = .random(byteCount: Self.byteCount) }

    /// - Parameter bytes: 16 of them.
    /// - Throws: `headerFailure` for another count.
    public init(_ bytes: consuming SecretBytes) throws(AgeError) {
        guard bytes.byteCount == Self.byteCount else { throw .headerFailure }
        self.bytes = bytes
    }

    /// A stanza's body was checked to hold this many bytes.
    init(copying bytes: Span<UInt8>) {
        precondition(bytes.count == Self.byteCount)
        self.bytes = SecretBytes(copying: bytes)
    }

    /// The key of the payload that starts with `nonce`, 16 bytes.
    public borrowing func payloadKey(nonce: [UInt8]) -> PayloadKey {
        precondition(nonce.count == PayloadKey.nonceByteCount)
        return PayloadKey(HKDFSHA256.derive(bytes, salt: nonce, info: Label.payload))
    }
}
