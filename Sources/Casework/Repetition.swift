internal import DurableFiles
package import TransparencyLog

// An old message passed off as a new one, found without reading the whole list each time.
extension Mirror {
    /// The hash of what is new in the log, or waits, though it was logged before and is still kept; nil when
    /// there is none.
    ///
    /// Only what this mirror has already can have been logged before. A hash that the gateway had erased, it
    /// may honestly take again.
    /// - Parameters:
    ///   - log: perhaps only what is new of it, not yet in the mirror.
    ///   - listed: what the gateway says waits.
    /// - Throws: `damagedMirror`.
    package func repeatedHash(in log: LogView, _ listed: [LoggedEntry]) throws -> [UInt8]? {
        let new = log.loggedEntries.filter { $0.entry.kind != .note }
        let days = Dictionary(
            new.map { ($0.entry.hash, $0.day) }, uniquingKeysWith: { first, _ in first })
        // A day may be closed between two answers, but what is closed doesn't wait under a later day.
        if let one = listed.first(where: { days[$0.entry.hash] ?? $0.day < $0.day }) {
            return one.entry.hash
        }
        // Read whole, the log shows by itself what stands in it twice; the mirror, perhaps damaged, is not asked.
        guard log.firstEntry < log.start.size else { return nil }
        let before = try max(start().size, log.firstEntry)
        // What waited was compared when it was first listed.
        let compared = Set(((try? pending()) ?? []).map(\.entry.hash))
        let had = Set(
            (new + listed).map(\.entry.hash).filter {
                !compared.contains($0) && DurableFile.exists(envelopePath($0))
            })
        guard !had.isEmpty else { return nil }
        let size = try Checkpoint(text: checkpoint().text).head.size
        return try entries(before..<log.start.size, inTreeOfSize: size)
            .first { $0.kind != .note && had.contains($0.hash) }?.hash
    }
}
