public import Sodium

/// What is wrong with a note or a key.
public enum NoteError: Error, Equatable {
    /// The bytes are not a signed note: UTF-8 text, an empty line, signature lines.
    case malformedNote
    /// The text is not a verifier key of Ed25519, or its name and key id do not belong together.
    case malformedKey
    /// The note bears a signature under this key's name and id, and it is not valid.
    case badSignature(name: String)
    /// The note bears no signature by this key.
    case missingSignature(name: String)
    /// The note's text is not of the kind asked for.
    case unexpectedText
}

/// A note's verifier key: a name, and an Ed25519 public key. Text form `name+keyid+base64`.
///
/// Source: C2SP signed-note, "Verifier keys", signature type 0x01.
public struct VerifierKey: Sendable, Hashable {
    static let signatureType: UInt8 = 1

    /// No spaces, no plus sign; by habit a host and a path, such as `example.org/root`.
    public let name: String
    /// The first four bytes of SHA-256(name ‖ LF ‖ type ‖ public key), big-endian.
    public let keyID: UInt32
    /// The public half.
    public let key: Ed25519PublicKey

    /// - Throws: `malformedKey` when the name can't stand in a note.
    public init(name: String, key: Ed25519PublicKey) throws(NoteError) {
        guard Self.isValid(name: name) else { throw .malformedKey }
        self.name = name
        self.key = key
        self.keyID = Self.identifier(name: name, key: key)
    }

    /// Reads the text form. Throws `malformedKey`.
    public init(_ text: String) throws(NoteError) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3,
            let bytes = Base64.decode([UInt8](parts[2])), bytes.first == Self.signatureType,
            let key = Self.publicKey([UInt8](bytes.dropFirst()))
        else { throw .malformedKey }
        try self.init(name: String(decoding: [UInt8](parts[0]), as: UTF8.self), key: key)
        guard self.text == text else { throw .malformedKey }
    }

    /// The text form.
    public var text: String {
        name + "+" + Hex.encode(bigEndian(keyID)) + "+"
            + Base64.encode([Self.signatureType] + key.bytes)
    }

    private static func publicKey(_ bytes: [UInt8]) -> Ed25519PublicKey? {
        do throws(SodiumError) { return try Ed25519PublicKey(bytes) } catch { return nil }
    }

    private static func identifier(name: String, key: Ed25519PublicKey) -> UInt32 {
        SHA256.hash([UInt8](name.utf8) + [0x0a, signatureType] + key.bytes).prefix(4)
            .reduce(0) { $0 << 8 | UInt32($1) }
    }

    static func isValid(name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 255
            && name.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "+") }
    }

    /// The same name and the same key.
    public static func == (left: VerifierKey, right: VerifierKey) -> Bool {
        left.name == right.name && left.key == right.key
    }

    /// Feeds name and key.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(key.bytes)
    }
}

/// Four bytes, the highest first.
package func bigEndian(_ number: UInt32) -> [UInt8] {
    [UInt8(number >> 24), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
}
