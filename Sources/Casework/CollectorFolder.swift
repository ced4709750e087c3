internal import DurableFiles
internal import PageRelease
package import Reporting
internal import Sodium
package import TransparencyLog

/// What the counsellor's online machine has: two keys that open nothing, the organisation's link, and
/// the mirror.
///
/// Files: `request.key` and `collector.key` (0600), `anchor` (the link), `highest-roster` (a serial), perhaps
/// `release.vkey`, put there by the counsellor, `proxy`, chosen at the desk, and `online`, once she let it go online;
/// the folder `mirror`, what `Schedule` is to post, and what `CollectorMemory` keeps.
package final class CollectorFolder {
    package let folder: String
    /// Signs requests.
    package let request: NoteSigner
    /// Cosigns what the mirror holds.
    package let collector: NoteSigner
    /// Whom to trust about the roster.
    package let anchor: TrustAnchor
    private let lock: FolderLock

    /// What it has seen before.
    package var memory: CollectorMemory { CollectorMemory(folder: folder) }

    /// What is to be posted, day by day.
    package var schedule: Schedule {
        // All of the key's name but what it is for.
        Schedule(
            folder: folder,
            owner: request.verifierKey.name.split(separator: "/").dropLast().joined(separator: "/"))
    }

    /// The fetched files.
    package var mirror: Mirror { Mirror(folder: folder + "/mirror") }

    /// The folder in it that the desk of the same machine fills and posts from.
    package static let outboxName = "outbox"

    private static func requestPath(_ folder: String) -> String { folder + "/request.key" }
    private static func collectorPath(_ folder: String) -> String { folder + "/collector.key" }
    static func anchorPath(_ folder: String) -> String { folder + "/anchor" }
    private var serialPath: String { folder + "/highest-roster" }

    /// Through which proxy the gateway is reached from here when a command names none, as `--proxy` takes it; nil for
    /// none. Throws `damagedCollector`.
    package static func proxy(in folder: String) throws -> String? {
        let path = folder + "/proxy"
        guard DurableFile.exists(path) else { return nil }
        let bytes = try DurableFile.readRegular(path, limit: 1_024)
        guard let text = String(validating: bytes, as: UTF8.self), text.last == "\n", text.count > 1
        else { throw CaseworkError.damagedCollector(file: path) }
        return String(text.dropLast())
    }

    /// Chooses it; nil for none.
    package static func choose(proxy: String?, in folder: String) throws {
        let path = folder + "/proxy"
        guard let proxy else { return try DurableFile.remove(path) }
        try DurableFile.replace(path, with: [UInt8]((proxy + "\n").utf8))
    }

    /// Whether somebody let this folder go online: a first use makes one on the vault's machine too, where it stays
    /// idle until then. The daily timer looks for the file.
    package static func isOnline(_ folder: String) -> Bool {
        DurableFile.exists(folder + "/online")
    }

    /// Lets it go online, or not any more.
    package static func set(online: Bool, in folder: String) throws {
        guard online != isOnline(folder) else { return }
        let path = folder + "/online"
        if online { try DurableFile.replace(path, with: []) } else { try DurableFile.remove(path) }
    }

    /// Opens the folder for one command.
    /// - Throws: `noHome`, `damagedCollector`; `FileError.inUse` when another command has it.
    package init(opening folder: String) throws {
        try PrivateFolder.checkPermitted(folder)
        guard DurableFile.exists(Self.anchorPath(folder)) else {
            throw CaseworkError.noHome(path: folder)
        }
        self.lock = try FolderLock(folder: folder)
        try PrivateFolder.removeLeftovers(in: folder)
        if Unfinished.isThere(folder) { try Unfinished.end(folder) }
        self.folder = folder
        self.request = try Self.signer(Self.requestPath(folder))
        self.collector = try Self.signer(Self.collectorPath(folder), type: .cosignature)
        let link = try DurableFile.readRegular(Self.anchorPath(folder), limit: 4_096)
        do throws(ReportingError) {
            self.anchor = try TrustAnchor(link: String(decoding: link, as: UTF8.self))
        } catch {
            throw CaseworkError.damagedCollector(file: Self.anchorPath(folder))
        }
    }

    /// Begins the folder with new keys; until `finish` has written `anchor` it can be made again.
    /// - Throws: `homeExists`.
    package init(creating folder: String, id: String, anchor: TrustAnchor) throws {
        try Self.checkFree(folder)
        try Unfinished.begin(folder)
        self.lock = try FolderLock(folder: folder)
        self.folder = folder
        self.anchor = anchor
        self.request = try NoteSigner(
            name: CounsellorKeys.name("request", id: id, host: anchor.host))
        self.collector = try NoteSigner(
            name: CounsellorKeys.name("collector", id: id, host: anchor.host), type: .cosignature)
        for (path, signer) in [
            (Self.requestPath(folder), request), (Self.collectorPath(folder), collector),
        ] {
            var bytes = signer.keyFile().copyOut()
            defer { wipe(&bytes) }
            try DurableFile.replace(path, with: bytes)
        }
        try mirror.create()
    }

    /// Ends making the folder.
    package func finish() throws {
        try DurableFile.replace(Self.anchorPath(folder), with: [UInt8]((anchor.link + "\n").utf8))
    }

    /// After `finish`, when the offline home is whole too: from now on it is never made again.
    package func seal() throws { try Unfinished.end(folder) }

    /// Checks that nobody's keys are here, but what an `init` that never ended left. Throws `homeExists`.
    package static func checkFree(_ folder: String) throws {
        let isUsed = [requestPath(folder), collectorPath(folder)].contains(
            where: DurableFile.exists)
        guard !DurableFile.exists(anchorPath(folder)), Unfinished.isThere(folder) || !isUsed else {
            throw CaseworkError.homeExists(path: folder)
        }
    }

    /// Throws `notForThis` for an online folder, its mirror, and the root of all files.
    static func checkNone(in folder: String) throws {
        let names = ["anchor", "request.key", "checkpoint"]
        let isUsed = names.contains { DurableFile.exists("\(folder)/\($0)") }
        guard !isUsed, folder.contains(where: { $0 != "/" }) else {
            throw CaseworkError.notForThis(path: folder)
        }
    }

    /// Removes a folder that is not sealed; does nothing to any other.
    package static func abandon(_ folder: String) {
        guard Unfinished.isThere(folder) else { return }
        for place in ["envelopes", ""] {
            try? PrivateFolder.removeEmpty("\(folder)/mirror/\(place)")
        }
        Unfinished.abandon(folder, files: ["request.key", "collector.key", "anchor"])
    }

    /// The key that signs releases of the reporter's page; nil when the counsellor put none here.
    ///
    /// - Throws: `damagedCollector`.
    package func releaseKey() throws -> VerifierKey? {
        let path = folder + "/release.vkey"
        guard DurableFile.exists(path) else { return nil }
        let bytes = try DurableFile.readRegular(path, limit: 4_096)
        do throws(NoteError) { return try ReleaseKey.parse(bytes) } catch {
            throw CaseworkError.damagedCollector(file: path)
        }
    }

    /// What the mirror's notes say, checked against the link and the highest serial seen.
    ///
    /// - Throws: `noMirror`, `damagedMirror`; `OrganisationError`.
    package func organisation(today: Day) throws -> Organisation {
        let bundle: NoteBundle
        let notes = try mirror.notes()
        do throws(ReportingError) { bundle = try NoteBundle(parsing: notes) } catch {
            throw CaseworkError.damagedMirror(file: mirror.folder + "/notes")
        }
        return try Organisation(
            bundle: bundle, anchor: anchor, today: today, highestSeen: highestRoster())
    }

    /// The highest roster serial this machine has seen. Throws `damagedCollector`.
    package func highestRoster() throws -> Int {
        guard DurableFile.exists(serialPath) else { return 0 }
        let text = String(
            decoding: try DurableFile.readRegular(serialPath, limit: 32), as: UTF8.self)
        guard let serial = Int(text.prefix { $0 != "\n" }) else {
            throw CaseworkError.damagedCollector(file: serialPath)
        }
        return serial
    }

    /// Whose machine it is, by id in the roster.
    package var id: String {
        let parts = request.verifierKey.name.split(separator: "/").map(String.init)
        return parts.dropLast().last ?? request.verifierKey.name
    }

    /// Checks that a roster names this machine's own keys.
    /// - Throws: `notInRoster`, `foreignKeys`.
    package func checkListed(in roster: Roster) throws {
        guard let own = roster.counsellor(id) else { throw CaseworkError.notInRoster(id: id) }
        guard own.request == request.verifierKey, own.collector == collector.verifierKey else {
            throw CaseworkError.foreignKeys(id: id)
        }
    }

    /// Raises the serial that no roster may go below.
    package func rememberRoster(_ serial: Int) throws {
        try DurableFile.replace(serialPath, with: [UInt8]("\(serial)\n".utf8))
    }

    private static func signer(
        _ path: String, type: SignatureType = .ed25519
    ) throws -> NoteSigner {
        guard DurableFile.exists(path) else { throw CaseworkError.damagedCollector(file: path) }
        var bytes = try DurableFile.readRegular(path, limit: 4_096)
        defer { wipe(&bytes) }
        do throws(NoteError) {
            return try NoteSigner(keyFile: SecretBytes(copying: bytes), type: type)
        } catch {
            throw CaseworkError.damagedCollector(file: path)
        }
    }
}
