public import Sodium
internal import XWing

private let hpke = HPKE(kem: 0x647a, info: Label.hybridInfo)

/// Who opens what was sealed to a hybrid recipient: `AGE-SECRET-KEY-PQ-1…`, a seed of 32 bytes.
/// Source: C2SP age.md, mlkem768x25519.
public final class HybridIdentity: Sendable {
    /// Of a seed: 32 bytes.
    public static let seedByteCount = XWingPrivateKey.seedByteCount
    /// The public half.
    public let recipient: HybridRecipient
    private let key: XWingPrivateKey

    /// - Parameter seed: 32 bytes.
    /// - Throws: `malformedIdentity` for another count.
    public init(seed: consuming SecretBytes) throws(AgeError) {
        let key: XWingPrivateKey
        do throws(XWingError) { key = try XWingPrivateKey(seed: seed) } catch {
            throw .malformedIdentity
        }
        self.recipient = HybridRecipient(key.publicKey)
        self.key = key
    }

    /// A fresh one.
    public convenience init() {
        do throws(AgeError) { try self.init(seed: .random(byteCount: Self.seedByteCount)) } catch {
            fatalError("a random seed has the right size")
        }
    }

    /// - Parameter text: `AGE-SECRET-KEY-PQ-1…`, upper case.
    /// - Throws: `malformedIdentity`.
    public convenience init(text: Span<UInt8>) throws(AgeError) {
        guard var seed = Bech32.decode(text, prefix: Label.hybridIdentity) else {
            throw .malformedIdentity
        }
        let secret = SecretBytes(copying: seed)
        wipe(&seed)
        try self.init(seed: secret)
    }

    /// Lends the file key (16 bytes) of the first stanza that is for this identity to `body`; nil, without
    /// calling it, when none is. Throws `lowOrderShare`.
    func open<Result: ~Copyable>(
        _ stanzas: [HybridStanza], _ body: (Span<UInt8>) -> Result
    ) throws(AgeError) -> Result? {
        for stanza in stanzas {
            do throws(XWingError) {
                let opened = try key.withSharedSecret(of: stanza.encapsulated) {
                    hpke.open(stanza.body, sharedSecret: $0, body)
                }
                if let result = opened { return result }
            } catch { throw .lowOrderShare }
        }
        return nil
    }

    /// `AGE-SECRET-KEY-PQ-1…` as ASCII, to be written into an identity file.
    public func text() -> SecretBytes {
        key.copySeed().withBytes { seed in
            var text = Bech32.encode(seed, prefix: Label.hybridIdentity)
            defer { wipe(&text) }
            return SecretBytes(copying: text)
        }
    }
}
