internal import Sodium
internal import TransparencyLog

/// Work done for one envelope, so that a flood costs its sender and a single report nearly nothing.
///
/// A nonce counts when it passes the gate, 12 leading zero bits of a SHA-256, and when Argon2id (t = 1,
/// m = 1 MiB, p = 1) of the same bytes has the leading zero bits that are asked. The gate lets who checks
/// throw most false nonces away for one hash. Source: Docs/protocol.md §9.
public struct ProofOfWork: Sendable, Equatable {
    /// The most leading zero bits that are ever asked, or worked for: 4,096 times the memory-hard step.
    public static let largestDifficulty = 12
    /// Bytes of a tree's root.
    static let rootByteCount = 32

    private static let gateBits = 12
    private static let memoryByteCount = 1 << 20
    private static let nonceByteCount = 8

    /// What was found.
    public let nonce: UInt64
    /// The tree that it was worked on: no work can be done long before it is needed.
    public let root: [UInt8]

    init(nonce: UInt64, root: [UInt8]) {
        self.nonce = nonce
        self.root = root
    }

    /// Reads what a request bears; nil for any other form than `text` has.
    public init?(_ text: String) {
        let parts = text.parts(between: UInt8(ascii: " "))
        guard parts.count == 2,
            let nonce = Hex.decode(parts[0]), let root = Hex.decode(parts[1]),
            nonce.count == Self.nonceByteCount, root.count == Self.rootByteCount
        else { return nil }
        self.init(nonce: nonce.reduce(0) { $0 << 8 | UInt64($1) }, root: root)
    }

    /// `<nonce> <root>`, 16 and 64 hexadecimal digits.
    public var text: String { Hex.encode(Self.bytes(of: nonce)) + " " + Hex.encode(root) }

    /// Works until something is found: on the average 2^`difficulty` times the memory-hard step.
    ///
    /// - Parameters:
    ///   - posted: tag ‖ envelope.
    ///   - tried: called after each memory-hard step.
    /// - Throws: `outOfMemory`.
    public static func done(
        for posted: [UInt8], root: [UInt8], difficulty: Int, tried: () -> Void = {}
    ) throws(ReportingError) -> ProofOfWork {
        let salt = salt(root)
        var input = input(for: posted, nonce: 0)
        var nonce: UInt64 = 0
        while true {
            if passesGate(input) {
                let bits = try hardBits(input, salt: salt)
                tried()
                if bits >= difficulty { return ProofOfWork(nonce: nonce, root: root) }
            }
            nonce += 1
            for index in input.indices.suffix(nonceByteCount).reversed() {
                input[index] &+= 1
                if input[index] != 0 { break }
            }
        }
    }

    /// Whether it passes the gate: one hash of what was posted, and one more.
    ///
    /// - Parameter posted: tag ‖ envelope.
    public func passesGate(for posted: [UInt8]) -> Bool {
        Self.passesGate(Self.input(for: posted, nonce: nonce))
    }

    /// Whether it is work for this envelope, and enough.
    ///
    /// That `root` is one that counts is for the caller.
    /// - Parameter posted: tag ‖ envelope.
    /// - Throws: `outOfMemory`.
    public func isDone(
        for posted: [UInt8], difficulty: Int
    ) throws(ReportingError) -> Bool {
        let input = Self.input(for: posted, nonce: nonce)
        guard Self.passesGate(input) else { return false }
        return try Self.hardBits(input, salt: Self.salt(root)) >= difficulty
    }

    private static func input(for posted: [UInt8], nonce: UInt64) -> [UInt8] {
        SHA256.hash(posted) + bytes(of: nonce)
    }

    private static func salt(_ root: [UInt8]) -> [UInt8] {
        [UInt8](SHA256.hash(Labels.work + root).prefix(Argon2id.saltByteCount))
    }

    private static func passesGate(_ input: [UInt8]) -> Bool {
        leadingZeroBits(of: SHA256.hash(input)) >= gateBits
    }

    private static func hardBits(
        _ input: [UInt8], salt: [UInt8]
    ) throws(ReportingError) -> Int {
        do throws(SodiumError) {
            return leadingZeroBits(
                of: try Argon2id.derive(
                    SecretBytes(copying: input), salt: salt, passes: 1,
                    memoryByteCount: memoryByteCount, byteCount: 32
                ).copyOut())
        } catch { throw .outOfMemory }
    }

    private static func leadingZeroBits(of bytes: [UInt8]) -> Int {
        var count = 0
        for byte in bytes {
            count += byte.leadingZeroBitCount
            if byte != 0 { break }
        }
        return count
    }

    /// Big-endian.
    private static func bytes(of nonce: UInt64) -> [UInt8] {
        (0..<nonceByteCount).map { UInt8(truncatingIfNeeded: nonce >> UInt64(56 - 8 * $0)) }
    }
}
