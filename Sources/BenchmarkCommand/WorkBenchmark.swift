import Gateway
import Reporting
import Sodium
import TransparencyLog

/// Work for a busy gateway: what checking it costs the gateway, against the Argon2id in it; what false work costs; and
/// what the most that is asked costs a sender here, in the mean. The aim of that, 1 s, leaves a phone with a quarter of
/// the speed, in a browser, well under 20 s.
func measureWork(_ report: BenchmarkReport) throws {
    let root = SHA256.hash([])
    let posted = randomBytes(LogEntry.tagByteCount + EnvelopeShape.reportByteCount)
    let count = 200
    let work = try ProofOfWork.done(for: posted, root: root, difficulty: 1)
    let checking = try medianSeconds {
        for _ in 0..<count { _ = try work.isDone(for: posted, difficulty: 1) }
    }
    let input = SecretBytes(copying: randomBytes(40))
    let salt = randomBytes(Argon2id.saltByteCount)
    let hashing = try medianSeconds {
        for _ in 0..<count {
            _ = try Argon2id.derive(
                input, salt: salt, passes: 1, memoryByteCount: 1 << 20, byteCount: 32)
        }
    }
    try report.add(
        Measurement(
            "work: check it", checking / Double(count) * 1e3, "ms", peer: "its Argon2id, ms",
            hashing / Double(count) * 1e3, atMost: 1.3))

    guard let none = ProofOfWork(Hex.encode(randomBytes(8)) + " " + Hex.encode(root)) else {
        preconditionFailure("8 and 32 bytes are work")
    }
    let gate = medianSeconds {
        for _ in 0..<count { _ = none.passesGate(for: posted) }
    }
    try report.add(
        Measurement(
            "work: stop false work at the gate", gate / Double(count) * 1e3, "ms",
            peer: "checking it, ms", checking / Double(count) * 1e3, atMost: 0.2))

    let difficulty = WorkRules().largestDifficulty
    let times = 16
    let working = try medianSeconds(runs: 1) {
        for _ in 0..<times {
            _ = try ProofOfWork.done(
                for: randomBytes(posted.count), root: root, difficulty: difficulty)
        }
    }
    try report.add(
        Measurement(
            "work: do the most asked, \(difficulty) bits", working / Double(times), "s",
            peer: "aim in s", 1, atMost: 1))
}
