internal import DurableFiles
internal import Reporting
internal import Sodium
package import TransparencyLog

/// What the collector fetched, as plain files in one folder that can be carried on a stick.
///
/// `notes` (the bundle of signed notes), `entries.txt` and `pending.txt` (lines), `envelopes/<hash>`,
/// `replies/<yyyy-mm>` (label ‖ envelope records) and `fetched` (a day). All of it is public or sealed.
package struct Mirror: Sendable {
    static let notesByteLimit = 64 << 20
    static let linesByteLimit = 1 << 30
    static let repliesByteLimit = 1 << 30

    /// Where it stands.
    package let folder: String

    /// A folder that may or may not be a mirror yet.
    package init(folder: String) { self.folder = folder }

    private var notesPath: String { folder + "/notes" }
    private var entriesPath: String { folder + "/entries.txt" }
    private var pendingPath: String { folder + "/pending.txt" }
    private var fetchedPath: String { folder + "/fetched" }
    private var repliesFolder: String { folder + "/replies" }
    private var envelopesFolder: String { folder + "/envelopes" }
    func envelopePath(_ hash: [UInt8]) -> String {
        "\(envelopesFolder)/\(Hex.encode(hash))"
    }

    /// The bundle of signed notes. Throws `noMirror`.
    package func notes() throws -> [UInt8] {
        do throws(FileError) {
            return try DurableFile.read(notesPath, limit: Self.notesByteLimit)
        } catch {
            if case .notFound = error { throw CaseworkError.noMirror(path: folder) }
            throw error
        }
    }

    /// The closed entries; none when nothing was fetched yet. Throws `damagedMirror`.
    package func entries() throws -> EntryList {
        guard DurableFile.exists(entriesPath) else { return EntryList() }
        let bytes = try DurableFile.read(entriesPath, limit: Self.linesByteLimit)
        guard let list = EntryList(parsing: bytes) else {
            throw CaseworkError.damagedMirror(file: entriesPath)
        }
        return list
    }

    /// What was accepted and not yet closed. Throws `damagedMirror`.
    package func pending() throws -> [LoggedEntry] {
        guard DurableFile.exists(pendingPath) else { return [] }
        let bytes = try DurableFile.read(pendingPath, limit: Self.linesByteLimit)
        guard let entries = Self.pending(parsing: bytes) else {
            throw CaseworkError.damagedMirror(file: pendingPath)
        }
        return entries
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
            bytes = try DurableFile.read(path, limit: Self.notesByteLimit)
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
            decoding: try DurableFile.read(fetchedPath, limit: 16), as: UTF8.self)
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

    /// The months of which replies are kept.
    package func replyMonths() throws -> [Month] {
        guard PrivateFolder.isFolder(repliesFolder) else { return [] }
        return try PrivateFolder.names(in: repliesFolder).compactMap { Month($0) }
    }

    /// The labels of a month's replies, each with its envelope's hash. Throws `damagedMirror`.
    package func replies(of month: Month) throws -> [[UInt8]: [UInt8]] {
        let path = "\(repliesFolder)/\(month.text)"
        let bytes = try DurableFile.read(path, limit: Self.repliesByteLimit)
        guard let labels = Self.replies(parsing: bytes) else {
            throw CaseworkError.damagedMirror(file: path)
        }
        return labels
    }

    /// Checks that every note and every reply is one of the entries: a gateway lists all it has taken.
    ///
    /// - Parameter entries: closed and pending ones.
    /// - Throws: `noMirror`; `damagedMirror` for a file with anything else.
    package func checkListed(_ entries: [LoggedEntry]) throws {
        var notes: Set<[UInt8]> = []
        var replies: [[UInt8]: [UInt8]] = [:]
        for entry in entries.map(\.entry) {
            switch entry.kind {
            case .note: notes.insert(entry.hash)
            case .reply: replies[entry.tag] = entry.hash
            default: continue
            }
        }
        let bytes = try self.notes()
        let bundle: NoteBundle
        do throws(ReportingError) {
            bundle = try NoteBundle(parsing: bytes)
        } catch {
            throw CaseworkError.damagedMirror(file: notesPath)
        }
        guard bundle.notes.allSatisfy({ notes.contains(SHA256.hash($0.bytes)) }) else {
            throw CaseworkError.damagedMirror(file: notesPath)
        }
        for month in try replyMonths() {
            for (label, hash) in try self.replies(of: month) where replies[label] != hash {
                throw CaseworkError.damagedMirror(file: "\(repliesFolder)/\(month.text)")
            }
        }
    }

    /// Records of label (16 bytes) ‖ envelope (8,192); nil when the last is cut off.
    package static func replies(parsing bytes: [UInt8]) -> [[UInt8]: [UInt8]]? {
        let tagByteCount = EnvelopeShape.tagByteCount
        let recordByteCount = tagByteCount + EnvelopeShape.replyByteCount
        guard bytes.count % recordByteCount == 0 else { return nil }
        var labels: [[UInt8]: [UInt8]] = [:]
        for start in stride(from: 0, to: bytes.count, by: recordByteCount) {
            let envelope = [UInt8](bytes[start + tagByteCount..<start + recordByteCount])
            labels[[UInt8](bytes[start..<start + tagByteCount])] = SHA256.hash(envelope)
        }
        return labels
    }
}

// What the collector writes. Every file is replaced whole, so a fetch can end anywhere and go on later.
extension Mirror {
    /// Makes the folders that are missing.
    package func create() throws {
        try PrivateFolder.create(folder)
        try PrivateFolder.create(envelopesFolder)
        try PrivateFolder.create(repliesFolder)
        for place in [folder, envelopesFolder, repliesFolder] {
            try PrivateFolder.removeLeftovers(in: place)
        }
    }

    /// Remembers the day on which everything was there, by the online machine's clock.
    package func store(fetched day: Day) throws {
        try DurableFile.replace(fetchedPath, with: [UInt8]((day.text + "\n").utf8))
    }

    package func store(notes: [UInt8]) throws { try DurableFile.replace(notesPath, with: notes) }

    package func store(entries: EntryList) throws {
        try DurableFile.replace(entriesPath, with: entries.bytes)
    }

    package func store(pending: [LoggedEntry]) throws {
        let text = pending.map { $0.line + "\n" }.joined()
        try DurableFile.replace(pendingPath, with: [UInt8](text.utf8))
    }

    /// Keeps an envelope. The caller has checked that it hashes to `hash`.
    package func store(envelope: [UInt8], hash: [UInt8]) throws {
        try DurableFile.replace(envelopePath(hash), with: envelope)
    }

    package func store(replies: [UInt8], of month: Month) throws {
        try DurableFile.replace("\(repliesFolder)/\(month.text)", with: replies)
    }
}
