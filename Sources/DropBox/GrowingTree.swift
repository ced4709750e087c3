internal import TransparencyLog

/// A tree that is being added to: of each level of tiles the last one, as long as it is not full.
struct GrowingTree {
    /// The root of a full tile of the level below: the hash of this number in its level.
    struct Subtree: Equatable {
        /// 1 or more.
        let level: Int
        let number: Int
        /// 32 bytes.
        let hash: [UInt8]
    }

    /// From level 0 on.
    private var levels: [TreeEdge] = []
    /// Entries in the tree.
    private(set) var size = 0

    /// The tree without entries.
    init() {}

    /// The tree of `size` entries.
    ///
    /// - Parameter hashes: the hashes of a level in a range of at most 255; called once for each level.
    init(size: Int, hashes: (_ level: Int, _ range: Range<Int>) throws -> [[UInt8]]) rethrows {
        self.size = size
        var count = size
        while count > 0 {
            let first = count / Tile.fullWidth * Tile.fullWidth
            var edge = TreeEdge()
            if first < count {
                for hash in try hashes(levels.count, first..<count) { edge.append(leafHash: hash) }
            }
            levels.append(edge)
            count /= Tile.fullWidth
        }
    }

    /// Adds an entry's leaf hash, 32 bytes.
    ///
    /// - Returns: the subtrees that are complete now, the smallest first; mostly none.
    mutating func append(leafHash: [UInt8]) -> [Subtree] {
        size += 1
        var complete: [Subtree] = []
        var hash = leafHash
        var count = size
        var level = 0
        while true {
            if level == levels.count { levels.append(TreeEdge()) }
            levels[level].append(leafHash: hash)
            guard levels[level].size == Tile.fullWidth else { return complete }
            hash = levels[level].root
            levels[level] = TreeEdge()
            level += 1
            count /= Tile.fullWidth
            complete.append(Subtree(level: level, number: count - 1, hash: hash))
        }
    }

    /// Size and root.
    var head: TreeHead {
        // The bits of the size, eight a level: together they are the edge of the whole tree.
        guard let edge = TreeEdge(size: size, hashes: levels.reversed().flatMap(\.hashes)) else {
            preconditionFailure("a level has a hash for each bit of its part of the size")
        }
        return edge.head
    }
}
