/// What a log has shown, after everything that can be checked was: its entries make every tree that it
/// signed and shows.
///
/// It proves that the log committed to exactly these entries on these days. It does not prove that
/// others are shown the same: that is what cosignatures and the checkpoints inside replies are for.
/// Source: Docs/protocol.md §5.
public final class LogView: Sendable {
    /// A checkpoint that the entries were found to make.
    public struct Shown: Sendable {
        /// The day that it closes; nil when it was signed during a day.
        public let day: Day?
        /// Size and root.
        public let head: TreeHead
        /// With its cosignatures, proven or not.
        public let note: SignedNote
    }

    /// Until a full tile of entries lies below the first entry kept, its entries are served too.
    ///
    /// - Returns: the first entry that is served.
    public static func firstServed(firstEntry: Int) -> Int {
        firstEntry / Tile.fullWidth * Tile.fullWidth
    }

    /// The log's key.
    public let log: VerifierKey
    /// The first entry kept.
    public let firstEntry: Int
    /// The tree before the entries here.
    public let start: TreeEdge
    /// From `start.size` on.
    public let entries: [LogEntry]
    /// The tree with them.
    public let edge: TreeEdge
    /// The first day whose closing is shown; nil when none is.
    public let firstClosed: Day?
    /// Every checkpoint shown of `start.size` and more, the newest last; the current one is among them.
    public let shown: [Shown]

    /// Checks what a log serves.
    ///
    /// - Parameters:
    ///   - start: the tree that a verifier already trusts, or that its tiles were found to make: what is
    ///     shown of smaller trees is not looked at again.
    ///   - entries: from `start.size` up to the size of `checkpoint`.
    /// - Throws: `unsigned`, `malformed`, `fork`, `altered`, `rewound`, `missingDay`, `repeated`.
    public init(
        log: VerifierKey, days: LogDays, checkpoint: SignedNote, start: TreeEdge,
        entries: [LogEntry]
    ) throws(LogFault) {
        let records = try Self.read(days, checkpoint, log)
        guard let head = records.last?.head, days.firstEntry <= head.size else { throw .malformed }
        guard start.size <= head.size else {
            throw .rewound(seen: start.size, served: head.size)
        }
        guard start.size + entries.count == head.size else { throw .malformed }
        let shown = records.filter { $0.head.size >= start.size }
        var due = shown[...]
        var edge = start
        func check(_ edge: TreeEdge) throws(LogFault) {
            var root: [UInt8]?
            while let next = due.first, next.head.size == edge.size {
                if root == nil { root = edge.root }
                guard next.head.root == root else { throw .altered(size: edge.size) }
                due.removeFirst()
            }
        }
        try check(edge)
        for entry in entries {
            edge.append(leafHash: MerkleTree.leafHash(entry.bytes))
            try check(edge)
        }
        self.log = log
        firstEntry = days.firstEntry
        firstClosed = records.first { $0.day != nil }?.day
        self.start = start
        self.entries = entries
        self.edge = edge
        self.shown = shown
        // Reports and replies enter by a closing: after the last one there are only notes.
        let closed = records.last { $0.day != nil }?.head.size ?? 0
        guard
            entries.suffix(max(0, head.size - max(closed, start.size)))
                .allSatisfy({ $0.kind == .note })
        else { throw .malformed }
        if let hash = repeatedHash { throw .repeated(hash: hash) }
    }

    /// A hash that more than one entry has, of those kept that are no notes; nil when there is none.
    ///
    /// What was erased may come again.
    private var repeatedHash: [UInt8]? {
        var hashes: [[UInt8]] = []
        for place in max(0, firstEntry - start.size)..<entries.count
        where entries[place].kind != .note {
            hashes.append(entries[place].hash)
        }
        let distinct = HashIndex(hashes).keys
        guard distinct.count < hashes.count else { return nil }
        for place in distinct.indices where distinct[place] != hashes[place] {
            return hashes[place]
        }
        return hashes[distinct.count]
    }

    /// The checkpoints of both resources, in order, each signed by the log; sizes never fall, days follow
    /// one another, and one size has one root.
    private static func read(
        _ days: LogDays, _ checkpoint: SignedNote, _ log: VerifierKey
    ) throws(LogFault) -> [Shown] {
        var all: [Shown] = []
        var lastDay: Day?
        for record in days.records + [LogDays.Record(day: nil, note: checkpoint)] {
            let head: TreeHead
            do throws(NoteError) {
                head = try Checkpoint.open(record.note, by: log).head
            } catch { throw .unsigned }
            if let last = all.last?.head {
                if head.size < last.size { throw .rewound(seen: last.size, served: head.size) }
                if head.size == last.size, head.root != last.root { throw .fork(size: head.size) }
            } else if head.size < days.firstEntry {
                throw .malformed
            }
            if let day = record.day {
                if let lastDay, day != lastDay.adding(1) { throw .missingDay(after: lastDay) }
                lastDay = day
            }
            all.append(Shown(day: record.day, head: head, note: record.note))
        }
        return all
    }

