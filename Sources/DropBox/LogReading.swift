internal import Foundation
internal import GRDB
package import TransparencyLog

/// What a log shows, as Docs/protocol.md §5 says.
extension DropBox {
    /// Every closing kept, with the cosignatures given to it.
    package func days() async throws -> LogDays {
        try await read { try LogReading.days(in: $0) }
    }

    /// The newest signed checkpoint, with each key's latest cosignature of it.
    ///
    /// - Throws: `LogDamage` when nothing is signed.
    package func checkpoint() async throws -> SignedNote {
        try await read { database in
            guard let newest = try LogReading.newest(in: database) else {
                throw LogDamage.checkpoint(size: 0)
            }
            var note = newest.note
            for given in try LogReading.cosignatures(from: newest.size, in: database) {
                note.add(given.signature)
            }
            return note
        }
    }

    /// The roots of the trees signed last, the newest first; that of the empty tree when nothing is signed.
    package func newestRoots(_ count: Int) async throws -> [[UInt8]] {
        let roots = try await read { database in
            try Data.fetchAll(
                database, sql: "SELECT root FROM checkpoint ORDER BY size DESC LIMIT ?",
                arguments: [count]
            ).map { [UInt8]($0) }
        }
        return roots.isEmpty ? [MerkleTree.emptyRoot] : roots
    }

    /// A tile as the current tree has it, or a tree signed earlier; nil when there is none, or it is erased.
    package func tile(_ tile: Tile) async throws -> [UInt8]? {
        try await read { database in
            let level = if case .hashes(let level) = tile.content { level } else { 0 }
            let first = tile.number * Tile.fullWidth
            guard try LogReading.isShown(width: first + tile.width, level: level, in: database)
            else { return nil }
            let range = first..<first + tile.width
            switch tile.content {
            case .entries:
                let entries = try LogTree.entries(in: range, of: database)
                return entries.count == range.count ? EntryBundle.bytes(of: entries) : nil
            case .hashes(let level):
                let hashes = try LogTree.hashes(level: level, in: range, of: database)
                return hashes.count == range.count ? hashes.flatMap { $0 } : nil
            }
        }
    }
}

/// The statements that read what is signed; each runs inside the caller's transaction.
enum LogReading {
    /// A cosignature as it was given.
    struct Given {
        let size: Int
        let day: Day
        let signature: SignedNote.Signature
    }

    static func newest(in database: Database) throws -> (size: Int, note: SignedNote)? {
        guard let size = try LogTree.newest(in: database)?.size,
            let note = try checkpoint(ofSize: size, in: database)?.note
        else { return nil }
        return (size, note)
    }

    /// What was signed at a size; nil when nothing was.
    static func checkpoint(
        ofSize size: Int, in database: Database
    ) throws -> (root: [UInt8], note: SignedNote)? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT root, note FROM checkpoint WHERE size = ?"),
            arguments: [size])
        return try row.map { row in
            ([UInt8](row["root"] as Data), try note([UInt8](row["note"] as Data), size: size))
        }
    }

    private static func note(_ bytes: [UInt8], size: Int) throws -> SignedNote {
        do throws(NoteError) { return try SignedNote(parsing: bytes) } catch {
            throw LogDamage.checkpoint(size: size)
        }
    }

    /// Whether a tree was signed that has exactly `width` hashes of a level, or more than the whole tile.
    static func isShown(width: Int, level: Int, in database: Database) throws -> Bool {
        let shift = 8 * level
        guard width <= Int.max >> shift, let newest = try LogTree.newest(in: database)?.size,
            newest >> shift >= width
        else { return false }
        if width % Tile.fullWidth == 0 { return true }
        return try Int.fetchOne(
            database, sql: "SELECT 1 FROM checkpoint WHERE size >= ? AND size < ? LIMIT 1",
            arguments: [width << shift, (width + 1) << shift]) != nil
    }

    /// The cosignatures of trees from a size on, by day.
    static func cosignatures(from size: Int, in database: Database) throws -> [Given] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT name, key_id, day, size, bytes FROM cosignature WHERE size >= ?
                ORDER BY day, name, key_id
                """, arguments: [size]
        ).map { row in
            Given(
                size: row["size"], day: Day(number: row["day"]),
                signature: SignedNote.Signature(
                    name: row["name"], keyID: UInt32(clamping: row["key_id"] as Int),
                    bytes: [UInt8](row["bytes"] as Data)))
        }
    }

    static func days(in database: Database) throws -> LogDays {
        let firstEntry = try LogState.firstEntry(in: database)
        var closed: [Int: [Day]] = [:]
        for row in try Row.fetchAll(
            database, sql: "SELECT day, size FROM closed_day WHERE size >= ? ORDER BY day",
            arguments: [firstEntry])
        { closed[row["size"], default: []].append(Day(number: row["day"])) }
        // nil: under the checkpoint as it was signed during a day.
        var given: [Int: [Day?: [SignedNote.Signature]]] = [:]
        for one in try cosignatures(from: firstEntry, in: database) {
            let day = closed[one.size]?.last { $0 < one.day }
            let others = given[one.size]?[day] ?? []
            // The earliest of one key is the one that says since when.
            guard
                !others.contains(where: {
                    $0.name == one.signature.name && $0.keyID == one.signature.keyID
                })
            else { continue }
            given[one.size, default: [:]][day] = others + [one.signature]
        }
        let newest = try LogTree.newest(in: database)?.size
        let sizes = Set(closed.keys).union(given.keys).union(newest.map { [$0] } ?? [])
        var records: [LogDays.Record] = []
        for size in sizes.sorted() {
            guard let note = try checkpoint(ofSize: size, in: database)?.note else {
                throw LogDamage.checkpoint(size: size)
            }
            let own = given[size] ?? [:]
            let days: [Day?] = closed[size] ?? []
            let isOpen = own[nil] != nil || size == newest && days.isEmpty
            for day in (isOpen ? [nil] : []) + days {
                var note = note
                for signature in own[day] ?? [] { note.add(signature) }
                records.append(LogDays.Record(day: day, note: note))
            }
        }
        return LogDays(firstEntry: firstEntry, records: records)
    }
}
