/// Up to 256 neighbouring hashes of one level of the tree, or the entries under them.
///
/// Level 0 has the leaf hashes; each hash of a level above is the root of a full tile of the one
/// below. Source: C2SP tlog-tiles.
public struct Tile: Sendable, Hashable {
    /// What a tile holds.
    public enum Content: Sendable, Hashable {
        /// Hashes of a level, 0 to 7.
        case hashes(level: Int)
        /// The log's entries, each after its length.
        case entries
    }

    /// Of a full tile.
    public static let fullWidth = 256
    /// Trees here have less than 2^63 entries: levels 0 to 7.
    public static let levelCount = 8
    static let heightOfLevel = 8

    /// What it holds.
    public let content: Content
    /// Its place in its level, from 0.
    public let number: Int
    /// How many it holds, 1 to 256.
    public let width: Int

    /// - Parameter width: 1 to 256.
    public init(_ content: Content, number: Int, width: Int) {
        precondition(number >= 0 && (1...Self.fullWidth).contains(width))
        self.content = content
        self.number = number
        self.width = width
    }

    /// The tile of this number as a tree of `size` entries has it; nil when it has none.
    public init?(_ content: Content, number: Int, inTreeOfSize size: Int) {
        let level = if case .hashes(let level) = content { level } else { 0 }
        let count = size >> (Self.heightOfLevel * level)
        let width = Swift.min(Self.fullWidth, count - number * Self.fullWidth)
        guard number >= 0, width > 0 else { return nil }
        self.init(content, number: number, width: width)
    }

    /// As served.
    public var byteCount: Int {
        switch content {
        case .hashes: width * MerkleTree.hashByteCount
        case .entries: width * (2 + LogEntry.byteCount)
        }
    }

    /// Reads what stands after `/tile/`, such as `0/x001/x234/067.p/12` or `entries/000`.
    public init?(path: String) {
        var parts = path.parts(between: UInt8(ascii: "/")).map { [UInt8]($0.utf8) }[...]
        guard let kind = parts.popFirst().map({ String(decoding: $0, as: UTF8.self) }) else {
            return nil
        }
        if kind == "entries" {
            content = .entries
        } else {
            guard let level = decimal(kind), level < Self.levelCount, kind.utf8.count == 1 else {
                return nil
            }
            content = .hashes(level: level)
        }
        var width = Self.fullWidth
        if parts.count >= 2, let before = parts.dropLast().last, before.suffix(2) == Self.partial,
            let digits = parts.last
        {
            guard let given = decimal(String(decoding: digits, as: UTF8.self)),
                (1..<Self.fullWidth).contains(given),
                digits.first != UInt8(ascii: "0")
            else { return nil }
            width = given
            parts.removeLast()
            parts[parts.endIndex - 1] = before.dropLast(2)
        }
        guard let number = Self.number(parts) else { return nil }
        self.number = number
        self.width = width
    }

    /// What stands after `/tile/`.
    public var path: String {
        let kind = if case .hashes(let level) = content { String(level) } else { "entries" }
        var digits = String(number)
        while digits.utf8.count % 3 != 0 { digits = "0" + digits }
        var path = kind
        var rest = [UInt8](digits.utf8)[...]
        while !rest.isEmpty {
            path += rest.count > 3 ? "/x" : "/"
            path += String(decoding: [UInt8](rest.prefix(3)), as: UTF8.self)
            rest = rest.dropFirst(3)
        }
        return width == Self.fullWidth ? path : path + ".p/" + String(width)
    }

    private static let partial: ArraySlice<UInt8> = [UInt8](".p".utf8)[...]

    /// `x001`, `x234`, `067` is 1,234,067; nil for anything else.
    private static func number(_ parts: ArraySlice<[UInt8]>) -> Int? {
        guard (1...4).contains(parts.count), var last = parts.last else { return nil }
        var digits: [UInt8] = []
        for part in parts.dropLast() {
            guard part.count == 4, part[0] == UInt8(ascii: "x") else { return nil }
            digits += part.dropFirst()
        }
        guard last.count == 3 else { return nil }
        last = digits + last
        // No group of zeros alone in front.
        guard parts.count == 1 || !last.prefix(3).allSatisfy({ $0 == UInt8(ascii: "0") }) else {
            return nil
        }
        var value = 0
        for digit in last {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}

extension Tile {
    /// Where the root of a perfect subtree is found: the tile, and the hashes in it that lie under the
    /// root.
    ///
    /// - Parameter size: of a tree that has the whole subtree.
    public static func holding(
        height: Int, index: Int, inTreeOfSize size: Int
    ) -> (tile: Tile, hashes: Range<Int>) {
        let level = height / heightOfLevel
        let inside = height % heightOfLevel
        let first = index << inside
        guard
            let tile = Tile(
                .hashes(level: level), number: first / fullWidth, inTreeOfSize: size)
        else { preconditionFailure("the tree has the subtree") }
        let start = first % fullWidth
        return (tile, start..<start + 1 << inside)
    }

    /// The root of 2^k neighbouring hashes, 32 bytes each; nil when the bytes have not all of them.
    public static func root(of hashes: Range<Int>, in bytes: [UInt8]) -> [UInt8]? {
        let count = MerkleTree.hashByteCount
        guard hashes.count.nonzeroBitCount == 1, hashes.upperBound * count <= bytes.count else {
            return nil
        }
        var row = hashes.map { [UInt8](bytes[$0 * count..<($0 + 1) * count]) }
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map {
                MerkleTree.nodeHash(row[$0], row[$0 + 1])
            }
        }
        return row[0]
    }
}

/// The entries of a tile, each after its length in two bytes, big-endian.
public enum EntryBundle {
    /// The bundle of these entries.
    public static func bytes(of entries: some Sequence<LogEntry>) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += [UInt8(LogEntry.byteCount >> 8), UInt8(LogEntry.byteCount & 255)]
            bytes += entry.bytes
        }
        return bytes
    }

    /// nil unless there are exactly `count` entries of 49 bytes with known kinds.
    public static func entries(_ bytes: [UInt8], count: Int) -> [LogEntry]? {
        let step = 2 + LogEntry.byteCount
        guard bytes.count == count * step else { return nil }
        var entries: [LogEntry] = []
        entries.reserveCapacity(count)
        for start in stride(from: 0, to: bytes.count, by: step) {
            guard Int(bytes[start]) << 8 | Int(bytes[start + 1]) == LogEntry.byteCount,
                let entry = LogEntry([UInt8](bytes[start + 2..<start + step]))
            else { return nil }
            entries.append(entry)
        }
        return entries
    }
}
