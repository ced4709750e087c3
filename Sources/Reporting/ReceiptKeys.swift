public import Age
public import Sodium
public import TransparencyLog

/// All a receipt code stands for within one organisation. Source: Docs/protocol.md §2.
public final class ReceiptKeys: Sendable {
    static let passes = 3
    static let memoryByteCount = 64 << 20

    /// Opens replies.
    public let replyIdentity: HybridIdentity
    /// The reporter's half of every thread.
    public let thread: KeyExchangePrivateKey
    private let logTagKey: SecretBytes

    /// Costs one Argon2id of 64 MiB, some 0.15 s.
    ///
    /// - Parameters:
    ///   - entropy: the code's 11 bytes.
    ///   - genesis: the organisation's first root key; another organisation's gives other keys.
    /// - Throws: `outOfMemory`.
    public init(
        entropy: borrowing SecretBytes, genesis: VerifierKey
    ) throws(ReportingError) {
        let salt = SHA256.hash(Labels.receipt + [UInt8](genesis.text.utf8))
            .prefix(Argon2id.saltByteCount)
        let master: SecretBytes
        do throws(SodiumError) {
            master = try Argon2id.derive(
                entropy, salt: [UInt8](salt), passes: Self.passes,
                memoryByteCount: Self.memoryByteCount, byteCount: 32)
        } catch { throw .outOfMemory }
        func subkey(_ id: Int) -> SecretBytes {
            KeyDerivation.derive(from: master, id: id, context: Labels.receiptContext)
        }
        do throws(AgeError) { replyIdentity = try HybridIdentity(seed: subkey(1)) } catch {
            preconditionFailure("a subkey has 32 bytes")
        }
        logTagKey = subkey(2)
        thread = KeyExchangePrivateKey(seed: subkey(3))
    }

    /// The tag by which the reporter knows an envelope of theirs, 16 bytes.
    /// - Parameter hash: SHA-256 of the envelope, 32 bytes.
    public func tag(envelopeHash hash: [UInt8]) -> [UInt8] {
        BLAKE2b.hash(
            key: logTagKey, Labels.tag, hash, byteCount: EnvelopeShape.tagByteCount)
    }
}
