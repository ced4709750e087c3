import Sodium
import Testing

@testable import Reporting

/// Against nonces that another implementation found: Tests/EndToEnd/proof_of_work.py.
@Suite struct ProofOfWorkTests {
    private let values: [String: String]
    /// Tag ‖ envelope.
    private let posted: [UInt8]
    private let root: [UInt8]

    init() throws {
        values = try VectorFile.values("protocol/log.txt")
        posted =
            try #require(values["tag-E"].flatMap { Hex.decode($0) })
            + (0..<64).flatMap { _ in (0...255).map { UInt8($0) } }
        root = try #require(values["root"].flatMap { Hex.decode($0) })
    }

    private func nonce(difficulty: Int) throws -> UInt64 {
        try #require(values["first-nonce-for-d-\(difficulty)"].flatMap { UInt64($0) })
    }

    @Test(arguments: [0, 3]) func theFirstNonceThatCounts(difficulty: Int) throws {
        var tries = 0
        let work = try ProofOfWork.done(for: posted, root: root, difficulty: difficulty) {
            tries += 1
        }
        #expect(try work == ProofOfWork(nonce: nonce(difficulty: difficulty), root: root))
        let gated = (0...work.nonce).filter {
            ProofOfWork(nonce: $0, root: root).passesGate(for: posted)
        }
        #expect(tries == gated.count && tries > 0)
        #expect(try work.isDone(for: posted, difficulty: difficulty))
    }

    @Test func itIsForOneEnvelopeTagTreeAndDifficulty() throws {
        let work = ProofOfWork(nonce: try nonce(difficulty: 3), root: root)
        for index in [0, 15, 16, posted.count - 1] {
            var other = posted
            other[index] ^= 1
            #expect(try !work.isDone(for: other, difficulty: 3))
        }
        #expect(
            try !ProofOfWork(nonce: work.nonce, root: SHA256.hash(root))
                .isDone(for: posted, difficulty: 3))
        #expect(try !work.isDone(for: posted, difficulty: 7))
        // That of less work passes the gate as well.
        let less = ProofOfWork(nonce: try nonce(difficulty: 0), root: root)
        #expect(try less.passesGate(for: posted) && !less.isDone(for: posted, difficulty: 3))
        // And nothing else does.
        let none = ProofOfWork(nonce: work.nonce + 1, root: root)
        #expect(try !none.passesGate(for: posted) && !none.isDone(for: posted, difficulty: 0))
    }

    @Test func itHasOneForm() throws {
        let text = "0000000000003808 " + Hex.encode(root)
        let work = try #require(ProofOfWork(text))
        #expect(work == ProofOfWork(nonce: 14_344, root: root) && work.text == text)
        #expect(ProofOfWork(nonce: .max, root: root).text.hasPrefix("ffffffffffffffff "))
        for other in [
            "", " ", "3808 " + Hex.encode(root), text + " ", " " + text, text + "0",
            text.uppercased(), "000000000000380g " + Hex.encode(root), text.dropLast(2) + "",
            "0000000000003808  " + Hex.encode(root), text + "\t",
            "00000000000003808 " + Hex.encode(root),
        ] {
            #expect(ProofOfWork(String(other)) == nil, "\(other)")
        }
    }

    @Test func aDemandHasOneForm() throws {
        let other = SHA256.hash(root)
        let lines = "root " + Hex.encode(root) + "\nroot " + Hex.encode(other) + "\n"
        for (asked, difficulty) in [("none", nil), ("1", 1), ("12", 12)] as [(String, Int?)] {
            let text = "sottovoce/v1 work\ndifficulty " + asked + "\n" + lines
            let demand = try WorkDemand(parsing: [UInt8](text.utf8))
            #expect(demand == WorkDemand(difficulty: difficulty, roots: [root, other]))
            #expect(demand.text == text && text.utf8.count <= WorkDemand.byteLimit)
        }
        for text in [
            "", "sottovoce/v1 work\n", "sottovoce/v1 work\ndifficulty 3\n",
            "sottovoce/v1 work\n" + lines, "sottovoce/v2 work\ndifficulty 3\n" + lines,
            "sottovoce/v1 work\ndifficulty 0\n" + lines,
            "sottovoce/v1 work\ndifficulty 13\n" + lines,
            "sottovoce/v1 work\ndifficulty 03\n" + lines,
            "sottovoce/v1 work\ndifficulty 3\n" + lines + "root " + Hex.encode(root) + "\n",
            "sottovoce/v1 work\ndifficulty 3\nroot 00\n",
            "sottovoce/v1 work\ndifficulty 3\n" + lines.dropLast(),
        ] {
            #expect(throws: ReportingError.self, "\(text)") {
                try WorkDemand(parsing: [UInt8](text.utf8))
            }
        }
    }

    @Test func whatIsAskedIsDoneOnTheNewestTree() throws {
        let demand = WorkDemand(difficulty: 3, roots: [root, SHA256.hash(root)])
        let work = try #require(try demand.work(for: posted))
        #expect(try work.root == root && work.isDone(for: posted, difficulty: 3))
        #expect(try WorkDemand(difficulty: nil, roots: [root]).work(for: posted) == nil)
    }
}
