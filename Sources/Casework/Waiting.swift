package import TransparencyLog

/// What waits at the gateway to be logged, compared with what waited at the fetch before and with the log.
///
/// A list of what waits is no promise to this machine, but an honest gateway lets go of nothing, and logs each
/// entry as it waited: kind, hash and tag, under the day it is of. Source: Docs/protocol.md §5, "Checking a log".
package struct Waiting: Sendable {
    /// Waits now, each under the first day that it was seen to wait under.
    package let pending: [LoggedEntry]
    /// Waited before, and now neither waits nor is logged as what it was.
    package let vanished: [LoggedEntry]
    /// Waits though its day is closed, or was logged under a later day than it waited under.
    package let late: [LoggedEntry]

    /// - Parameters:
    ///   - listed: what the gateway lists.
    ///   - log: its log, perhaps only what is new of it, already in the mirror.
    package init(_ listed: [LoggedEntry], log: LogView, mirror: Mirror) throws {
        // A list that was cut off or altered remembers nothing, and is written anew.
        let before = (try? mirror.pending()) ?? []
        let days = Dictionary(
            before.map { ($0.entry, $0.day) }, uniquingKeysWith: { min($0, $1) })
        var logged: [LogEntry: Day] = [:]
        for one in log.loggedEntries where one.entry.kind != .note {
            logged[one.entry] = one.day
        }
        pending = listed.filter { logged[$0.entry] == nil }.map { one in
            LoggedEntry(day: min(one.day, days[one.entry] ?? one.day), entry: one.entry)
        }
        let closed = log.lastClosed
        late =
            pending.filter { one in closed.map { one.day <= $0 } ?? false }
            + before.filter { one in logged[one.entry].map { one.day < $0 } ?? false }
        let there = Set(listed.map(\.entry))
        let missing = before.filter { !there.contains($0.entry) && logged[$0.entry] == nil }
        // A fetch that was cut off may have had the log already, and not this list.
        vanished = missing.isEmpty ? [] : try Self.unlogged(missing, in: mirror)
    }

    private static func unlogged(
        _ missing: [LoggedEntry], in mirror: Mirror
    ) throws -> [LoggedEntry] {
        let size = try Checkpoint(text: mirror.checkpoint().text).head.size
        let logged = Set(
            try mirror.entries(mirror.start().size..<size, inTreeOfSize: size))
        return missing.filter { !logged.contains($0.entry) }
    }
}

// What a gateway let go, and the counsellor has been told of: it can still be imported.
extension Mirror {
    private var droppedPath: String { folder + "/dropped.txt" }

    /// Throws `damagedMirror`.
    package func dropped() throws -> [LoggedEntry] { try lines(droppedPath) }

    /// Keeps those whose envelopes are here; of the others there is nothing to keep.
    package func drop(_ vanished: [LoggedEntry]) throws {
        let whole = try vanished.filter { try state(of: $0.entry) == .whole }
        guard !whole.isEmpty else { return }
        try store(lines: dropped() + whole, at: droppedPath)
    }
}
