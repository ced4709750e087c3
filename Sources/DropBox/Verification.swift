internal import Foundation
internal import GRDB
internal import Sodium
package import TransparencyLog

/// What was recomputed and found as signed.
package struct VerifiedStore: Sendable, Equatable {
    /// The first entry whose envelope is kept.
    package internal(set) var firstEntry = 0
    /// Entries stored, those of the first tile included.
    package internal(set) var entries = 0
    /// Envelopes of entries.
    package internal(set) var envelopes = 0
    package internal(set) var notes = 0
    /// Envelopes that wait for a closing.
    package internal(set) var pending = 0
    package internal(set) var subtrees = 0
    package internal(set) var checkpoints = 0
    package internal(set) var closings = 0
    package internal(set) var cosignatures = 0
}

extension DropBox {
    /// Recomputes everything: each envelope's hash, each tree, each signature.
    ///
    /// Of trees that end among erased entries only the signature can be checked.
    /// - Parameter cosigners: every key whose cosignatures were taken, from the notes stored.
    /// - Throws: `LogDamage` with the first thing wrong; `DropBoxError`.
    package func verify(
        cosigners: @escaping @Sendable ([[UInt8]]) throws -> [VerifierKey]
    ) async throws -> VerifiedStore {
        let signed = try checkpointFile?.read(log: log.verifierKey)
        return try await read { [log, checkpointFile] database in
            var verification = try Verification(database: database, log: log.verifierKey)
            if checkpointFile != nil, signed == nil { throw LogDamage.noCheckpoint }
            if let signed {
                guard let newest = try LogTree.newest(in: database) else {
                    throw LogDamage.older(stored: 0, signed: signed.size)
                }
                try Opening.check(signed, against: newest, in: database)
            }
            try verification.checkCheckpoints()
            try verification.checkEntries()
            try verification.checkSubtrees()
            try verification.checkNotes()
            try verification.checkPending()
            try verification.checkClosings()
            try verification.checkCosignatures(
                by: try cosigners(Reading.notes(in: database)))
            return verification.found
        }
    }
}

/// One recomputation of a store, inside one reading transaction.
private struct Verification {
    let database: Database
    let log: VerifierKey
    /// Entries before it are erased.
    let first: Int
    let size: Int
    var found = VerifiedStore()
    /// Signed roots by size.
    private var roots: [Int: [UInt8]] = [:]

    init(database: Database, log: VerifierKey) throws {
        self.database = database
        self.log = log
        size = try Writing.size(of: database)
        found.firstEntry = try LogState.firstEntry(in: database)
        first = try Opening.firstStored(in: database)
        guard found.firstEntry <= size else { throw LogDamage.entry(position: found.firstEntry) }
    }

    mutating func checkCheckpoints() throws {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT size, root, note FROM checkpoint ORDER BY size")
        var last = -1
        while let row = try rows.next() {
            let head = TreeHead(size: row["size"], root: [UInt8](row["root"] as Data))
            do throws(NoteError) {
                let note = try SignedNote(parsing: [UInt8](row["note"] as Data))
                guard try Checkpoint.open(note, by: log).head == head else {
                    throw .unexpectedText
                }
            } catch { throw LogDamage.checkpoint(size: head.size) }
            roots[head.size] = head.root
            last = head.size
            found.checkpoints += 1
        }
        guard last == size else { throw LogDamage.older(stored: size, signed: max(0, last)) }
    }

