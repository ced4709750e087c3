internal import DurableFiles
package import Reporting
internal import Sodium
package import TransparencyLog

/// A folder of files to post: `<day>-<n>.reply` and `<day>.report` of the schedule, `now-<n>.reply` and
/// `now-<n>.report` (each tag ‖ envelope), `<kind>-<serial>.note`, and `imported.checkpoint` with her cosignature.
///
/// `SHA256SUMS` says in a comment whose they are, and (checked also by `sha256sum -c`) shows whether one was
/// cut off or altered on its way. Nothing here tells which of them somebody can open.
package struct Outbox: Sendable {
    static let replyExtension = ".reply"
    static let reportExtension = ".report"
    static let noteExtension = ".note"
    static let atOncePrefix = "now-"
    static let importedName = "imported.checkpoint"
    private static let ownerMark = "# counsellor "
    private static let byteLimit = 1 << 24

    /// Where it stands.
    package let folder: String

    package init(folder: String) { self.folder = folder }

    private var sumsPath: String { folder + "/SHA256SUMS" }

    /// What a file is, by its name.
    package enum Item: Sendable, Equatable {
        case note
        case imported
        /// A reply, or a referral, to be posted besides the schedule.
        case atOnce
        case slot(Slot)

        init?(name: String) {
            if let slot = Slot(name: name) {
                self = .slot(slot)
            } else if name == Outbox.importedName {
                self = .imported
            } else if name.hasSuffix(Outbox.noteExtension) {
                self = .note
            } else if name.hasPrefix(Outbox.atOncePrefix),
                [Outbox.replyExtension, Outbox.reportExtension].contains(where: name.hasSuffix)
            {
                self = .atOnce
            } else {
                return nil
            }
        }
    }

    /// Checks that the outbox, if it says whose it is, is this counsellor's. Throws `otherOutbox`.
    package func checkOwner(_ own: String) throws {
        guard DurableFile.exists(sumsPath),
            let line = try sumsLines().first(where: { $0.hasPrefix(Self.ownerMark) })
        else { return }
        let owner = String(line.dropFirst(Self.ownerMark.count))
        guard owner == own else {
            throw CaseworkError.otherOutbox(path: folder, owner: owner, id: own)
        }
    }

    /// Whether an outbox was ever written here; one that was taken leaves its sums.
    package var isThere: Bool {
        get throws { try DurableFile.exists(sumsPath) || !names().isEmpty }
    }

    /// The files to post, by name; also those that only the sums know. Throws `FileError.notFound`.
    package func names() throws -> [String] {
        let there = try PrivateFolder.names(in: folder)
        let summed = (try? sums()) ?? [:]
        return Set(there).union(summed.keys).filter { Item(name: $0) != nil }.sorted()
    }

    /// The hashes of files that are still there; nil when what is there can't be told.
    func untaken() -> Set<[UInt8]>? {
        guard DurableFile.exists(sumsPath) else { return [] }
        return (try? sums()).map { Set($0.values.compactMap { Hex.decode($0) }) }
    }

    /// The envelope in a file, label or tag first. Throws `damagedOutbox`.
    package func envelope(_ name: String) throws -> SealedEnvelope {
        let bytes = try bytes(name)
        do throws(ReportingError) {
            return try SealedEnvelope(
                kind: name.hasSuffix(Self.reportExtension) ? .report : .reply, posted: bytes)
        } catch {
            throw CaseworkError.damagedOutbox(file: "\(folder)/\(name)")
        }
    }

    /// The note in a file. Throws `damagedOutbox`.
    package func note(_ name: String) throws -> SignedNote {
        let bytes = try bytes(name)
        do throws(NoteError) {
            return try SignedNote(parsing: bytes)
        } catch {
            throw CaseworkError.damagedOutbox(file: "\(folder)/\(name)")
        }
    }

    /// A file's bytes, proven to be those that were handed over. Throws `damagedOutbox`.
    func bytes(_ name: String) throws -> [UInt8] {
        let path = "\(folder)/\(name)"
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try DurableFile.readRegular(path, limit: Self.byteLimit)
        } catch {
            switch error {
            case .tooLarge, .notFound: throw CaseworkError.damagedOutbox(file: path)
            default: throw error
            }
        }
        guard try sums()[name] == Hex.encode(SHA256.hash(bytes)) else {
            throw CaseworkError.damagedOutbox(file: path)
        }
        return bytes
    }

    private func sumsLines() throws -> [String] {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try DurableFile.readRegular(sumsPath, limit: Self.byteLimit)
        } catch {
            throw CaseworkError.damagedOutbox(file: sumsPath)
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func sums() throws -> [String: String] {
        var sums: [String: String] = [:]
        for line in try sumsLines() where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            guard parts.count == 2 else { throw CaseworkError.damagedOutbox(file: sumsPath) }
            sums[String(parts[1])] = String(parts[0])
        }
        return sums
    }
}

// Writing. The sums are written last: what is cut off before that is told as damage.
extension Outbox {
    /// Puts files in the place of all that are there.
    ///
    /// - Parameter owner: whose they are, by `CounsellorKeys.owner`.
    /// - Throws: `otherOutbox` for a folder with another's; `incompleteOutbox` when the disk is full before all are there.
    func replace(with files: [(name: String, bytes: [UInt8])], of owner: String) throws {
        try checkOwner(owner)
        do {
            for file in files {
                try DurableFile.replace("\(folder)/\(file.name)", with: file.bytes)
            }
            let kept = Set(files.map(\.name))
            for name in try PrivateFolder.names(in: folder)
            where Item(name: name) != nil && !kept.contains(name) {
                try DurableFile.remove("\(folder)/\(name)")
            }
            var sums: [String: String] = [:]
            for file in files { sums[file.name] = Hex.encode(SHA256.hash(file.bytes)) }
            try write(sums, of: owner)
        } catch FileError.diskFull {
            throw CaseworkError.incompleteOutbox(path: folder)
        }
    }

    /// Adds files to those that are there, over any of the same name.
    func add(_ files: [(name: String, bytes: [UInt8])], of owner: String) throws {
        try checkOwner(owner)
        var sums = DurableFile.exists(sumsPath) ? try self.sums() : [:]
        for file in files {
            try DurableFile.replace("\(folder)/\(file.name)", with: file.bytes)
            sums[file.name] = Hex.encode(SHA256.hash(file.bytes))
        }
        try write(sums, of: owner)
    }

    /// Removes files that were taken or posted.
    func remove(_ names: [String], of owner: String) throws {
        var sums = try self.sums()
        for name in names {
            try DurableFile.remove("\(folder)/\(name)")
            sums[name] = nil
        }
        try write(sums, of: owner)
    }

    private func write(_ sums: [String: String], of owner: String) throws {
        let lines = sums.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
        let text = "\(Self.ownerMark)\(owner)\n" + lines.joined()
        try DurableFile.replace(sumsPath, with: [UInt8](text.utf8))
    }
}
