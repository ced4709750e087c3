internal import DurableFiles
package import Reporting
internal import Sodium
package import TransparencyLog

/// A folder of files to post: `<label hex>.reply` (label ‖ envelope) and `<kind>-<serial>.note`.
///
/// `SHA256SUMS` says in a comment whose they are, and (checked also by `sha256sum -c`) shows whether one was cut off or altered on its way. What
/// was posted gets a file beside it that ends in `.promise` (a reply: what the gateway signed) or
/// `.posted` (a note), and is not posted again.
package struct Outbox: Sendable {
    static let replyExtension = ".reply"
    static let noteExtension = ".note"
    private static let promiseExtension = ".promise"
    private static let postedExtension = ".posted"
    private static let ownerMark = "# counsellor "
    private static let byteLimit = 1 << 24

    /// Where it stands.
    package let folder: String

    package init(folder: String) { self.folder = folder }

    private var sumsPath: String { folder + "/SHA256SUMS" }

    /// Adds files, then their sums to those of files that are there already.
    ///
    /// - Parameter owner: whose they are, by id.
    /// - Throws: `otherOutbox` for a folder with another's.
    func add(_ files: [(name: String, bytes: [UInt8])], of owner: String) throws {
        try checkOwner(owner)
        // Sums that were altered are made anew: everything not posted is written again.
        var sums = (try? self.sums()) ?? [:]
        for file in files {
            try DurableFile.replace("\(folder)/\(file.name)", with: file.bytes)
            sums[file.name] = Hex.encode(SHA256.hash(file.bytes))
        }
        let lines = sums.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
        let text = "\(Self.ownerMark)\(owner)\n" + lines.joined()
        try DurableFile.replace(sumsPath, with: [UInt8](text.utf8))
    }

    /// Checks that the outbox, if it says whose it is, is this counsellor's. Throws `otherOutbox`.
    package func checkOwner(_ id: String) throws {
        guard DurableFile.exists(sumsPath),
            let line = try sumsLines().first(where: { $0.hasPrefix(Self.ownerMark) })
        else { return }
        let owner = String(line.dropFirst(Self.ownerMark.count))
        guard owner == id else {
            throw CaseworkError.otherOutbox(path: folder, owner: owner, id: id)
        }
    }

    /// The names of replies and notes not posted yet. Throws `FileError.notFound`.
    package func waiting() throws -> (replies: [String], notes: [String]) {
        let names = try PrivateFolder.names(in: folder)
        let known = Set(names)
        let replies = names.filter {
            $0.hasSuffix(Self.replyExtension) && !known.contains($0 + Self.promiseExtension)
        }
        let notes = names.filter {
            $0.hasSuffix(Self.noteExtension) && !known.contains($0 + Self.postedExtension)
        }
        return (replies, notes)
    }

    /// The reply in a file. Throws `damagedOutbox`.
    package func reply(_ name: String) throws -> SealedEnvelope {
        let bytes = try checked(name)
        do throws(ReportingError) {
            let envelope = try SealedEnvelope(kind: .reply, posted: bytes)
            if name == Hex.encode(envelope.tag) + Self.replyExtension { return envelope }
        } catch {}
        throw CaseworkError.damagedOutbox(file: "\(folder)/\(name)")
    }

    /// The note in a file. Throws `damagedOutbox`.
    package func note(_ name: String) throws -> SignedNote {
        let bytes = try checked(name)
        do throws(NoteError) {
            return try SignedNote(parsing: bytes)
        } catch {
            throw CaseworkError.damagedOutbox(file: "\(folder)/\(name)")
        }
    }

    /// Keeps the gateway's promise beside the reply: it is posted.
    package func keep(_ promise: Promise, for name: String) throws {
        try DurableFile.replace(
            "\(folder)/\(name)\(Self.promiseExtension)", with: [UInt8](promise.text.utf8))
    }

    /// Marks a note as posted.
    package func markPosted(note name: String) throws {
        try DurableFile.replace("\(folder)/\(name)\(Self.postedExtension)", with: [])
    }

    /// A file's bytes, proven to be those that were handed over.
    private func checked(_ name: String) throws -> [UInt8] {
        let path = "\(folder)/\(name)"
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try DurableFile.read(path, limit: Self.byteLimit)
        } catch {
            if case .tooLarge = error { throw CaseworkError.damagedOutbox(file: path) }
            throw error
        }
        guard try sums()[name] == Hex.encode(SHA256.hash(bytes)) else {
            throw CaseworkError.damagedOutbox(file: path)
        }
        return bytes
    }

    private func sumsLines() throws -> [String] {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try DurableFile.read(sumsPath, limit: Self.byteLimit)
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
