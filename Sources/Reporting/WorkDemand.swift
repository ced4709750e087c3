internal import Sodium

/// What a gateway asks of who posts a report: four lines at most, the same for everyone.
///
/// Source: Docs/protocol.md §9.
public struct WorkDemand: Sendable, Equatable {
    private static let firstLine = "sottovoce/v1 work"
    /// Bytes of the longest one.
    public static let byteLimit = 256
    /// How many of the trees signed last count.
    public static let rootCount = 2

    /// Leading zero bits; nil in calm, when nothing is asked.
    public let difficulty: Int?
    /// The roots that count, the newest first; one or two.
    public let roots: [[UInt8]]

    /// - Parameter roots: one or two, the newest first.
    public init(difficulty: Int?, roots: [[UInt8]]) {
        self.difficulty = difficulty
        self.roots = roots
    }

    /// `sottovoce/v1 work`, `difficulty`, and a line `root` for each.
    public var text: String {
        roots.reduce(
            Self.firstLine + "\ndifficulty " + (difficulty.map { String($0) } ?? "none") + "\n"
        ) { $0 + "root " + Hex.encode($1) + "\n" }
    }

    /// Reads a gateway's answer.
    ///
    /// - Throws: `malformedLine`, also for a difficulty beyond `ProofOfWork.largestDifficulty`.
    public init(parsing bytes: [UInt8]) throws(ReportingError) {
        var lines = try LineReader(bytes[...], punctuation: Lines.sealed)
        try lines.takeFirst(Self.firstLine)
        let asked = try lines.take("difficulty")
        if asked.utf8.elementsEqual("none".utf8) {
            difficulty = nil
        } else {
            guard let bits = Lines.number(asked), (1...ProofOfWork.largestDifficulty).contains(bits)
            else { throw lines.error }
            difficulty = bits
        }
        var roots: [[UInt8]] = []
        while roots.count < Self.rootCount,
            let root = try lines.takeOptional("root", { Hex.decode($0) })
        {
            guard root.count == ProofOfWork.rootByteCount else { throw lines.error }
            roots.append(root)
        }
        try lines.finish()
        guard !roots.isEmpty else { throw lines.error }
        self.roots = roots
    }

    /// Does what is asked; nil where nothing is.
    ///
    /// - Parameters:
    ///   - posted: tag ‖ envelope.
    ///   - tried: called after each try, of which 2^`difficulty` are made on the average.
    /// - Throws: `outOfMemory`.
    public func work(
        for posted: [UInt8], tried: () -> Void = {}
    ) throws(ReportingError) -> ProofOfWork? {
        guard let difficulty, let root = roots.first else { return nil }
        return try ProofOfWork.done(
            for: posted, root: root, difficulty: difficulty, tried: tried)
    }
}
