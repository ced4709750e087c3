internal import Sodium

/// A text and the signatures under it. Source: C2SP signed-note.
///
/// Signatures by unknown keys are kept and ignored; a known key whose signature is bad makes the
/// note worthless.
public struct SignedNote: Sendable, Equatable {
    /// One signature line.
    public struct Signature: Sendable, Equatable {
        /// Who claims to have signed.
        public let name: String
        /// Which of that name's keys.
        public let keyID: UInt32
        /// 64 bytes for Ed25519; other types have other lengths.
        public let bytes: [UInt8]

        /// A signature line, proven or not.
        public init(name: String, keyID: UInt32, bytes: [UInt8]) {
            self.name = name
            self.keyID = keyID
            self.bytes = bytes
        }
    }

    /// No more signatures than this are read, so that a note can't cost more than it is worth.
    static let signatureLimit = 100
    private static let dash = [UInt8]("\u{2014} ".utf8)

    /// Whole lines, the last one too ended by LF.
    public let text: String
    /// In the order of the note.
    public private(set) var signatures: [Signature]

    /// Signs a text. Throws `malformedNote` when it isn't whole lines of printable text.
    public init(text: String, signedBy signer: NoteSigner) throws(NoteError) {
        try self.init(text: text)
        add(signer)
    }

    /// A text nobody has signed yet. Throws `malformedNote` when it isn't whole lines of printable text.
    public init(text: String) throws(NoteError) {
        guard Self.isValid([UInt8](text.utf8)) else { throw .malformedNote }
        self.text = text
        self.signatures = []
    }

    /// Reads a note. Throws `malformedNote`.
    public init(parsing bytes: [UInt8]) throws(NoteError) {
        guard let end = Self.lastEmptyLine(bytes), Self.isValid([UInt8](bytes[..<end])),
            bytes.last == 0x0a
        else { throw .malformedNote }
        var signatures: [Signature] = []
        for line in bytes[(end + 1)...].dropLast().split(
            separator: 0x0a, omittingEmptySubsequences: false)
        {
            guard signatures.count < Self.signatureLimit, let signature = Self.signature(line)
            else { throw .malformedNote }
            signatures.append(signature)
        }
        self.text = String(decoding: [UInt8](bytes[..<end]), as: UTF8.self)
        self.signatures = signatures
    }

    /// Adds the signer's signature, in place of one it may already have.
    public mutating func add(_ signer: NoteSigner) {
        precondition(signer.verifierKey.type == .ed25519)
        add(signer.key.sign([UInt8](text.utf8)), by: signer.verifierKey)
    }

    /// Adds a signature, in place of one of the same key.
    mutating func add(_ signature: [UInt8], by key: VerifierKey) {
        add(Signature(name: key.name, keyID: key.keyID, bytes: signature))
    }

    /// Adds a signature line, in place of one of the same name and key id.
    public mutating func add(_ signature: Signature) {
        signatures.removeAll { $0.name == signature.name && $0.keyID == signature.keyID }
        signatures.append(signature)
    }

    /// The signature lines under a key's name and id, proven or not.
    public func signatures(of key: VerifierKey) -> [Signature] {
        signatures.filter { $0.name == key.name && $0.keyID == key.keyID }
    }

    /// Proves that `key`'s holder signed this very text.
    ///
    /// - Throws: `missingSignature`, or `badSignature` when there is one and it is wrong.
    public func verify(_ key: VerifierKey) throws(NoteError) {
        precondition(key.type == .ed25519)
        let own = signatures(of: key)
        guard !own.isEmpty else { throw .missingSignature(name: key.name) }
        let message = [UInt8](text.utf8)
        for signature in own where !key.key.isValidSignature(signature.bytes, for: message) {
            throw .badSignature(name: key.name)
        }
    }

    /// The note as it is stored and served.
    public var bytes: [UInt8] {
        var bytes = [UInt8](text.utf8) + [0x0a]
        for signature in signatures {
            bytes += Self.dash + [UInt8](signature.name.utf8) + [0x20]
            bytes += [UInt8](Base64.encode(bigEndian(signature.keyID) + signature.bytes).utf8)
            bytes.append(0x0a)
        }
        return bytes
    }

    /// The index of the LF that is the last empty line.
    private static func lastEmptyLine(_ bytes: [UInt8]) -> Int? {
        var index = bytes.count - 1
        while index > 0 {
            if bytes[index] == 0x0a, bytes[index - 1] == 0x0a { return index }
            index -= 1
        }
        return nil
    }

    private static func signature(_ line: ArraySlice<UInt8>) -> Signature? {
        guard line.starts(with: dash) else { return nil }
        let parts = line.dropFirst(dash.count).split(
            separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let name = String(decoding: [UInt8](parts[0]), as: UTF8.self)
        guard !name.isEmpty, [UInt8](name.utf8) == [UInt8](parts[0]), !parts[0].contains(0x2b),
            let blob = Base64.decode([UInt8](parts[1])), blob.count > 4
        else { return nil }
        return Signature(
            name: name, keyID: blob.prefix(4).reduce(0) { $0 << 8 | UInt32($1) },
            bytes: [UInt8](blob.dropFirst(4)))
    }

    /// Whole lines of UTF-8 without control characters other than LF.
    private static func isValid(_ bytes: [UInt8]) -> Bool {
        bytes.last == 0x0a && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x0a }
            && [UInt8](String(decoding: bytes, as: UTF8.self).utf8) == bytes
    }
}
