/// A log from one entry on: which tiles hold it, and what they say.
///
/// What is asked for depends on the two sizes alone. Nothing in the tiles is proven until a `LogView` is
/// made of them. Source: Docs/protocol.md §5; C2SP tlog-tiles.
public struct LogRange: Sendable, Equatable {
    /// More entries than a log of any organisation keeps; a log that claims more is not followed.
    public static let entryLimit = 1 << 22

    /// The first entry wanted.
    public let first: Int
    /// Entries in the tree.
    public let size: Int

    /// - Throws: `malformed` when the tree has not so many, or more after it than anyone keeps.
    public init(first: Int, size: Int) throws(LogFault) {
        guard first >= 0, first <= size, size - first <= Self.entryLimit else { throw .malformed }
        self.first = first
        self.size = size
    }

    /// All that a log serves, by what it shows of itself. Throws `malformed`.
    public init(_ days: LogDays, _ checkpoint: SignedNote) throws(LogFault) {
        try self.init(
            first: LogView.firstServed(firstEntry: days.firstEntry),
            size: try Self.size(checkpoint))
    }

    /// The size that a checkpoint claims. Throws `malformed`.
    public static func size(_ checkpoint: SignedNote) throws(LogFault) -> Int {
        do throws(NoteError) { return try Checkpoint(text: checkpoint.text).head.size } catch {
            throw .malformed
        }
    }

    /// The tiles with the hashes for the tree before `first`, a multiple of 256: the highest level first.
    public var hashTiles: [Tile] {
        var tiles: [Tile] = []
        for (tile, _) in subtrees where !tiles.contains(tile) { tiles.append(tile) }
        return tiles
    }

    /// The bundles of the entries; the first may begin before `first`.
    public var bundles: [Tile] {
        (first / Tile.fullWidth..<(size + Tile.fullWidth - 1) / Tile.fullWidth).compactMap {
            Tile(.entries, number: $0, inTreeOfSize: size)
        }
    }

    /// The edge of the tree before `first`, from the hash tiles. Throws `malformed`.
    public func edge(_ served: (Tile) -> [UInt8]?) throws(LogFault) -> TreeEdge {
        var hashes: [[UInt8]] = []
        for (tile, place) in subtrees {
            guard let hash = Tile.root(of: place, in: served(tile) ?? []) else { throw .malformed }
            hashes.append(hash)
        }
        guard let edge = TreeEdge(size: first, hashes: hashes) else { throw .malformed }
        return edge
    }

    /// The entries, from the bundles. Throws `malformed`.
    public func entries(_ served: (Tile) -> [UInt8]?) throws(LogFault) -> [LogEntry] {
        var entries: [LogEntry] = []
        entries.reserveCapacity(size - first)
        for tile in bundles {
            guard let bundle = EntryBundle.entries(served(tile) ?? [], count: tile.width) else {
                throw .malformed
            }
            entries += bundle.dropFirst(max(0, first - tile.number * Tile.fullWidth))
        }
        return entries
    }

    /// Where the roots of the perfect subtrees before `first` are found.
    private var subtrees: [(tile: Tile, hashes: Range<Int>)] {
        TreeEdge.subtrees(ofSize: first).map { height, index in
            Tile.holding(height: height, index: index, inTreeOfSize: size)
        }
    }
}

extension LogView {
    /// Checks what a log serves, all of it: the tiles and bundles of `LogRange`.
    ///
    /// - Throws: as the other initialiser.
    public convenience init(
        log: VerifierKey, days: LogDays, checkpoint: SignedNote, served: (Tile) -> [UInt8]?
    ) throws(LogFault) {
        let range = try LogRange(days, checkpoint)
        try self.init(
            log: log, days: days, checkpoint: checkpoint, start: try range.edge(served),
            entries: try range.entries(served))
    }
}
