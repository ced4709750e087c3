internal import Sodium

/// A log's word about its tree: a note of three lines, origin, size and root.
///
/// Source: C2SP tlog-checkpoint. Extension lines are not used here and refused.
public struct Checkpoint: Sendable, Hashable {
    /// The log's name.
    public let origin: String
    /// Size and root.
    public let head: TreeHead

    /// A checkpoint not yet signed.
    public init(origin: String, head: TreeHead) {
        self.origin = origin
        self.head = head
    }

    /// What is signed.
    public var text: String {
        origin + "\n" + String(head.size) + "\n" + Base64.encode(head.root) + "\n"
    }

    /// The signed note. Throws `malformedNote` when the origin can't stand in a note.
    public func signed(by signer: NoteSigner) throws(NoteError) -> SignedNote {
        try SignedNote(text: text, signedBy: signer)
    }

    /// Reads a checkpoint's text. Throws `unexpectedText`.
    public init(text: String) throws(NoteError) {
        let lines = text.parts(between: 0x0a)
        guard lines.count == 4, !lines[0].isEmpty, let size = decimal(lines[1], atMost: 19),
            let root = Base64.decode([UInt8](lines[2].utf8)),
            root.count == MerkleTree.hashByteCount
        else { throw .unexpectedText }
        self.init(origin: lines[0], head: TreeHead(size: size, root: root))
        // One text for each meaning: no leading zeros, nothing after the root.
        guard self.text == text else { throw .unexpectedText }
    }

    /// Reads a checkpoint after checking that the log signed it; its origin is the key's name.
    ///
    /// It proves that the log said so, not that it says the same to everyone.
    /// - Throws: `missingSignature`, `badSignature`, `unexpectedText`.
    public static func open(
        _ note: SignedNote, by log: VerifierKey
    ) throws(NoteError) -> Checkpoint {
        try note.verify(log)
        let checkpoint = try Checkpoint(text: note.text)
        guard checkpoint.origin == log.name else { throw .unexpectedText }
        return checkpoint
    }
}
