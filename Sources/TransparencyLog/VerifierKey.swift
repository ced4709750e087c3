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
    /// The entry does not stand where the proof says.
    case notIncluded
}

/// What a key's signatures are of: two keys of different types never stand in for each other.
///
/// Source: C2SP signed-note, "Signature types".
public enum SignatureType: UInt8, Sendable {
    /// Ed25519 over the note's text.
    case ed25519 = 1
    /// A cosignature: Ed25519 over a time and a checkpoint's text.
    case cosignature = 4
}

/// A note's verifier key: a name, and an Ed25519 public key. Text form `name+keyid+base64`.
///
/// Source: C2SP signed-note, "Verifier keys".
public final class VerifierKey: Sendable, Hashable {
    /// What it signs.
    public let type: SignatureType
    /// No spaces, no plus sign; by habit a host and a path, such as `example.org/root`.
    public let name: String
    /// The first four bytes of SHA-256(name ‖ LF ‖ type ‖ public key), big-endian.
    public let keyID: UInt32
    /// The public half.
    public let key: Ed25519PublicKey

    /// - Throws: `malformedKey` when the name can't stand in a note.
    public init(
        name: String, key: Ed25519PublicKey, type: SignatureType = .ed25519
    ) throws(NoteError) {
        guard Self.isValid(name: name) else { throw .malformedKey }
        self.type = type
        self.name = name
        self.key = key
        self.keyID = Self.identifier(name: name, key: key, type: type)
    }

    /// Reads the text form. Throws `malformedKey`.
    public convenience init(_ text: String) throws(NoteError) {
        let parts = text.parts(between: UInt8(ascii: "+"), maxSplits: 2)
        guard parts.count == 3,
            let bytes = Base64.decode([UInt8](parts[2].utf8)),
            let type = bytes.first.flatMap({ SignatureType(rawValue: $0) }),
            let key = Self.publicKey([UInt8](bytes.dropFirst()))
        else { throw .malformedKey }
        try self.init(name: parts[0], key: key, type: type)
        guard self.text == text else { throw .malformedKey }
    }

    /// The text form.
    public var text: String {
        name + "+" + Hex.encode(bigEndian(keyID)) + "+"
            + Base64.encode([type.rawValue] + key.bytes)
    }

    private static func publicKey(_ bytes: [UInt8]) -> Ed25519PublicKey? {
        do throws(SodiumError) { return try Ed25519PublicKey(bytes) } catch { return nil }
    }

    private static func identifier(
        name: String, key: Ed25519PublicKey, type: SignatureType
    ) -> UInt32 {
        SHA256.hash([UInt8](name.utf8) + [0x0a, type.rawValue] + key.bytes).prefix(4)
            .reduce(0) { $0 << 8 | UInt32($1) }
    }

    static func isValid(name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 255
            && [UInt8](name.utf8).allSatisfy {
                (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "+")
            }
    }

    /// The same name, type and key.
    public static func == (left: VerifierKey, right: VerifierKey) -> Bool {
        left.name == right.name && left.type == right.type && left.key == right.key
    }

    /// Feeds name, type and key.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(type)
        hasher.combine(key.bytes)
    }
}

/// An integer's bytes, the highest first.
package func bigEndian<Number: FixedWidthInteger & UnsignedInteger>(_ number: Number) -> [UInt8] {
    stride(from: Number.bitWidth - 8, through: 0, by: -8).map {
        UInt8(truncatingIfNeeded: number >> Number($0))
    }
}
