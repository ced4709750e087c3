internal import Foundation
internal import GRDB
internal import Sodium
internal import TransparencyLog

/// The log's tree inside a transaction: read from the rows, added to, and signed.
struct LogTree {
    private var tree: GrowingTree
    private let database: Database
    private let log: NoteSigner

    /// The tree as it is, after checking that its rows make what was signed last.
    ///
    /// O(log n): the right edge is made of the roots of full tiles and the entries of the last tile.
    /// - Throws: `LogDamage`.
    init(in database: Database, log: NoteSigner) throws {
        self.database = database
        self.log = log
        let size = try Writing.size(of: database)
        guard let signed = try Self.newest(in: database) else {
            throw LogDamage.checkpoint(size: size)
        }
        guard size == signed.size else {
            throw LogDamage.older(stored: size, signed: signed.size)
        }
        tree = try Self.tree(ofSize: size, in: database)
        guard tree.head == signed else { throw LogDamage.altered(size: size) }
    }

    /// The tree without entries, to be made anew.
    init(emptyIn database: Database, log: NoteSigner) {
        self.database = database
        self.log = log
        tree = GrowingTree()
    }

    var head: TreeHead { tree.head }
    var size: Int { tree.size }

    /// Adds an entry; its row is the caller's to write.
    mutating func append(_ entry: LogEntry) throws {
        for subtree in tree.append(leafHash: MerkleTree.leafHash(entry.bytes)) {
            try database.cachedStatement(
                sql: "INSERT INTO subtree (level, number, hash) VALUES (?, ?, ?)"
            ).execute(arguments: [subtree.level, subtree.number, Data(subtree.hash)])
        }
    }

    /// Signs the tree, unless its size is signed: one size is signed once, ever.
    ///
    /// - Throws: `LogDamage.altered` when another tree of this size was signed.
    func sign() throws {
        let head = tree.head
        let root = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT root FROM checkpoint WHERE size = ?"),
            arguments: [head.size])
        if let root {
            guard [UInt8](root) == head.root else { throw LogDamage.altered(size: head.size) }
            return
        }
        let note = try Checkpoint(origin: log.verifierKey.name, head: head).signed(by: log)
        try database.cachedStatement(
            sql: "INSERT INTO checkpoint (size, root, note) VALUES (?, ?, ?)"
        ).execute(arguments: [head.size, Data(head.root), Data(note.bytes)])
    }

    /// Size and root signed last; nil before the first.
    static func newest(in database: Database) throws -> TreeHead? {
        try Row.fetchOne(
            database, sql: "SELECT size, root FROM checkpoint ORDER BY size DESC LIMIT 1"
        ).map { TreeHead(size: $0["size"], root: [UInt8]($0["root"] as Data)) }
    }

    /// The tree that the rows of full tiles and of the last entries make.
    ///
    /// - Throws: `LogDamage` when one is missing.
    static func tree(ofSize size: Int, in database: Database) throws -> GrowingTree {
        try GrowingTree(size: size) { level, range in
            let hashes = try hashes(level: level, in: range, of: database)
            guard hashes.count == range.count else {
                throw level == 0
                    ? LogDamage.entry(position: range.lowerBound)
                    : LogDamage.subtree(level: level, number: range.lowerBound)
            }
            return hashes
        }
    }

    /// The hashes of a level; fewer when rows are missing.
    static func hashes(
        level: Int, in range: Range<Int>, of database: Database
    ) throws -> [[UInt8]] {
        if level == 0 {
            return try entries(in: range, of: database).map { MerkleTree.leafHash($0.bytes) }
        }
        return try Data.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT hash FROM subtree WHERE level = ? AND number >= ? AND number < ?
                    ORDER BY number
                    """), arguments: [level, range.lowerBound, range.upperBound]
        ).map { [UInt8]($0) }
    }

    /// The entries at these positions; fewer when rows are missing.
    static func entries(in range: Range<Int>, of database: Database) throws -> [LogEntry] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT kind, hash, tag FROM entry
                    WHERE position IS NOT NULL AND position >= ? AND position < ?
                    ORDER BY position
                    """), arguments: [range.lowerBound, range.upperBound]
        ).map { try Reading.entry($0) }
    }
}

/// The one row of `log_state`.
enum LogState {
    /// Below it envelopes are erased.
    static func firstEntry(in database: Database) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT first_entry FROM log_state")) ?? 0
    }

    static func setFirstEntry(_ index: Int, in database: Database) throws {
        try database.execute(sql: "UPDATE log_state SET first_entry = ?", arguments: [index])
    }

    /// Grows with every change of the log, its notes or its cosignatures.
    static func version(in database: Database) throws -> Int {
        try Int.fetchOne(database.cachedStatement(sql: "SELECT version FROM log_state")) ?? 0
    }

    static func change(in database: Database) throws {
        try database.execute(sql: "UPDATE log_state SET version = version + 1")
    }
}
