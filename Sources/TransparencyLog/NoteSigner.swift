public import Sodium

/// The secret half of a verifier key: signs notes and requests.
///
/// Kept in a file as three lines: `sottovoce/v1 signing-key`, `name <name>`, `seed <hex>`.
public final class NoteSigner: Sendable {
    private static let firstLine = "sottovoce/v1 signing-key"

    /// The public half.
    public let verifierKey: VerifierKey
    /// The Ed25519 key itself.
    public let key: Ed25519PrivateKey

    /// - Throws: `malformedKey` when the name can't stand in a note.
    public init(
        name: String, key: Ed25519PrivateKey, type: SignatureType = .ed25519
    ) throws(NoteError) {
        self.verifierKey = try VerifierKey(name: name, key: key.publicKey, type: type)
        self.key = key
    }

    /// A new random key. Throws `malformedKey` when the name can't stand in a note.
    public convenience init(
        name: String, type: SignatureType = .ed25519
    ) throws(NoteError) {
        try self.init(name: name, key: Ed25519PrivateKey(), type: type)
    }

    /// Reads the file form, which does not say of what type the key is. Throws `malformedKey`.
    public convenience init(
        keyFile: borrowing SecretBytes, type: SignatureType = .ed25519
    ) throws(NoteError) {
        let lines = keyFile.withBytes { bytes in
            (0..<bytes.count).map { bytes[$0] }.split(
                separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        }
        guard lines.count == 4, lines[3].isEmpty, lines[0].elementsEqual(Self.firstLine.utf8),
            let name = Self.value(of: "name ", in: lines[1]),
            let seed = Self.value(of: "seed ", in: lines[2]).flatMap({ Hex.decode($0) })
        else { throw .malformedKey }
        let key: Ed25519PrivateKey
        do throws(SodiumError) {
            key = try Ed25519PrivateKey(seed: SecretBytes(copying: seed))
        } catch {
            throw .malformedKey
        }
        try self.init(name: name, key: key, type: type)
    }

    /// The file form.
    public func keyFile() -> SecretBytes {
        let seed = Hex.encode(key.copySeed().copyOut())
        return SecretBytes(
            copying: [UInt8](
                (Self.firstLine + "\nname " + verifierKey.name + "\nseed " + seed + "\n").utf8))
    }

    private static func value(of label: String, in line: ArraySlice<UInt8>) -> String? {
        guard line.starts(with: label.utf8) else { return nil }
        return String(decoding: [UInt8](line.dropFirst(label.utf8.count)), as: UTF8.self)
    }
}
