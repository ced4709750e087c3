internal import DurableFiles
internal import Sodium
internal import TransparencyLog

// What the mirror lets go, when the gateway no longer has it and it has been imported.
extension Mirror {
    /// Lists what is leaving, a hash a line, until nothing of it is left.
    private var leavingPath: String { folder + "/leaving" }

    /// Erases the envelopes before an index, and the bundles that are wholly before it. Cut off anywhere, the
    /// next call goes on.
    ///
    /// - Throws: `damagedMirror`, when what is there can't be read; then nothing more is erased.
    package func prune(below first: Int) throws {
        let size = try Checkpoint(text: checkpoint().text).head.size
        let edge = try start()
        guard first <= size else { return }
        if first > edge.size { try journal(edge, first, inTreeOfSize: size) }
        guard DurableFile.exists(leavingPath) else { return }
        // A note may be logged again.
        let remaining = try entries(max(first, start().size)..<size, inTreeOfSize: size)
        let kept = Set(remaining.map(\.hash) + (try (pending() + dropped()).map(\.entry.hash)))
        let bytes = try DurableFile.readRegular(leavingPath, limit: Self.linesByteLimit)
        for line in bytes.split(separator: 0x0a) {
            guard let hash = Hex.decode(String(decoding: line, as: UTF8.self)),
                hash.count == SHA256.byteCount
            else { throw CaseworkError.damagedMirror(file: leavingPath) }
            if !kept.contains(hash) { try DurableFile.remove(envelopePath(hash)) }
        }
        for number in 0..<(try start().size) / Tile.fullWidth {
            try remove(Tile(.entries, number: number, width: Tile.fullWidth))
        }
        try DurableFile.remove(leavingPath)
    }

    /// Writes down what leaves, then moves the mirror's start to the first bundle that stays.
    private func journal(_ edge: TreeEdge, _ first: Int, inTreeOfSize size: Int) throws {
        let leaving = try entries(edge.size..<first, inTreeOfSize: size)
        let lines = leaving.filter { DurableFile.exists(envelopePath($0.hash)) }
            .map { Hex.encode($0.hash) + "\n" }.joined()
        if !lines.isEmpty { try DurableFile.replace(leavingPath, with: [UInt8](lines.utf8)) }
        let served = LogView.firstServed(firstEntry: first)
        guard served > edge.size else { return }
        if lines.isEmpty { try DurableFile.replace(leavingPath, with: []) }
        var next = edge
        for entry in leaving.prefix(served - edge.size) {
            next.append(leafHash: MerkleTree.leafHash(entry.bytes))
        }
        try store(start: next)
    }

    /// Removes a bundle, and those of its first entries that were written while it grew.
    private func remove(_ tile: Tile) throws {
        let path = tilePath(tile)
        try DurableFile.remove(path)
        let parts = path + ".p"
        guard PrivateFolder.isFolder(parts) else { return }
        try PrivateFolder.removeLeftovers(in: parts)
        for name in try PrivateFolder.names(in: parts) {
            try DurableFile.remove("\(parts)/\(name)")
        }
        try PrivateFolder.removeEmpty(parts)
    }
}
