internal import DurableFiles
package import Reporting
package import Sodium
package import TransparencyLog

/// What the holders of the root keys work on together. Nothing in it is secret.
///
/// `root.vkey` and `second.vkey`, `organisation.link`, `roster.draft` (the text to be signed),
/// `roster.unfinished` (a note that still lacks a signature) and `roster.note` (the last complete one).
package final class OrganisationFolder {
    package let folder: String
    private let lock: FolderLock
    /// The roster as it will be signed.
    package private(set) var draft: Roster

    private static let draftName = "roster.draft"
    private static let byteLimit = 1 << 22
    package var rosterPath: String { folder + "/roster.note" }
    private var unfinishedPath: String { folder + "/roster.unfinished" }
    private var draftPath: String { "\(folder)/\(Self.draftName)" }

    /// Whether an organisation's folder is there.
    package static func exists(_ folder: String) -> Bool {
        DurableFile.exists("\(folder)/\(draftName)")
    }

    /// Makes the folder. Throws `homeExists` when one is there.
    package init(creating folder: String, draft: Roster, link: TrustAnchor) throws {
        guard !Self.exists(folder) else { throw CaseworkError.homeExists(path: folder) }
        try PrivateFolder.create(folder)
        self.lock = try FolderLock(folder: folder)
        self.folder = folder
        self.draft = draft
        for (name, key) in zip(["root", "second"], draft.roots) {
            try DurableFile.replace(
                "\(folder)/\(name).vkey", with: [UInt8]((key.text + "\n").utf8), mode: 0o644)
        }
        try DurableFile.replace(
            folder + "/organisation.link", with: [UInt8]((link.link + "\n").utf8), mode: 0o644)
        try saveDraft()
    }

    /// Opens the folder. Throws `badOrganisation` for a draft that can't be read.
    package init(opening folder: String) throws {
        let path = "\(folder)/\(Self.draftName)"
        let bytes = try DurableFile.readRegular(path, limit: Self.byteLimit)
        self.lock = try FolderLock(folder: folder)
        try PrivateFolder.removeLeftovers(in: folder)
        self.folder = folder
        do throws(ReportingError) {
            self.draft = try Roster(text: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw CaseworkError.badOrganisation(file: path)
        }
    }

    /// The roster as it was last complete; nil before the first.
    package func complete() throws -> Roster? {
        guard let note = try note(rosterPath) else { return nil }
        do {
            for key in draft.roots { try note.verify(key) }
            return try Roster(text: note.text)
        } catch {
            throw CaseworkError.badOrganisation(file: rosterPath)
        }
    }

    /// Adds a counsellor. Throws `alreadyInRoster`.
    package func add(_ counsellor: Roster.Counsellor, today: Day) throws {
        guard draft.counsellor(counsellor.id) == nil else {
            throw CaseworkError.alreadyInRoster(id: counsellor.id)
        }
        var counsellor = counsellor
        counsellor.since = today
        draft.counsellors.append(counsellor)
        try change(today: today)
    }

    /// Removes a counsellor. Throws `notInRoster`.
    package func remove(_ id: String, today: Day) throws {
        guard draft.counsellor(id) != nil else { throw CaseworkError.notInRoster(id: id) }
        draft.counsellors.removeAll { $0.id == id }
        try change(today: today)
    }

    /// The same people for a further time.
    package func renew(today: Day) throws { try change(today: today) }

    /// Other settings of the organisation or a counsellor; when `body` throws, nothing is changed.
    package func change(today: Day, _ body: (inout Roster) throws -> Void) throws {
        var changed = draft
        try body(&changed)
        draft = changed
        try change(today: today)
    }

    /// Adds one root key's signature to the draft. Returns the names of those still to sign.
    ///
    /// - Throws: `notAnOrganisationKey`; `nothingToSign` when the draft is complete already.
    package func sign(by signer: NoteSigner) throws -> [String] {
        guard draft.roots.contains(signer.verifierKey) else {
            throw CaseworkError.notAnOrganisationKey(name: signer.verifierKey.name)
        }
        guard try complete() != draft else { throw CaseworkError.nothingToSign }
        var note = try SignedNote(text: draft.text)
        if let unfinished = try self.note(unfinishedPath), unfinished.text == note.text {
            note = unfinished
        }
        note.add(signer)
        let missing = missing(in: note)
        guard missing.isEmpty else {
            try DurableFile.replace(unfinishedPath, with: note.bytes, mode: 0o644)
            return missing
        }
        try DurableFile.replace(rosterPath, with: note.bytes, mode: 0o644)
        try DurableFile.remove(unfinishedPath)
        return []
    }

    /// The names of the keys that have not signed the draft yet; none when it is complete.
    package func unsigned() throws -> [String] {
        if try complete() == draft { return [] }
        guard let note = try note(unfinishedPath), note.text == draft.text else {
            return draft.roots.map(\.name)
        }
        return missing(in: note)
    }

    private func missing(in note: SignedNote) -> [String] {
        draft.roots.filter { key in
            do throws(NoteError) {
                try note.verify(key)
                return false
            } catch { return true }
        }.map(\.name)
    }

    /// Adds the counsellor of an enrolment file. Throws `badEnrolment`, `alreadyInRoster`, `FileError`.
    package func add(enrolment path: String, today: Day) throws -> Roster.Counsellor {
        let bytes = try DurableFile.readRegular(path, limit: 1 << 16)
        let counsellor: Roster.Counsellor
        do throws(ReportingError) {
            counsellor = try Roster.Counsellor(enrolment: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw CaseworkError.badEnrolment(path: path)
        }
        try add(counsellor, today: today)
        return counsellor
    }

    /// Adds the signature of the key in a file. Returns the names of those still to sign.
    ///
    /// - Throws: as `sign(by:)`, also for a file of something else; `wrongPassphrase`, `damaged` for the file.
    package func sign(
        keyFile path: String, passphrase: borrowing SecretBytes
    ) throws -> [String] {
        let signer: NoteSigner
        do {
            let file = try PassphraseFile.open(path, passphrase: passphrase)
            signer = try NoteSigner(keyFile: file)
        } catch CaseworkError.damaged {
            // Nothing of hers that a backup could bring back.
            throw CaseworkError.notAnOrganisationKey(name: path)
        } catch is NoteError {
            // Whole, or it would not have opened, and something else than a key that signs.
            throw CaseworkError.notAnOrganisationKey(name: path)
        }
        return try sign(by: signer)
    }

    /// After any change: a serial above the last complete one, valid from today.
    private func change(today: Day) throws {
        draft.serial = (try complete()?.serial ?? 0) + 1
        draft.issued = today
        draft.expires = today.adding(Roster.longestValidity)
        try saveDraft()
        try DurableFile.remove(unfinishedPath)
    }

    private func saveDraft() throws {
        try DurableFile.replace(draftPath, with: [UInt8](draft.text.utf8), mode: 0o644)
    }

    private func note(_ path: String) throws -> SignedNote? {
        guard DurableFile.exists(path) else { return nil }
        let bytes = try DurableFile.readRegular(path, limit: Self.byteLimit)
        do throws(NoteError) {
            return try SignedNote(parsing: bytes)
        } catch {
            throw CaseworkError.badOrganisation(file: path)
        }
    }
}
