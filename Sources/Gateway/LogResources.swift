internal import DropBox
internal import NIOCore
internal import Reporting
internal import TransparencyLog

/// Days, checkpoint, roots and tiles as they are served: the same for everyone, so made once.
///
/// Another process may publish or close at any time: each use asks the drop-box for its version, and what
/// was made of an older one is thrown away.
actor LogResources {
    /// 7 MiB of full bundles.
    private static let tileLimit = 512

    private let dropBox: DropBox
    private var version = -1
    private var days: ByteBuffer?
    private var checkpoint: ByteBuffer?
    private var roots: [[UInt8]]?
    private var tiles: [Tile: ByteBuffer] = [:]

    init(dropBox: DropBox) { self.dropBox = dropBox }

    func currentDays() async throws -> ByteBuffer {
        let version = try await refresh()
        if let days { return days }
        let made = ByteBuffer(bytes: try await dropBox.days().bytes)
        if version == self.version { days = made }
        return made
    }

    func currentCheckpoint() async throws -> ByteBuffer {
        let version = try await refresh()
        if let checkpoint { return checkpoint }
        let made = ByteBuffer(bytes: try await dropBox.checkpoint().bytes)
        if version == self.version { checkpoint = made }
        return made
    }

    /// Those that work is done on, the newest first.
    func currentRoots() async throws -> [[UInt8]] {
        let version = try await refresh()
        if let roots { return roots }
        let made = try await dropBox.newestRoots(WorkDemand.rootCount)
        if version == self.version { roots = made }
        return made
    }

    /// nil when there is none.
    func bytes(of tile: Tile) async throws -> ByteBuffer? {
        let version = try await refresh()
        if let kept = tiles[tile] { return kept }
        guard let made = try await dropBox.tile(tile).map({ ByteBuffer(bytes: $0) }) else {
            return nil
        }
        if version == self.version {
            if tiles.count >= Self.tileLimit { tiles = [:] }
            tiles[tile] = made
        }
        return made
    }

    /// Asked for first: what comes meanwhile is read twice, never missed.
    private func refresh() async throws -> Int {
        let current = try await dropBox.version()
        if current > version {
            version = current
            (days, checkpoint, roots, tiles) = (nil, nil, nil, [:])
        }
        return version
    }
}
