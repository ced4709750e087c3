internal import GRDB
internal import TransparencyLog

/// What is looked at before anything is signed or accepted: that the store is not older than what was
/// signed, and agrees with itself. No row of a closed day is read but those of the last tile.
enum Opening {
    /// - Parameters:
    ///   - signed: what the file beside the store says was signed; nil when it is not there.
    ///   - file: nil for a store that has none.
    /// - Throws: `LogDamage`, `FileError`.
    static func check(
        _ database: Database, log: NoteSigner, signed: TreeHead?, file: CheckpointFile?
    ) throws {
        let size = try Writing.size(of: database)
        guard try LogTree.newest(in: database) != nil else {
            // A new store, or one from before there was a tree; but never one whose tree was lost.
            if let signed, signed.size > 0 {
                throw LogDamage.older(stored: 0, signed: signed.size)
            }
            // Before the store is one: killed in between, it is made again.
            if signed == nil { try file?.write(Checkpoint.empty(of: log).bytes, size: 0) }
            return try makeTree(of: size, in: database, log: log)
        }
        if file != nil, signed == nil { throw LogDamage.noCheckpoint }
        try check(database, log: log, signed: signed)
    }

    /// The same of a store that has a tree; nothing is written.
    static func check(_ database: Database, log: NoteSigner, signed: TreeHead?) throws {
        let size = try Writing.size(of: database)
        let tree = try LogTree(in: database, log: log)
        if let signed { try check(signed, against: tree.head, in: database) }
        try checkSignature(of: tree.head, in: database, log: log)
        let first = try firstStored(in: database)
        let count =
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM entry WHERE position IS NOT NULL") ?? 0
        guard count == size - first else {
            throw LogDamage.older(stored: first + count, signed: size)
        }
        try checkLastClosing(in: database)
    }

    /// Reports and replies enter by a closing: after the last one there are only notes. Else a day would be
    /// closed a second time.
    static func checkLastClosing(in database: Database) throws {
        let day = try Int.fetchOne(
            database,
            sql: """
                SELECT day FROM entry WHERE position IS NOT NULL AND kind <> 3
                  AND position >= (SELECT coalesce(max(size), 0) FROM closed_day)
                ORDER BY position LIMIT 1
                """)
        if let day { throw LogDamage.closing(Day(number: day)) }
    }

    /// Entries before it are erased.
    static func firstStored(in database: Database) throws -> Int {
        LogView.firstServed(firstEntry: try LogState.firstEntry(in: database))
    }

    static func check(
        _ signed: TreeHead, against stored: TreeHead, in database: Database
    ) throws {
        guard signed.size <= stored.size else {
            throw LogDamage.older(stored: stored.size, signed: signed.size)
        }
        guard try LogReading.checkpoint(ofSize: signed.size, in: database)?.root == signed.root
        else { throw LogDamage.altered(size: signed.size) }
    }

    private static func checkSignature(
        of head: TreeHead, in database: Database, log: NoteSigner
    ) throws {
        let stored = try LogReading.checkpoint(ofSize: head.size, in: database)?.note
        do throws(NoteError) {
            guard let stored, try Checkpoint.open(stored, by: log.verifierKey).head == head else {
                throw .unexpectedText
            }
        } catch { throw LogDamage.checkpoint(size: head.size) }
    }

    /// Makes and signs the tree of a store that has none: of each closing, and of what there is.
    private static func makeTree(of size: Int, in database: Database, log: NoteSigner) throws {
        var closed = try Int.fetchAll(
            database, sql: "SELECT DISTINCT size FROM closed_day ORDER BY size")[...]
        var tree = LogTree(emptyIn: database, log: log)
        func signClosed() throws {
            guard closed.first == tree.size else { return }
            closed.removeFirst()
            try tree.sign()
        }
        // Also where the first closing was later: its checkpoint stands beside the store.
        try tree.sign()
        try signClosed()
        while tree.size < size {
            let range = tree.size..<min(size, tree.size + Tile.fullWidth)
            let entries = try LogTree.entries(in: range, of: database)
            guard entries.count == range.count else {
                throw LogDamage.entry(position: range.lowerBound)
            }
            for entry in entries {
                try tree.append(entry)
                try signClosed()
            }
        }
        guard closed.isEmpty else { throw LogDamage.older(stored: size, signed: closed.last ?? 0) }
        try tree.sign()
        try LogState.change(in: database)
    }
}

extension Checkpoint {
    /// The signed checkpoint of the tree without entries.
    fileprivate static func empty(of log: NoteSigner) throws -> SignedNote {
        try Checkpoint(origin: log.verifierKey.name, head: GrowingTree().head).signed(by: log)
    }
}
