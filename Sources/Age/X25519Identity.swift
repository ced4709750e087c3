public import Sodium

/// Who opens what was sealed to an X25519 recipient: `AGE-SECRET-KEY-1…`, a scalar of 32 bytes.
/// Source: C2SP age.md, X25519.
public final class X25519Identity: Sendable {
    /// Of a scalar: 32 bytes.
    public static let byteCount = X25519.byteCount
    /// The public half.
    public let recipient: X25519Recipient
    private let scalar: SecretBytes

    /// - Parameter scalar: 32 bytes.
    /// - Throws: `malformedIdentity` for another count.
    public init(scalar: consuming SecretBytes) throws(AgeError) {
        guard scalar.byteCount == Self.byteCount else { throw .malformedIdentity }
        self.recipient = X25519Recipient(bytes: X25519.publicKey(of: scalar))
        self.scalar = scalar
    }

    /// A fresh one.
    public convenience init() {
        do throws(AgeError) { try self.init(scalar: .random(byteCount: Self.byteCount)) } catch {
            fatalError("a random scalar has the right size")
        }
    }

    /// - Parameter text: `AGE-SECRET-KEY-1…`, upper case.
    /// - Throws: `malformedIdentity`.
    public convenience init(text: Span<UInt8>) throws(AgeError) {
        guard var scalar = Bech32.decode(text, prefix: Label.x25519Identity) else {
            throw .malformedIdentity
        }
        let secret = SecretBytes(copying: scalar)
        wipe(&scalar)
        try self.init(scalar: secret)
    }

    /// The file key of the first stanza that is for this identity, or nil.
    ///
    /// - Throws: `headerFailure`, `lowOrderShare`.
    func open(_ header: AgeHeader) throws(AgeError) -> FileKey? {
        for stanza in header.stanzas where stanza.kind == Label.x25519 {
            guard stanza.arguments.count == 2 else { throw .headerFailure }
            let share = try stanza.decodedArgument(1, byteCount: X25519.byteCount)
            let key: SecretBytes
            do throws(SodiumError) {
                key = try wrapKey(scalar, peer: share, share: share, recipient: recipient.bytes)
            } catch { throw .lowOrderShare }
            if let fileKey = try unwrap(stanza.body, with: key) { return fileKey }
        }
        return nil
    }

    /// `AGE-SECRET-KEY-1…` as ASCII, to be written into an identity file.
    public func text() -> SecretBytes {
        scalar.withBytes { scalar in
            var text = Bech32.encode(scalar, prefix: Label.x25519Identity)
            defer { wipe(&text) }
            return SecretBytes(copying: text)
        }
    }
}
