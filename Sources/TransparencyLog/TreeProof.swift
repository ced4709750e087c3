/// A proof that an entry stands at an index of a tree. Source: RFC 6962 §2.1.1, RFC 9162 §2.1.3.
public struct InclusionProof: Sendable, Equatable {
    /// The entry's index, from 0.
    public let index: Int
    /// Entries in the tree.
    public let size: Int
    /// From the leaf's sibling to the root's child, 32 bytes each; at most 63.
    public let hashes: [[UInt8]]

    /// A proof as it came; whether it holds, `isValid` says.
    public init(index: Int, size: Int, hashes: [[UInt8]]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Makes a proof. O(log n) subtrees are asked for.
    ///
    /// - Parameters:
    ///   - index: below `size`.
    ///   - subtree: the root of the perfect subtree of a height at an index, 32 bytes.
    /// - Throws: what `subtree` throws.
    public init<Failure: Error>(
        index: Int, size: Int, subtree: (_ height: Int, _ index: Int) throws(Failure) -> [UInt8]
    ) throws(Failure) {
        precondition(index >= 0 && index < size)
        var hashes: [[UInt8]] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + 1 << MerkleTree.splitHeight(range.count)
            if index < middle {
                hashes.append(try root(of: middle..<range.upperBound, subtree))
                range = range.lowerBound..<middle
            } else {
                hashes.append(try root(of: range.lowerBound..<middle, subtree))
                range = middle..<range.upperBound
            }
        }
        self.init(index: index, size: size, hashes: hashes.reversed())
    }

    /// Whether a tree with this root has this leaf at `index`.
    ///
    /// - Parameters:
    ///   - leafHash: 32 bytes.
    ///   - root: of the tree of `size` entries, 32 bytes, from a checkpoint that was verified.
    public func isValid(leafHash: [UInt8], root: [UInt8]) -> Bool {
        guard index >= 0, index < size else { return false }
        var node = index
        var last = size - 1
        var hash = leafHash
        for sibling in hashes {
            guard last > 0, sibling.count == MerkleTree.hashByteCount else { return false }
            if node & 1 == 1 || node == last {
                hash = MerkleTree.nodeHash(sibling, hash)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }
}

/// A proof that a tree begins with a smaller one. Source: RFC 6962 §2.1.2, RFC 9162 §2.1.4.
public struct ConsistencyProof: Sendable, Equatable {
    /// Entries in the smaller tree.
    public let oldSize: Int
    /// Entries in the larger tree.
    public let newSize: Int
    /// 32 bytes each.
    public let hashes: [[UInt8]]

    /// A proof as it came; whether it holds, `isValid` says.
    public init(oldSize: Int, newSize: Int, hashes: [[UInt8]]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Makes a proof. O(log n) subtrees are asked for.
    ///
    /// - Parameters:
    ///   - oldSize: from 1 to `newSize`.
    ///   - subtree: the root of the perfect subtree of a height at an index, 32 bytes.
    /// - Throws: what `subtree` throws.
    public init<Failure: Error>(
        oldSize: Int, newSize: Int,
        subtree: (_ height: Int, _ index: Int) throws(Failure) -> [UInt8]
    ) throws(Failure) {
        precondition(oldSize >= 1 && oldSize <= newSize)
        var hashes: [[UInt8]] = []
        var range = 0..<newSize
        // Whether the smaller tree's part of `range` is the whole smaller tree, whose root is known.
        var isKnown = true
        while range.upperBound > oldSize {
            let middle = range.lowerBound + 1 << MerkleTree.splitHeight(range.count)
            if oldSize <= middle {
                hashes.append(try root(of: middle..<range.upperBound, subtree))
                range = range.lowerBound..<middle
            } else {
                hashes.append(try root(of: range.lowerBound..<middle, subtree))
                range = middle..<range.upperBound
                isKnown = false
            }
        }
        if !isKnown { hashes.append(try root(of: range, subtree)) }
        self.init(oldSize: oldSize, newSize: newSize, hashes: hashes.reversed())
    }

    /// Whether the tree with the new root begins with the tree with the old one, 32 bytes each.
    public func isValid(oldRoot: [UInt8], newRoot: [UInt8]) -> Bool {
        guard oldSize > 0, oldSize <= newSize else { return false }
        if oldSize == newSize { return hashes.isEmpty && oldRoot == newRoot }
        var path = hashes[...]
        if oldSize.nonzeroBitCount == 1 { path = [oldRoot] + path }
        guard let first = path.popFirst(), first.count == MerkleTree.hashByteCount else {
            return false
        }
        var (node, last) = (oldSize - 1, newSize - 1)
        while node & 1 == 1 {
            node >>= 1
            last >>= 1
        }
        var (old, new) = (first, first)
        for hash in path {
            guard last > 0, hash.count == MerkleTree.hashByteCount else { return false }
            if node & 1 == 1 || node == last {
                old = MerkleTree.nodeHash(hash, old)
                new = MerkleTree.nodeHash(hash, new)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                new = MerkleTree.nodeHash(new, hash)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && old == oldRoot && new == newRoot
    }
}

/// The root of the entries in a range that begins where a subtree of its size can.
private func root<Failure: Error>(
    of range: Range<Int>, _ subtree: (Int, Int) throws(Failure) -> [UInt8]
) throws(Failure) -> [UInt8] {
    if range.count.nonzeroBitCount == 1 {
        let height = range.count.trailingZeroBitCount
        return try subtree(height, range.lowerBound >> height)
    }
    let middle = range.lowerBound + 1 << MerkleTree.splitHeight(range.count)
    return MerkleTree.nodeHash(
        try root(of: range.lowerBound..<middle, subtree),
        try root(of: middle..<range.upperBound, subtree))
}
