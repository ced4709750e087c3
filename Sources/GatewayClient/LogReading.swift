package import TransparencyLog

/// Every checkpoint that a log shows, the newest last.
package typealias LogHeads = (days: LogDays, checkpoint: SignedNote)

/// Reading the log's resources. What is asked for depends on the log's size alone.
extension GatewayClient {
    private static let checkpointByteLimit = 1 << 16

    /// Days and newest checkpoint, in this order; nothing in them is proven yet.
    ///
    /// The newest checkpoint stands in the days too. Where it doesn't, something was logged between the two
    /// answers, and both are asked for once more.
    package func logHeads() async throws -> LogHeads {
        let heads = try await servedHeads()
        if heads.days.ends(with: heads.checkpoint) { return heads }
        return try await servedHeads()
    }

    private func servedHeads() async throws -> LogHeads {
        let days = try LogDays(
            parsing: try await getShown("/days", limit: LogDays.largest))
        let bytes = try await getShown("/checkpoint", limit: Self.checkpointByteLimit)
        do throws(NoteError) {
            return (days, try SignedNote(parsing: bytes))
        } catch {
            throw LogFault.malformed
        }
    }

    /// The entries kept, fetched and checked against the checkpoints shown.
    package func logView(log: VerifierKey, heads: LogHeads) async throws -> LogView {
        let range = try LogRange(heads.days, heads.checkpoint)
        let tiles = try await served(range.hashTiles + range.bundles)
        return try LogView(log: log, days: heads.days, checkpoint: heads.checkpoint) { tiles[$0] }
    }

    /// The entries from `first` up to `size`.
    package func entries(from first: Int, upTo size: Int) async throws -> [LogEntry] {
        let range = try LogRange(first: first, size: size)
        let tiles = try await served(range.bundles)
        return try range.entries { tiles[$0] }
    }

    /// The bytes of tiles, asked for in this order.
    private func served(_ tiles: [Tile]) async throws -> [Tile: [UInt8]] {
        var served: [Tile: [UInt8]] = [:]
        for tile in tiles {
            served[tile] = try await getShown("/tile/" + tile.path, limit: tile.byteCount)
        }
        return served
    }
}