    /// Size and root of the newest tree.
    public var head: TreeHead { edge.head }

    /// The last day closed.
    public var lastClosed: Day? { shown.last { $0.day != nil }?.day }

    /// Checks that no month that is to be kept is left out, and that days are closed as they end.
    ///
    /// A gateway closes a day soon after its midnight; a second one is given to it and to clocks.
    /// - Parameter months: whole months kept besides the current one.
    /// - Throws: `shortened`, `stale`.
    public func check(keepsMonths months: Int, today: Day) throws(LogFault) {
        let firstDay = today.month.adding(-months).firstDay
        if firstEntry > 0, firstClosed.map({ $0 > firstDay }) ?? true { throw .shortened }
        if let lastClosed, lastClosed < today.adding(-2) { throw .stale(lastClosed: lastClosed) }
    }

    /// The root of the tree when it had `size` entries; nil when that was before what is here, or is yet
    /// to come. O(n).
    public func root(ofSize size: Int) -> [UInt8]? { heads(ofSizes: [size]).first?.root }

    /// The entry at an index of the log; nil when it is not among those here.
    public func entry(_ index: Int) -> LogEntry? {
        let place = index - start.size
        return entries.indices.contains(place) ? entries[place] : nil
    }

    /// The indices of the entries that satisfy a condition.
    public func indices(where condition: (LogEntry) -> Bool) -> [Int] {
        entries.indices.filter { condition(entries[$0]) }.map { $0 + start.size }
    }

    /// The day whose closing logged an entry; nil when its day is not closed yet.
    public func day(of index: Int) -> Day? {
        shown.first { $0.day != nil && $0.head.size > index }?.day
    }

    /// The trees of these sizes, the smallest first; none for a size below `start.size` or above the newest
    /// tree's.
    ///
    /// One pass over the entries, whatever the number of sizes.
    public func heads(ofSizes sizes: [Int]) -> [TreeHead] {
        let due = sizes.filter { (start.size...edge.size).contains($0) }.inOrder(<)
        var growing = start
        return due.map { size in
            for place in growing.size - start.size..<size - start.size {
                growing.append(leafHash: MerkleTree.leafHash(entries[place].bytes))
            }
            return growing.head
        }
    }

    /// What a cosigner has confirmed, in the order of the log.
    ///
    /// - Throws: `falseCosignature` when one under its name is not by it.
    public func confirmations(
        by cosigner: VerifierKey
    ) throws(LogFault) -> [(size: Int, day: Day)] {
        var all: [(size: Int, day: Day)] = []
        for shown in shown where !shown.note.signatures(of: cosigner).isEmpty {
            do throws(NoteError) {
                all.append((shown.head.size, try shown.note.cosignatureDay(by: cosigner)))
            } catch { throw .falseCosignature(name: cosigner.name) }
        }
        return all
    }

    /// A proof that an entry stands in one of the trees shown, for a file that others can check.
    ///
    /// - Parameters:
    ///   - index: of an entry here.
    ///   - shown: whose tree has it.
    public func proof(of index: Int, in shown: Shown) -> LogProof {
        let inclusion = InclusionProof(index: index, size: shown.head.size) {
            (height, place) throws(Never) in subtree(height, place)
        }
        return LogProof(extra: entry(index)?.bytes, inclusion: inclusion, checkpoint: shown.note)
    }

    /// The root of a perfect subtree that an inclusion proof of an entry here can need.
    private func subtree(_ height: Int, _ index: Int) -> [UInt8] {
        let range = index << height..<(index + 1) << height
        if range.upperBound <= start.size {
            for (place, hash) in zip(TreeEdge.subtrees(ofSize: start.size), start.hashes)
            where place == (height, index) {
                return hash
            }
            preconditionFailure("an entry here has no sibling inside a subtree of the edge")
        }
        if range.lowerBound >= start.size {
            var edge = TreeEdge()
            for place in range {
                edge.append(leafHash: MerkleTree.leafHash(entries[place - start.size].bytes))
            }
            return edge.root
        }
        return MerkleTree.nodeHash(
            subtree(height - 1, index * 2), subtree(height - 1, index * 2 + 1))
    }
}