    /// Each entry has its place and its envelope, and together they make every tree that was signed.
    mutating func checkEntries() throws {
        var tree = try LogTree.tree(ofSize: first, in: database)
        let notes = Set(
            try Data.fetchAll(database, sql: "SELECT hash FROM note").map { [UInt8]($0) })
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT entry.position, entry.kind, hash, tag, bytes FROM entry
                LEFT JOIN envelope ON envelope.position = entry.position
                WHERE entry.position IS NOT NULL ORDER BY entry.position
                """)
        try checkRoot(of: tree)
        while let row = try rows.next() {
            let position = row["position"] as Int
            guard position == tree.size else { throw LogDamage.entry(position: tree.size) }
            let entry = try Reading.entry(row)
            let envelope = (row["bytes"] as Data?).map { [UInt8]($0) }
            if position >= found.firstEntry {
                try check(entry, envelope, isNoteKept: notes.contains(entry.hash), position)
            }
            for subtree in tree.append(leafHash: MerkleTree.leafHash(entry.bytes))
            where try LogTree.hashes(
                level: subtree.level, in: subtree.number..<subtree.number + 1, of: database)
                != [subtree.hash]
            {
                throw LogDamage.subtree(level: subtree.level, number: subtree.number)
            }
            try checkRoot(of: tree)
            found.entries += 1
        }
        guard tree.size == size else { throw LogDamage.entry(position: tree.size) }
        let stored = try Int.fetchOne(database, sql: "SELECT count(*) FROM envelope") ?? 0
        guard stored == found.envelopes else { throw LogDamage.envelope(position: size) }
    }

    private mutating func check(
        _ entry: LogEntry, _ envelope: [UInt8]?, isNoteKept: Bool, _ position: Int
    ) throws {
        if entry.kind == .note {
            guard isNoteKept, envelope == nil else { throw LogDamage.envelope(position: position) }
            return
        }
        guard let envelope, SHA256.hash(envelope) == entry.hash,
            envelope.count == Schema.envelopeByteCounts[entry.kind]
        else { throw LogDamage.envelope(position: position) }
        found.envelopes += 1
    }

    private func checkRoot(of tree: GrowingTree) throws {
        guard let root = roots[tree.size] else { return }
        guard tree.head.root == root else { throw LogDamage.altered(size: tree.size) }
    }

    /// The roots of each level's full tiles stand in the level above, erased ones too; none is too many.
    mutating func checkSubtrees() throws {
        for level in 1..<Tile.levelCount {
            let count = size >> (8 * level)
            let hashes = try LogTree.hashes(level: level, in: 0..<count, of: database)
            let stored =
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM subtree WHERE level = ?",
                    arguments: [level]) ?? 0
            guard hashes.count == count, stored == count else {
                throw LogDamage.subtree(level: level, number: min(hashes.count, count))
            }
            found.subtrees += count
            guard level + 1 < Tile.levelCount else { return }
            for number in 0..<count / Tile.fullWidth {
                var edge = TreeEdge()
                for place in number * Tile.fullWidth..<(number + 1) * Tile.fullWidth {
                    edge.append(leafHash: hashes[place])
                }
                guard
                    try LogTree.hashes(
                        level: level + 1, in: number..<number + 1, of: database) == [edge.root]
                else { throw LogDamage.subtree(level: level + 1, number: number) }
            }
        }
    }

    mutating func checkNotes() throws {
        for row in try Row.fetchAll(database, sql: "SELECT number, hash, bytes FROM note") {
            guard SHA256.hash([UInt8](row["bytes"] as Data)) == [UInt8](row["hash"] as Data) else {
                throw LogDamage.envelope(position: row["number"])
            }
            found.notes += 1
        }
    }

    mutating func checkPending() throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT entry.kind, hash, bytes FROM entry
                LEFT JOIN arriving ON arriving.place = entry.place
                WHERE entry.place IS NOT NULL
                """)
        while let row = try rows.next() {
            guard let bytes = row["bytes"] as Data?,
                SHA256.hash([UInt8](bytes)) == [UInt8](row["hash"] as Data)
            else { throw LogDamage.pending }
            found.pending += 1
        }
        guard try Int.fetchOne(database, sql: "SELECT count(*) FROM arriving") == found.pending
        else { throw LogDamage.pending }
    }

    mutating func checkClosings() throws {
        var closings: [(day: Int, size: Int)] = []
        for row in try Row.fetchAll(
            database, sql: "SELECT day, size FROM closed_day ORDER BY day")
        {
            let (day, size) = (row["day"] as Int, row["size"] as Int)
            let last = closings.last
            guard last.map({ day == $0.day + 1 && size >= $0.size }) ?? true, roots[size] != nil
            else { throw LogDamage.closing(Day(number: last.map { $0.day + 1 } ?? day)) }
            closings.append((day, size))
        }
        found.closings = closings.count
        try Opening.checkLastClosing(in: database)
        try checkDays(closings)
    }

    /// Each report and reply is of the day whose closing has it; those of the first closing kept may be older.
    private func checkDays(_ closings: [(day: Int, size: Int)]) throws {
        var due = closings[...]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT position, day FROM entry WHERE position IS NOT NULL AND kind <> 3
                ORDER BY position
                """)
        while let row = try rows.next() {
            let (position, day) = (row["position"] as Int, row["day"] as Int)
            while let next = due.first, next.size <= position { due.removeFirst() }
            guard let closing = due.first,
                day == closing.day || due.count == closings.count && day < closing.day
            else { throw LogDamage.entry(position: position) }
        }
    }

    mutating func checkCosignatures(by keys: [VerifierKey]) throws {
        for given in try LogReading.cosignatures(from: 0, in: database) {
            let damage = LogDamage.cosignature(name: given.signature.name, day: given.day)
            guard
                let key = keys.first(where: {
                    $0.name == given.signature.name && $0.keyID == given.signature.keyID
                }), var note = try LogReading.checkpoint(ofSize: given.size, in: database)?.note
            else { throw damage }
            note.add(given.signature)
            let day: Day?
            do throws(NoteError) { day = try note.cosignatureDay(by: key) } catch { day = nil }
            guard day == given.day else { throw damage }
            found.cosignatures += 1
        }
    }
}
