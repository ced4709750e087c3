internal import Sodium

/// The hashes of the log's tree. Source: RFC 6962 §2.1.
public enum MerkleTree {
    /// Of a hash.
    public static let hashByteCount = SHA256.byteCount

    /// The root of a tree without entries.
    public static var emptyRoot: [UInt8] { SHA256.hash([]) }

    /// SHA-256(0x00 ‖ entry).
    public static func leafHash(_ entry: [UInt8]) -> [UInt8] { SHA256.hash([0] + entry) }

    /// SHA-256(0x01 ‖ left ‖ right).
    public static func nodeHash(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var message: [UInt8] = [1]
        message.reserveCapacity(1 + 2 * hashByteCount)
        message += left
        message += right
        return SHA256.hash(message)
    }

    /// The largest power of two below `count`, which is 2 or more, as an exponent.
    static func splitHeight(_ count: Int) -> Int {
        Int.bitWidth - 1 - (count - 1).leadingZeroBitCount
    }
}

/// A tree's size and root hash.
public struct TreeHead: Sendable, Hashable {
    /// Entries in the tree.
    public let size: Int
    /// 32 bytes.
    public let root: [UInt8]

    /// - Parameter root: 32 bytes.
    public init(size: Int, root: [UInt8]) {
        precondition(size >= 0 && root.count == MerkleTree.hashByteCount)
        self.size = size
        self.root = root
    }
}

/// The right edge of a tree: the roots of the perfect subtrees it is made of, the largest first.
///
/// Whoever has it can go on adding entries without the ones before, and so proves by recomputing
/// that a larger tree begins with this one. O(log n) hashes; adding is O(1) on average.
public struct TreeEdge: Sendable, Equatable {
    /// Entries in the tree.
    public private(set) var size: Int
    /// 32 bytes each, one for every bit set in `size`.
    public private(set) var hashes: [[UInt8]]

    /// The edge of the tree without entries.
    public init() {
        size = 0
        hashes = []
    }

    /// nil unless there is one hash of 32 bytes for every bit set in `size`.
    public init?(size: Int, hashes: [[UInt8]]) {
        guard size >= 0, hashes.count == size.nonzeroBitCount,
            hashes.allSatisfy({ $0.count == MerkleTree.hashByteCount })
        else { return nil }
        self.size = size
        self.hashes = hashes
    }

    /// Adds an entry's leaf hash, 32 bytes.
    public mutating func append(leafHash: [UInt8]) {
        precondition(leafHash.count == MerkleTree.hashByteCount)
        var hash = leafHash
        for _ in 0..<(~size).trailingZeroBitCount {
            guard let left = hashes.popLast() else { break }
            hash = MerkleTree.nodeHash(left, hash)
        }
        hashes.append(hash)
        size += 1
    }

    /// The root of the whole tree, 32 bytes.
    public var root: [UInt8] {
        guard var root = hashes.last else { return MerkleTree.emptyRoot }
        for left in hashes.dropLast().reversed() { root = MerkleTree.nodeHash(left, root) }
        return root
    }

    /// Size and root.
    public var head: TreeHead { TreeHead(size: size, root: root) }

    /// Where the subtrees of an edge stand, the largest first: `height` and `index`, the subtree having
    /// the 2^height entries from index·2^height on.
    public static func subtrees(ofSize size: Int) -> [(height: Int, index: Int)] {
        var places: [(height: Int, index: Int)] = []
        var start = 0
        for height in stride(from: Int.bitWidth - 2, through: 0, by: -1)
        where size >> height & 1 == 1 {
            places.append((height, start >> height))
            start += 1 << height
        }
        return places
    }
}
