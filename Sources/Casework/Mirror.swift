internal import DurableFiles
internal import Reporting
internal import Sodium
package import TransparencyLog

/// What the collector fetched, as plain files in one folder that can be carried on a stick.
///
/// `notes` (the bundle of signed notes), `days` and `checkpoint` (as served), `start` (the tree before its first
/// entry), `tile/entries/…` (the entries, as C2SP tlog-tiles names and writes them), `pending.txt` (lines, and how many),
/// `envelopes/<hash>` (reports, replies and notes) and `fetched` (a day). All of it is public or sealed.
package struct Mirror: Sendable {
    static let notesByteLimit = 64 << 20
    static let linesByteLimit = 1 << 30
    private static let checkpointByteLimit = 1 << 16

    /// Where it stands.
    package let folder: String

    /// A folder that may or may not be a mirror yet.
    package init(folder: String) { self.folder = folder }

    private var notesPath: String { folder + "/notes" }
    private var daysPath: String { folder + "/days" }
    private var checkpointPath: String { folder + "/checkpoint" }
    private var startPath: String { folder + "/start" }
    private var pendingPath: String { folder + "/pending.txt" }
    private var fetchedPath: String { folder + "/fetched" }
    func tilePath(_ tile: Tile) -> String { "\(folder)/tile/\(tile.path)" }
    private var envelopesFolder: String { folder + "/envelopes" }
    func envelopePath(_ hash: [UInt8]) -> String {
        "\(envelopesFolder)/\(Hex.encode(hash))"
    }

    /// The bundle of signed notes. Throws `noMirror`.
    package func notes() throws -> [UInt8] {
        do throws(FileError) {
            return try DurableFile.readRegular(notesPath, limit: Self.notesByteLimit)
        } catch {
            if case .notFound = error { throw CaseworkError.noMirror(path: folder) }
            throw error
        }
    }

    /// The tree before the first entry here; the empty one when nothing was fetched yet. Throws
    /// `damagedMirror`.
    package func start() throws -> TreeEdge {
        guard DurableFile.exists(startPath) else { return TreeEdge() }
        let bytes = try DurableFile.readRegular(startPath, limit: Self.checkpointByteLimit)
        guard let edge = TreeEdge(text: String(decoding: bytes, as: UTF8.self)) else {
            throw CaseworkError.damagedMirror(file: startPath)
        }
        return edge
    }

    /// The log as it was fetched, checked from the mirror's first entry on.
    ///
    /// - Throws: `noMirror`, `damagedMirror`; `LogFault` for what only a dishonest gateway, or somebody who
    ///   altered the mirror, can make.
    package func log(_ log: VerifierKey) throws -> LogView {
        guard let days = try days() else { throw CaseworkError.noMirror(path: folder) }
        return try LogView(
            log: log, days: days, checkpoint: checkpoint(), start: start(),
            entries: allEntries().entries)
    }

    /// Every entry here, with the index of the first; nothing is proven yet.
    private func allEntries() throws -> (first: Int, entries: [LogEntry]) {
        guard DurableFile.exists(checkpointPath) else { throw CaseworkError.noMirror(path: folder) }
        let first = try start().size
        let size: Int
        do {
            size = try Checkpoint(text: checkpoint().text).head.size
        } catch is NoteError {
            throw CaseworkError.damagedMirror(file: checkpointPath)
        }
        guard first <= size else { throw CaseworkError.damagedMirror(file: startPath) }
        return (first, try entries(first..<size, inTreeOfSize: size))
    }

    /// Checks that every note of the log is there unaltered, before anything in one is believed or blamed
    /// on anybody. Throws `noMirror`, `damagedMirror`.
    package func checkNotes() throws {
        let bytes = try notes()
        let bundle: NoteBundle
        do throws(ReportingError) { bundle = try NoteBundle(parsing: bytes) } catch {
            throw CaseworkError.damagedMirror(file: notesPath)
        }
        let served = Set(bundle.notes.map { SHA256.hash($0.bytes) })
        let (first, entries) = try allEntries()
        let kept = entries.dropFirst(max(0, (try days()?.firstEntry ?? 0) - first))
        guard kept.allSatisfy({ $0.kind != .note || served.contains($0.hash) }) else {
            throw CaseworkError.damagedMirror(file: notesPath)
        }
    }

    /// The days as they were fetched; nil when nothing was. Throws `damagedMirror`.
    package func days() throws -> LogDays? {
        guard DurableFile.exists(daysPath) else { return nil }
        let bytes = try DurableFile.readRegular(daysPath, limit: LogDays.largest)
        do throws(LogFault) { return try LogDays(parsing: bytes) } catch {
            throw CaseworkError.damagedMirror(file: daysPath)
        }
    }

    /// The newest checkpoint as it was fetched. Throws `damagedMirror`.
    package func checkpoint() throws -> SignedNote {
        do {
            let bytes = try DurableFile.readRegular(
                checkpointPath, limit: Self.checkpointByteLimit)
            return try SignedNote(parsing: bytes)
        } catch {
            throw CaseworkError.damagedMirror(file: checkpointPath)
        }
    }

    /// The entries of a bundle. Throws `damagedMirror` also when it is not there.
    func entries(_ tile: Tile) throws -> [LogEntry] {
        let path = tilePath(tile)
        guard DurableFile.exists(path),
            let entries = EntryBundle.entries(
                try DurableFile.readRegular(path, limit: Self.checkpointByteLimit),
                count: tile.width)
        else { throw CaseworkError.damagedMirror(file: path) }
        return entries
    }

    /// What was accepted and not yet closed. Throws `damagedMirror`, also where a whole fetch left no such list.
    package func pending() throws -> [LoggedEntry] {
        guard DurableFile.exists(pendingPath) || !DurableFile.exists(fetchedPath) else {
            throw CaseworkError.damagedMirror(file: pendingPath)
        }
        return try lines(pendingPath)
    }

    /// The entries that a file lists; none when it is not there. Throws `damagedMirror`.
    func lines(_ path: String) throws -> [LoggedEntry] {
        guard DurableFile.exists(path) else { return [] }
        let bytes = try DurableFile.readRegular(path, limit: Self.linesByteLimit)
        // The last line counts those before it: a file that was cut off between two lines is told too.
        guard let lines = Self.counted(bytes), let entries = Self.pending(parsing: lines) else {
            throw CaseworkError.damagedMirror(file: path)
        }
        return entries
    }

    private static func counted(_ bytes: [UInt8]) -> [UInt8]? {
        guard let mark = bytes.lastIndex(of: 0x23), bytes.last == 0x0a else { return nil }
        let count = bytes[..<mark].count { $0 == 0x0a }
        guard bytes[mark...].elementsEqual("# \(count)\n".utf8) else { return nil }
        return [UInt8](bytes[..<mark])
    }

    /// Lines `<day> <kind number> <hash hex> <tag hex>`; nil when one is anything else.
    package static func pending(parsing bytes: [UInt8]) -> [LoggedEntry]? {
        guard bytes.last ?? 0x0a == 0x0a, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        var entries: [LoggedEntry] = []
        for line in bytes.split(separator: 0x0a) {
            guard let entry = LoggedEntry(line: String(decoding: line, as: UTF8.self)) else {
                return nil
            }
            entries.append(entry)
        }
        return entries
    }

    /// The envelope of an entry, proven to be the one whose hash the entry has.
    ///
    /// nil when it is not there. Throws `damagedMirror` when it was cut off or altered.
    package func envelope(of entry: LogEntry) throws -> [UInt8]? {
        let path = envelopePath(entry.hash)
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try DurableFile.readRegular(path, limit: Self.notesByteLimit)
        } catch {
            switch error {
            case .notFound: return nil
            case .tooLarge: throw CaseworkError.damagedMirror(file: path)
            default: throw error
            }
        }
        guard SHA256.hash(bytes) == entry.hash else {
            throw CaseworkError.damagedMirror(file: path)
        }
        return bytes
    }

    /// The day of the last whole fetch; nil when none was. Throws `damagedMirror`.
    package func fetched() throws -> Day? {
        guard DurableFile.exists(fetchedPath) else { return nil }
        let text = String(
            decoding: try DurableFile.readRegular(fetchedPath, limit: 16), as: UTF8.self)
        guard text.hasSuffix("\n"), let day = Day(String(text.dropLast())) else {
            throw CaseworkError.damagedMirror(file: fetchedPath)
        }
        return day
    }

    /// How an envelope stands in the mirror.
    package enum State: Sendable { case missing, damaged, whole }

    /// Looks at an envelope without giving it.
    package func state(of entry: LogEntry) throws -> State {
        do {
            return try envelope(of: entry) == nil ? .missing : .whole
        } catch CaseworkError.damagedMirror {
            return .damaged
        }
    }
}

