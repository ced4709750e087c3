import Foundation
import Sodium
import Testing
import TransparencyLog

/// `Tests/Vectors/tlog`: also verified by Go's x/mod and by the PyPI package aics-tlog.
@Suite struct LogVectorTests {
    static let logKey = "gateway.example/log+786e0fb7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    static let witnessKey =
        "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"

    static func file() throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        return [UInt8](
            try Data(contentsOf: folder.appending(path: "Vectors/tlog/proof.tlog-proof")))
    }

    static func seed(from first: UInt8) -> SecretBytes {
        SecretBytes(copying: (0..<32).map { first + $0 })
    }

    static func entry(_ number: Int) -> [UInt8] {
        SHA256.hash([UInt8]("ciphertext \(number)".utf8))
    }

    @Test func keysComeFromTheirSeeds() throws {
        let log = try NoteSigner(
            name: "gateway.example/log", key: Ed25519PrivateKey(seed: Self.seed(from: 0)))
        let witness = try NoteSigner(
            name: "witness.example/w1", key: Ed25519PrivateKey(seed: Self.seed(from: 0x20)),
            type: .cosignature)
        #expect(log.verifierKey.text == Self.logKey)
        #expect(witness.verifierKey.text == Self.witnessKey)
        #expect(try VerifierKey(Self.witnessKey) == witness.verifierKey)
    }

    @Test func theProofHoldsForItsEntryOnly() throws {
        let proof = try LogProof(parsing: Self.file())
        let log = try VerifierKey(Self.logKey)
        let checkpoint = try proof.verify(entry: Self.entry(1), log: log)
        #expect(checkpoint.head.size == 3)
        // 2026-... is written by nobody: the witness's time is not a day's beginning, so ours refuses it.
        #expect(throws: NoteError.notIncluded) {
            try proof.verify(entry: Self.entry(0), log: log)
        }
        #expect(try proof.bytes == Self.file())
    }

    @Test func theTreeIsTheVectors() throws {
        var edge = TreeEdge()
        for number in 0..<2 { edge.append(leafHash: MerkleTree.leafHash(Self.entry(number))) }
        #expect(
            edge.root == Base64.decode([UInt8]("tVTTkag1snncRuae40ElKCeO0w0qv51pdsU28MD3szk=".utf8))
        )
        let old = edge.root
        let third = MerkleTree.leafHash(Self.entry(2))
        edge.append(leafHash: third)
        #expect(
            third == Base64.decode([UInt8]("TPlKHWKkPV+7dJWKq3wL0JACuqwjZHg+bX6uBHwXhyI=".utf8)))
        #expect(
            ConsistencyProof(oldSize: 2, newSize: 3, hashes: [third])
                .isValid(oldRoot: old, newRoot: edge.root))
    }

    @Test func everyFlippedByteIsRefused() throws {
        let bytes = try Self.file()
        let log = try VerifierKey(Self.logKey)
        let witness = try VerifierKey(Self.witnessKey)
        let whole = try LogProof(parsing: bytes)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            // The witness's line is unknown to who asks for the log's word alone.
            guard let proof = try? LogProof(parsing: changed),
                (try? proof.verify(entry: Self.entry(1), log: log)) != nil
            else { continue }
            #expect(
                proof.checkpoint.signatures(of: witness) != whole.checkpoint.signatures(of: witness)
            )
        }
    }
}

@Suite struct CosignatureTests {
    @Test func aCosignatureIsOfThisTextAndDay() throws {
        let log = try NoteSigner(name: "log.example")
        let cosigner = try NoteSigner(name: "her.example/collector", type: .cosignature)
        let other = try NoteSigner(name: "other.example/collector", type: .cosignature)
        let head = TreeHead(size: 0, root: MerkleTree.emptyRoot)
        var note = try Checkpoint(origin: "log.example", head: head).signed(by: log)
        let day = try #require(Day("2026-11-25"))
        note.cosign(cosigner, day: day)
        let read = try SignedNote(parsing: note.bytes)
        #expect(try read.cosignatureDay(by: cosigner.verifierKey) == day)
        #expect(try Checkpoint.open(read, by: log.verifierKey).head == head)
        #expect(throws: NoteError.missingSignature(name: "other.example/collector")) {
            try read.cosignatureDay(by: other.verifierKey)
        }
        // Eight bytes of time, then the signature: each of them counts.
        let line = try #require(read.signatures(of: cosigner.verifierKey).first)
        for index in line.bytes.indices {
            var bytes = line.bytes
            bytes[index] ^= 1
            var changed = read
            changed.add(SignedNote.Signature(name: line.name, keyID: line.keyID, bytes: bytes))
            #expect(throws: NoteError.badSignature(name: "her.example/collector")) {
                try changed.cosignatureDay(by: cosigner.verifierKey)
            }
        }
    }

    @Test func onlyThreeLinesAreACheckpoint() throws {
        let root = Base64.encode(MerkleTree.emptyRoot)
        #expect(try Checkpoint(text: "a\n0\n\(root)\n").head.size == 0)
        for text in [
            "a\n00\n\(root)\n", "a\n-1\n\(root)\n", "a\n+1\n\(root)\n", "\n0\n\(root)\n",
            "a\n0\n\(root)\nextension\n", "a\n0\n\(root.dropLast(4))\n", "a\n0\n\(root)",
        ] {
            #expect(throws: NoteError.unexpectedText) { try Checkpoint(text: text) }
        }
    }
}
