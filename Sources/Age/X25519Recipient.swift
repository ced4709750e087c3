internal import Sodium

/// Whom a file is sealed to with X25519 alone: `age1…`. Source: C2SP age.md, X25519.
///
/// It does not protect against who records now and has a quantum computer later.
public struct X25519Recipient: Sendable, Hashable {
    /// Of a public key: 32 bytes.
    public static let byteCount = X25519.byteCount
    /// The public key, 32 bytes.
    public let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter text: `age1…`, lower case.
    /// - Throws: `malformedRecipient`.
    public init(_ text: String) throws(AgeError) {
        guard let bytes = Bech32.decode([UInt8](text.utf8).span, prefix: Label.x25519Recipient),
            bytes.count == Self.byteCount
        else { throw .malformedRecipient }
        self.bytes = bytes
    }

    /// The file key, sealed: an ephemeral share (32 bytes) as argument and a body of 32 bytes.
    ///
    /// - Throws: `malformedRecipient` when the key is of small order.
    func seal(_ fileKey: borrowing FileKey) throws(AgeError) -> Stanza {
        let ephemeral = SecretBytes.random(byteCount: X25519.byteCount)
        let share = X25519.publicKey(of: ephemeral)
        let key: SecretBytes
        do throws(SodiumError) {
            key = try wrapKey(ephemeral, peer: bytes, share: share, recipient: bytes)
        } catch { throw .malformedRecipient }
        return Stanza(
            [Label.x25519, Base64.encode(share, padded: false)], body: wrap(fileKey, with: key))
    }

    /// `age1…`
    public var text: String {
        String(decoding: Bech32.encode(bytes.span, prefix: Label.x25519Recipient), as: UTF8.self)
    }
}

/// Both sides' key, bound to share and recipient. Throws `invalidPublicKey` for a peer of small order.
func wrapKey(
    _ scalar: borrowing SecretBytes, peer: [UInt8], share: [UInt8], recipient: [UInt8]
) throws(SodiumError) -> SecretBytes {
    HKDFSHA256.derive(
        try X25519.sharedSecret(scalar, peer), salt: share + recipient, info: Label.x25519Info)
}