// What the collector writes. Every file is replaced whole, so a fetch can end anywhere and go on later.
extension Mirror {
    /// Makes the folders that are missing.
    package func create() throws {
        try PrivateFolder.create(folder)
        try PrivateFolder.create(envelopesFolder)
        for place in [folder, envelopesFolder] {
            try PrivateFolder.removeLeftovers(in: place)
        }
    }

    /// Remembers the day on which everything was there, by the online machine's clock.
    package func store(fetched day: Day) throws {
        try DurableFile.replace(fetchedPath, with: [UInt8]((day.text + "\n").utf8))
    }

    package func store(notes: [UInt8]) throws { try DurableFile.replace(notesPath, with: notes) }

    /// Keeps a checked log, bundle by bundle, then what it is checked by.
    ///
    /// - Parameter start: where the mirror begins, when it is made anew.
    package func store(
        _ log: LogView, days: LogDays, checkpoint: SignedNote, start: TreeEdge? = nil
    ) throws {
        let size = log.head.size
        for number in log.start.size / Tile.fullWidth..<(size + Tile.fullWidth - 1)
            / Tile.fullWidth
        {
            guard let tile = Tile(.entries, number: number, inTreeOfSize: size) else { break }
            try store(tile, of: log)
        }
        if let start { try store(start: start) }
        try DurableFile.replace(daysPath, with: days.bytes)
        try DurableFile.replace(checkpointPath, with: checkpoint.bytes)
    }

