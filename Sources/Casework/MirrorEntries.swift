package import TransparencyLog

// Parts of the mirror's list, where the whole of it would be too much to read each time.
extension Mirror {
    /// The entries in a range of the log, of which each has been stored. Throws `damagedMirror`.
    ///
    /// - Parameter size: of the tree as it was stored last.
    package func entries(_ range: Range<Int>, inTreeOfSize size: Int) throws -> [LogEntry] {
        var entries: [LogEntry] = []
        guard !range.isEmpty else { return entries }
        for number in range.lowerBound / Tile.fullWidth...(range.upperBound - 1) / Tile.fullWidth {
            guard let tile = Tile(.entries, number: number, inTreeOfSize: size) else { break }
            let first = number * Tile.fullWidth
            entries += try self.entries(tile).enumerated()
                .filter { range.contains(first + $0.offset) }.map { $0.element }
        }
        return entries
    }
}
