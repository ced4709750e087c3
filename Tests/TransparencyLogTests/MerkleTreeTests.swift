import Sodium
import Testing
import TransparencyLog

/// The entries and roots that Certificate Transparency's implementations test with.
private let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
].map { Hex.decode($0)! }
private let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
].map { Hex.decode($0)! }

/// Trees whose entry i is i, in four bytes.
private struct Numbers {
    static func leaf(_ number: Int) -> [UInt8] {
        MerkleTree.leafHash(bigEndian(UInt32(number)))
    }

    /// By RFC 6962's own definition, without any shortcut.
    static func root(_ range: Range<Int>) -> [UInt8] {
        if range.isEmpty { return MerkleTree.emptyRoot }
        if range.count == 1 { return leaf(range.lowerBound) }
        var half = 1
        while half * 2 < range.count { half *= 2 }
        let middle = range.lowerBound + half
        return MerkleTree.nodeHash(
            root(range.lowerBound..<middle), root(middle..<range.upperBound))
    }

    static func subtree(_ height: Int, _ index: Int) -> [UInt8] {
        root(index << height..<(index + 1) << height)
    }

    static func edge(_ size: Int) -> TreeEdge {
        var edge = TreeEdge()
        for number in 0..<size { edge.append(leafHash: leaf(number)) }
        return edge
    }
}

@Suite struct MerkleTreeTests {
    @Test func rootsOfCertificateTransparency() {
        var edge = TreeEdge()
        #expect(edge.root == roots[0])
        for (leaf, root) in zip(leaves, roots.dropFirst()) {
            edge.append(leafHash: MerkleTree.leafHash(leaf))
            #expect(edge.root == root)
        }
    }

    @Test func anEdgeGoesOnWhereItWasLeft() {
        for size in 0..<70 {
            let edge = Numbers.edge(size)
            #expect(edge.root == Numbers.root(0..<size))
            let places = TreeEdge.subtrees(ofSize: size)
            #expect(edge.hashes == places.map { Numbers.subtree($0.height, $0.index) })
            var again = TreeEdge(size: size, hashes: edge.hashes)
            again?.append(leafHash: Numbers.leaf(size))
            #expect(again?.root == Numbers.root(0..<size + 1))
        }
        #expect(TreeEdge(size: 3, hashes: [Numbers.leaf(0)]) == nil)
        #expect(TreeEdge(size: 1, hashes: [[1, 2]]) == nil)
    }

    @Test func inclusionHoldsForTheEntryAndNoOther() {
        for size in 1..<40 {
            let root = Numbers.root(0..<size)
            for index in 0..<size {
                let proof = InclusionProof(index: index, size: size, subtree: Numbers.subtree)
                #expect(proof.isValid(leafHash: Numbers.leaf(index), root: root))
                #expect(!proof.isValid(leafHash: Numbers.leaf(index + 1), root: root))
                #expect(!proof.isValid(leafHash: Numbers.leaf(index), root: Numbers.leaf(size)))
                for other in [index - 1, index + 1, size] {
                    let moved = InclusionProof(index: other, size: size, hashes: proof.hashes)
                    #expect(!moved.isValid(leafHash: Numbers.leaf(index), root: root))
                }
                let long = InclusionProof(
                    index: index, size: size, hashes: proof.hashes + [Numbers.leaf(0)])
                #expect(!long.isValid(leafHash: Numbers.leaf(index), root: root))
                if !proof.hashes.isEmpty {
                    let short = InclusionProof(
                        index: index, size: size, hashes: [[UInt8]](proof.hashes.dropLast()))
                    #expect(!short.isValid(leafHash: Numbers.leaf(index), root: root))
                }
            }
        }
    }

