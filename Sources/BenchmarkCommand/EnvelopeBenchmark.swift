import Age
import Foundation
import Reporting
import Sodium
import TransparencyLog
import XWing

/// Deriving the keys of a receipt code, against its Argon2id alone.
func measureReceiptCode(_ report: BenchmarkReport) throws {
    let genesis = try NoteSigner(name: "bench.example/root").verifierKey
    let code = ReceiptCode()
    let own = try medianSeconds { _ = try ReceiptKeys(entropy: code.entropy, genesis: genesis) }
    let limit = try medianSeconds {
        _ = try Argon2id.derive(
            code.entropy, salt: [UInt8](repeating: 0, count: 16), passes: 3,
            memoryByteCount: 64 << 20, byteCount: 32)
    }
    try report.add(
        Measurement(
            "receipt code: derive its keys", own * 1000, "ms", peer: "Argon2id alone, ms",
            limit * 1000, atMost: 1.2))
}

/// Sealing and opening one report, against the X-Wing operations that must be done for it.
func measureEnvelopes(_ report: BenchmarkReport) throws {
    let scene = try BenchmarkScene()
    let count = 200
    let sealing = try medianSeconds {
        for _ in 0..<count { _ = try scene.seal() }
    }
    let encapsulating = try medianSeconds {
        for _ in 0..<count {
            // Two recipients are made and thrown away, three are sealed to.
            for _ in 0..<2 { _ = try XWingPrivateKey(seed: .random(byteCount: 32)).publicKey }
            for _ in 0..<3 { _ = try scene.month.recipient.key.encapsulate() }
        }
    }
    try report.add(
        Measurement(
            "seal a report", sealing / Double(count) * 1e6, "µs",
            peer: "its X-Wing operations, µs", encapsulating / Double(count) * 1e6, atMost: 2))

    let envelopes = try (0..<count).map { _ in try scene.seal().bytes }
    let opening = try medianSeconds {
        for envelope in envelopes {
            _ = try OpenedReport.open(envelope, with: [scene.month])
        }
    }
    let decapsulating = try medianSeconds {
        for _ in 0..<count * BenchmarkScene.decapsulationsTried { try scene.decapsulate() }
    }
    try report.add(
        Measurement(
            "open a report", opening / Double(count) * 1e6, "µs",
            peer: "X-Wing decapsulations tried, µs", decapsulating / Double(count) * 1e6,
            atMost: 1.5))
}

/// One reporter and one counsellor.
final class BenchmarkScene: Sendable {
    let month: HybridIdentity
    let thread = KeyExchangePrivateKey(seed: .random(byteCount: 32))
    let raw: XWingPrivateKey
    let encapsulated: [UInt8]
    let keys: ReceiptKeys
    let counsellor: Roster.Counsellor

    init(month: HybridIdentity = HybridIdentity()) throws {
        self.month = month
        raw = try XWingPrivateKey(seed: .random(byteCount: 32))
        encapsulated = try raw.publicKey.encapsulate().ciphertext
        let signer = try NoteSigner(name: "bench.example/root")
        let cosigner = try NoteSigner(name: "bench.example/cosigner", type: .cosignature)
        keys = try ReceiptKeys(entropy: ReceiptCode().entropy, genesis: signer.verifierKey)
        counsellor = Roster.Counsellor(
            id: "intern", name: "Counsellor", role: .internal, languages: [.en],
            request: signer.verifierKey, collector: cosigner.verifierKey,
            imported: cosigner.verifierKey, notes: signer.verifierKey,
            threadKey: thread.publicKey, since: Day(number: 0))
    }

    func seal() throws -> SealedEnvelope {
        try Report(from: keys, addressed: ["intern"], body: String(repeating: "x", count: 2000))
            .sealed(from: keys, to: [Reader(counsellor: counsellor, recipient: month.recipient)])
    }

    func decapsulate() throws { _ = try raw.decapsulate(encapsulated) }

    /// Stanzas tried on average up to the one that opens: it stands anywhere among three.
    static let decapsulationsTried = 2
}