    /// The bundle's first entries may be here from before.
    private func store(_ tile: Tile, of log: LogView) throws {
        let first = tile.number * Tile.fullWidth
        let known = max(0, log.start.size - first)
        var entries: [LogEntry] = []
        if known > 0 {
            guard let old = Tile(.entries, number: tile.number, inTreeOfSize: log.start.size) else {
                preconditionFailure("the start has a part of this bundle")
            }
            entries = try self.entries(old)
        }
        entries += (known..<tile.width).compactMap { log.entry(first + $0) }
        let path = tilePath(tile)
        if let slash = path.lastIndex(of: "/") {
            try PrivateFolder.create(String(path[..<slash]))
        }
        try DurableFile.replace(path, with: EntryBundle.bytes(of: entries))
    }

    func store(start: TreeEdge) throws {
        try DurableFile.replace(startPath, with: [UInt8](start.text.utf8))
    }

    package func store(pending: [LoggedEntry]) throws {
        try store(lines: pending, at: pendingPath)
    }

    func store(lines entries: [LoggedEntry], at path: String) throws {
        let text = entries.map { $0.line + "\n" }.joined() + "# \(entries.count)\n"
        try DurableFile.replace(path, with: [UInt8](text.utf8))
    }

    /// Keeps an envelope. The caller has checked that it hashes to `hash`.
    package func store(envelope: [UInt8], hash: [UInt8]) throws {
        try DurableFile.replace(envelopePath(hash), with: envelope)
    }
}
