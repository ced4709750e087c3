internal import Sodium

/// A `.tlog-proof` file: that an entry stands in a tree whose head is signed and cosigned.
///
/// It needs no network to be checked. Source: C2SP tlog-proof.
public struct LogProof: Sendable, Equatable {
    private static let firstLine = "c2sp.org/tlog-proof@v1"
    /// Larger files are refused unread, in bytes.
    public static let largest = 1 << 16

    /// Anything, not authenticated: here the entry itself, 49 bytes.
    public let extra: [UInt8]?
    /// Where the entry stands, with the hashes that prove it.
    public let inclusion: InclusionProof
    /// The signed and cosigned checkpoint.
    public let checkpoint: SignedNote

    /// - Parameter checkpoint: of the tree the proof is in.
    public init(extra: [UInt8]?, inclusion: InclusionProof, checkpoint: SignedNote) {
        self.extra = extra
        self.inclusion = inclusion
        self.checkpoint = checkpoint
    }

    /// The file.
    public var bytes: [UInt8] {
        var text = Self.firstLine + "\n"
        if let extra { text += "extra " + Base64.encode(extra) + "\n" }
        text += "index " + String(inclusion.index) + "\n"
        for hash in inclusion.hashes { text += Base64.encode(hash) + "\n" }
        return [UInt8]((text + "\n").utf8) + checkpoint.bytes
    }

    /// Reads a file. Throws `malformedNote`, `unexpectedText`.
    public init(parsing bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= Self.largest,
            let end = (1..<max(bytes.count, 1)).first(where: {
                bytes[$0] == 0x0a && bytes[$0 - 1] == 0x0a
            })
        else { throw .malformedNote }
        var lines = bytes[..<(end - 1)].split(separator: 0x0a, omittingEmptySubsequences: false)[
            ...]
        guard lines.popFirst().map({ $0.elementsEqual(Self.firstLine.utf8) }) == true else {
            throw .unexpectedText
        }
        if let line = lines.first, line.starts(with: "extra ".utf8) {
            guard let extra = Base64.decode([UInt8](line.dropFirst(6))) else {
                throw .unexpectedText
            }
            self.extra = extra
            lines.removeFirst()
        } else {
            extra = nil
        }
        guard let line = lines.popFirst(), line.starts(with: "index ".utf8),
            let index = Int(String(decoding: [UInt8](line.dropFirst(6)), as: UTF8.self)), index >= 0
        else { throw .unexpectedText }
        var hashes: [[UInt8]] = []
        for line in lines {
            guard let hash = Base64.decode([UInt8](line)), hash.count == MerkleTree.hashByteCount
            else { throw .unexpectedText }
            hashes.append(hash)
        }
        checkpoint = try SignedNote(parsing: [UInt8](bytes[(end + 1)...]))
        let size = try Checkpoint(text: checkpoint.text).head.size
        inclusion = InclusionProof(index: index, size: size, hashes: hashes)
        guard self.bytes == bytes else { throw .unexpectedText }
    }

    /// Proves that an entry stands in the tree whose checkpoint the log signed.
    ///
    /// Cosignatures are the caller's to check: `checkpoint.cosignatureDay(by:)`.
    /// - Returns: the checkpoint.
    /// - Throws: `missingSignature`, `badSignature`, `unexpectedText`; `notIncluded`.
    public func verify(
        entry: [UInt8], log: VerifierKey
    ) throws(NoteError) -> Checkpoint {
        let opened = try Checkpoint.open(checkpoint, by: log)
        guard
            inclusion.isValid(leafHash: MerkleTree.leafHash(entry), root: opened.head.root)
        else { throw .notIncluded }
        return opened
    }
}