    @Test func consistencyHoldsForTheTreesAndNoOthers() {
        for size in 1..<40 {
            let root = Numbers.root(0..<size)
            for old in 1...size {
                let proof = ConsistencyProof(oldSize: old, newSize: size, subtree: Numbers.subtree)
                let oldRoot = Numbers.root(0..<old)
                #expect(proof.isValid(oldRoot: oldRoot, newRoot: root))
                #expect(!proof.isValid(oldRoot: Numbers.leaf(99), newRoot: root))
                #expect(!proof.isValid(oldRoot: oldRoot, newRoot: Numbers.leaf(99)))
                if old < size {
                    let shorter = ConsistencyProof(
                        oldSize: old, newSize: size, hashes: [[UInt8]](proof.hashes.dropLast()))
                    #expect(!shorter.isValid(oldRoot: oldRoot, newRoot: root))
                    let other = ConsistencyProof(
                        oldSize: old + 1, newSize: size, hashes: proof.hashes)
                    #expect(!other.isValid(oldRoot: oldRoot, newRoot: root))
                }
            }
        }
    }
}

@Suite struct TileTests {
    @Test(arguments: [
        ("0/000", 0, 256), ("0/x001/x234/067", 1_234_067, 256), ("2/000.p/1", 0, 1),
        ("0/x001/000.p/255", 1000, 255), ("entries/273.p/112", 273, 112),
        ("entries/x010/000", 10_000, 256),
    ])
    func pathsOfTheStandard(path: String, number: Int, width: Int) throws {
        let tile = try #require(Tile(path: path))
        #expect(tile.number == number)
        #expect(tile.width == width)
        #expect(tile.path == path)
    }

    @Test(arguments: [
        "", "0", "0/", "0/00", "0/0000", "00/000", "8/000", "-1/000", "0/x000/001", "0/001/002",
        "0/x001", "0/000.p/0", "0/000.p/256", "0/000.p/01", "0/000.p/", "0/000.p", "entries/x1/000",
        "entries/000/", "entries", "data/000", "0/+01", "0/x001/x002/x003/x004/005",
    ])
    func otherPathsAreNone(path: String) { #expect(Tile(path: path) == nil) }

    /// The standard's example: a tree of 70,000.
    @Test func tilesOfATree() {
        let tiles = [(0, 273), (1, 1), (2, 0)].map {
            Tile(.hashes(level: $0), number: $1, inTreeOfSize: 70_000)
        }
        #expect(tiles.map { $0?.width } == [112, 17, 1])
        #expect(Tile(.hashes(level: 0), number: 274, inTreeOfSize: 70_000) == nil)
        #expect(Tile(.hashes(level: 3), number: 0, inTreeOfSize: 70_000) == nil)
        #expect(Tile(.hashes(level: 0), number: 0, inTreeOfSize: 256)?.width == 256)
        #expect(Tile(.hashes(level: 1), number: 0, inTreeOfSize: 256)?.width == 1)
    }

    @Test func subtreesAreFoundInTiles() throws {
        let size = 1000
        for (height, index) in TreeEdge.subtrees(ofSize: size) {
            let (tile, hashes) = Tile.holding(height: height, index: index, inTreeOfSize: size)
            guard case .hashes(let level) = tile.content else { continue }
            let bytes = (0..<tile.width).flatMap {
                Numbers.subtree(level * 8, tile.number * 256 + $0)
            }
            #expect(Tile.root(of: hashes, in: bytes) == Numbers.subtree(height, index))
        }
        #expect(Tile.root(of: 0..<2, in: [UInt8](repeating: 0, count: 63)) == nil)
    }

    @Test func bundlesAreReadWholeOrNotAtAll() throws {
        let entries = (0..<3).map {
            LogEntry(
                kind: .report, hash: SHA256.hash([$0]), tag: [UInt8](repeating: $0, count: 16))!
        }
        let bytes = EntryBundle.bytes(of: entries)
        #expect(bytes.count == 3 * 51)
        #expect(Array(bytes.prefix(3)) == [0, 49, 1])
        #expect(EntryBundle.entries(bytes, count: 3) == entries)
        #expect(EntryBundle.entries(bytes, count: 2) == nil)
        #expect(EntryBundle.entries([UInt8](bytes.dropLast()), count: 3) == nil)
        for place in [0, 1, 2] {
            var changed = bytes
            changed[place] ^= 8
            #expect(EntryBundle.entries(changed, count: 3) == nil)
        }
    }
}
