internal import Sodium
public import XWing

/// KEM 0x647a, MLKEM768-X25519. Source: draft-ietf-hpke-pq-03.
private let hpke = HPKE(kem: 0x647a, info: Label.hybridInfo)
private let bodyByteCount = FileKey.byteCount + HPKE.tagByteCount

/// Whom a file is sealed to, post-quantum: `age1pq1…`. Source: C2SP age.md, mlkem768x25519.
public struct HybridRecipient: Sendable, Hashable {
    /// The X-Wing public key.
    public let key: XWingPublicKey

    /// The recipient with this key.
    public init(_ key: XWingPublicKey) { self.key = key }

    /// - Parameter text: `age1pq1…`, lower case.
    /// - Throws: `malformedRecipient`.
    public init(_ text: String) throws(AgeError) {
        guard let bytes = Bech32.decode([UInt8](text.utf8).span, prefix: Label.hybridRecipient)
        else { throw .malformedRecipient }
        do throws(XWingError) { key = try XWingPublicKey(bytes) } catch {
            throw .malformedRecipient
        }
    }

    /// The file key, sealed: an encapsulation (1,120 bytes) as argument and a body of 32 bytes.
    ///
    /// - Throws: `malformedRecipient` when the key is not one ML-KEM accepts.
    func seal(_ fileKey: borrowing FileKey) throws(AgeError) -> Stanza {
        do throws(XWingError) {
            return Self.seal(fileKey, to: try key.encapsulate())
        } catch { throw .malformedRecipient }
    }

    private static func seal(
        _ fileKey: borrowing FileKey, to shared: borrowing XWingPublicKey.Encapsulated
    ) -> Stanza {
        let body = fileKey.bytes.withBytes { fileKey in
            shared.sharedSecret.withBytes { hpke.seal(fileKey, sharedSecret: $0) }
        }
        return Stanza(
            [Label.hybrid, Base64.encode(shared.ciphertext, padded: false)], body: body)
    }

    /// Whether `stanza` is a well-formed one for some hybrid recipient; nobody but the holder of its
    /// identity can tell whose, or whether it opens.
    public static func isStanza(_ stanza: Stanza) -> Bool {
        do throws(AgeError) { return try HybridStanza(stanza) != nil } catch { return false }
    }

    /// `age1pq1…`
    public var text: String {
        String(
            decoding: Bech32.encode(key.bytes.span, prefix: Label.hybridRecipient), as: UTF8.self)
    }
}

/// A stanza for some hybrid identity, decoded once however many identities try it.
struct HybridStanza: Sendable {
    let encapsulated: [UInt8]
    let body: [UInt8]

    /// nil for a stanza of another kind. Throws `headerFailure` for a malformed one.
    init?(_ stanza: Stanza) throws(AgeError) {
        guard stanza.kind == Label.hybrid else { return nil }
        guard stanza.arguments.count == 2 else { throw .headerFailure }
        encapsulated = try stanza.decodedArgument(
            1, byteCount: XWingPublicKey.ciphertextByteCount)
        // Checked before opening, against partitioning oracles.
        guard stanza.body.count == bodyByteCount else { throw .headerFailure }
        body = stanza.body
    }

    static func all(in header: AgeHeader) throws(AgeError) -> [HybridStanza] {
        var found: [HybridStanza] = []
        for stanza in header.stanzas {
            if let stanza = try HybridStanza(stanza) { found.append(stanza) }
        }
        return found
    }
}
