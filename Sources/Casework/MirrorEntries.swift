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

extension Mirror {
    /// What waited at the gateway when it was fetched last, and now neither waits nor is logged. It is no
    /// promise to this machine, but an honest gateway lets go of nothing.
    ///
    /// - Parameters:
    ///   - pending: what waits now.
    ///   - new: hashes of entries that were just logged.
    package func vanished(pending: [LoggedEntry], new: Set<[UInt8]>) throws -> [LoggedEntry] {
        let there = new.union(pending.map(\.entry.hash))
        // A list that was cut off or altered remembers nothing, and is written anew.
        let before = (try? self.pending()) ?? []
        let missing = before.filter { !there.contains($0.entry.hash) }
        guard !missing.isEmpty else { return [] }
        // A fetch that was cut off may have had the log already, and not this list.
        let size = try Checkpoint(text: checkpoint().text).head.size
        let logged = Set(try entries(start().size..<size, inTreeOfSize: size).map(\.hash))
        return missing.filter { !logged.contains($0.entry.hash) }
    }
}
