internal import DurableFiles
internal import Sodium
package import TransparencyLog

// Promises of the gateway that its log has not kept yet, each in a file named by its hash.
extension CollectorMemory {
    /// Remembers a promise until its entry is logged.
    package func remember(_ promise: SignedNote, of entry: LogEntry) throws {
        try PrivateFolder.create(promisesFolder)
        try DurableFile.replace(
            "\(promisesFolder)/\(Hex.encode(entry.hash))", with: promise.bytes)
    }

    /// Forgets the promises that were kept: the very entry is logged, kind, hash and tag, under the day promised.
    ///
    /// One whose day is closed without it is broken: it stays, for it is the proof.
    /// - Parameters:
    ///   - log: checked, perhaps only what is new of it, already in the mirror.
    /// - Throws: `promiseBroken`; `damagedCollector`, `damagedMirror`.
    package func settlePromises(by key: VerifierKey, log: LogView, mirror: Mirror) throws {
        // Of days before those shown nothing can be known any more.
        guard let closed = log.lastClosed, let first = log.firstClosed else { return }
        let due = try promises(by: key).filter { (first...closed).contains($0.promise.day) }
        guard !due.isEmpty else { return }
        var logged = Set(log.loggedEntries)
        if !due.allSatisfy({ logged.contains($0.promise.logged) }) {
            // A fetch that was cut off may have had it already, or it was posted a second time.
            do { logged = Set(try mirror.log(log.log).loggedEntries) } catch is LogFault {
                throw CaseworkError.damagedMirror(file: mirror.folder)
            }
        }
        for one in due where logged.contains(one.promise.logged) {
            try DurableFile.remove(one.file)
        }
        if let broken = due.first(where: { !logged.contains($0.promise.logged) }) {
            throw CaseworkError.promiseBroken(file: broken.file, day: broken.promise.day)
        }
    }

    /// The promises not kept yet, by file. Throws `damagedCollector`.
    private func promises(
        by key: VerifierKey
    ) throws -> [(file: String, promise: Promise)] {
        guard PrivateFolder.isFolder(promisesFolder) else { return [] }
        return try PrivateFolder.names(in: promisesFolder).sorted().map { name in
            let file = "\(promisesFolder)/\(name)"
            let bytes = try DurableFile.readRegular(file, limit: Self.byteLimit)
            do throws(NoteError) {
                return (file, try Promise.open(SignedNote(parsing: bytes), by: key))
            } catch { throw CaseworkError.damagedCollector(file: file) }
        }
    }
}

extension Promise {
    /// What the log has, when it is kept.
    fileprivate var logged: LoggedEntry { LoggedEntry(day: day, entry: entry) }
}
