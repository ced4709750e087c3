import DropBox
import Sodium
import Testing
import TransparencyLog

extension DropBox {
    /// What a verifier who knows nothing sees: the start made of tiles of level 1 and above, the entries
    /// of bundles, and all of it checked.
    func view(_ log: NoteSigner) async throws -> LogView {
        let days = try LogDays(parsing: try await days().bytes)
        let checkpoint = try await checkpoint()
        let size = try Checkpoint.open(checkpoint, by: log.verifierKey).head.size
        let first = LogView.firstServed(firstEntry: days.firstEntry)
        var hashes: [[UInt8]] = []
        for (height, index) in TreeEdge.subtrees(ofSize: first) {
            let (tile, range) = Tile.holding(height: height, index: index, inTreeOfSize: size)
            #expect(tile.content != .hashes(level: 0))
            let bytes = try #require(try await self.tile(tile))
            hashes.append(try #require(Tile.root(of: range, in: bytes)))
        }
        var entries: [LogEntry] = []
        var number = first / Tile.fullWidth
        while let tile = Tile(.entries, number: number, inTreeOfSize: size) {
            let bytes = try #require(try await self.tile(tile))
            entries += try #require(EntryBundle.entries(bytes, count: tile.width))
            number += 1
        }
        return try LogView(
            log: log.verifierKey, days: days, checkpoint: checkpoint,
            start: try #require(TreeEdge(size: first, hashes: hashes)), entries: entries)
    }
}

/// Takes a checkpoint's cosignature as the gateway does, after verifying it.
func cosign(
    _ dropBox: DropBox, _ cosigner: NoteSigner, day: Day, checkpoint: SignedNote? = nil
) async throws {
    let newest = try await dropBox.checkpoint()
    var note = checkpoint ?? newest
    note.cosign(cosigner, day: day)
    try await dropBox.cosign(
        Checkpoint(text: note.text).head, day: day,
        signature: try #require(note.signatures(of: cosigner.verifierKey).first))
}
