package import TransparencyLog

/// Every checkpoint that a log shows, the newest last.
package typealias LogHeads = (days: LogDays, checkpoint: SignedNote)

/// Reading the log's resources. What is asked for depends on the log's size alone.
extension GatewayClient {
    /// More entries than a log of any organisation keeps; a gateway that claims more is not followed.
    static let entryLimit = 1 << 22
    private static let checkpointByteLimit = 1 << 16

    /// Days and newest checkpoint, in this order; nothing in them is proven yet.
    ///
    /// The newest checkpoint stands in the days too. Where it doesn't, something was logged between the two
    /// answers, and both are asked for once more.
    package func logHeads() async throws -> LogHeads {
        let heads = try await servedHeads()
        if heads.days.records.last?.note.text == heads.checkpoint.text { return heads }
        return try await servedHeads()
    }

    private func servedHeads() async throws -> LogHeads {
        let days = try LogDays(
            parsing: try await get("/days", limit: LogDays.largest))
        let bytes = try await get("/checkpoint", limit: Self.checkpointByteLimit)
        do throws(NoteError) {
            return (days, try SignedNote(parsing: bytes))
        } catch {
            throw LogFault.malformed
        }
    }

    /// The entries kept, fetched and checked against the checkpoints shown.
    package func logView(log: VerifierKey, heads: LogHeads) async throws -> LogView {
        let (days, checkpoint) = heads
        let size = try Self.size(checkpoint)
        let first = LogView.firstServed(firstEntry: days.firstEntry)
        let start = try await edge(at: first, inTreeOfSize: size)
        return try LogView(
            log: log, days: days, checkpoint: checkpoint, start: start,
            entries: try await entries(from: first, upTo: size))
    }

    /// The size that a checkpoint claims. Throws `malformed`.
    package static func size(_ checkpoint: SignedNote) throws(LogFault) -> Int {
        do throws(NoteError) { return try Checkpoint(text: checkpoint.text).head.size } catch {
            throw .malformed
        }
    }

    /// The edge of the tree of the first `first` entries, from hash tiles: the highest level first.
    ///
    /// Nothing in it is proven until entries added to it make a signed root.
    /// - Parameter first: a multiple of 256, at most `size`.
    package func edge(at first: Int, inTreeOfSize size: Int) async throws -> TreeEdge {
        guard first <= size else { throw LogFault.malformed }
        var hashes: [[UInt8]] = []
        var tiles: [Tile: [UInt8]] = [:]
        for (height, index) in TreeEdge.subtrees(ofSize: first) {
            let (tile, place) = Tile.holding(height: height, index: index, inTreeOfSize: size)
            if tiles[tile] == nil {
                tiles[tile] = try await get(
                    "/tile/" + tile.path, limit: Tile.fullWidth * MerkleTree.hashByteCount)
            }
            guard let hash = Tile.root(of: place, in: tiles[tile] ?? []) else {
                throw LogFault.malformed
            }
            hashes.append(hash)
        }
        guard let edge = TreeEdge(size: first, hashes: hashes) else { throw LogFault.malformed }
        return edge
    }

    /// The entries from `first` up to `size`, by bundles; the first bundle may begin before `first`.
    package func entries(from first: Int, upTo size: Int) async throws -> [LogEntry] {
        guard first <= size, size - first <= Self.entryLimit else { throw LogFault.malformed }
        var entries: [LogEntry] = []
        entries.reserveCapacity(size - first)
        for number in first / Tile.fullWidth..<(size + Tile.fullWidth - 1) / Tile.fullWidth {
            guard let tile = Tile(.entries, number: number, inTreeOfSize: size) else { break }
            let bytes = try await get(
                "/tile/" + tile.path, limit: tile.width * (2 + LogEntry.byteCount))
            guard let bundle = EntryBundle.entries(bytes, count: tile.width) else {
                throw LogFault.malformed
            }
            entries += bundle.dropFirst(max(0, first - number * Tile.fullWidth))
        }
        return entries
    }
}
