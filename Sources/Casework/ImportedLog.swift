internal import GRDB
internal import Reporting
package import TransparencyLog

// What an import learns from the log, and states about it.
extension OfflineHome {
    /// The mirror's log, checked whole, and compared with the tree that was imported before.
    ///
    /// A collector keeps only what it has checked, so what does not fit together in a mirror was altered
    /// after that: it is told as damage.
    /// - Throws: `noMirror`, `damagedMirror`; `LogFault.rewound`, `.fork` against what was imported before.
    func checkedLog(of mirror: Mirror, _ organisation: Organisation) throws -> LogView {
        let log: LogView
        do {
            log = try mirror.log(organisation.roster.log)
            try organisation.check(log: log)
            try organisation.checkConfirmations(in: log)
        } catch is LogFault {
            throw CaseworkError.damagedMirror(file: mirror.folder)
        } catch is OrganisationError {
            throw CaseworkError.damagedMirror(file: mirror.folder + "/notes")
        }
        guard let seen = try importedHead() else { return log }
        guard seen.size <= log.head.size else {
            throw LogFault.rewound(seen: seen.size, served: log.head.size)
        }
        // Before the mirror begins there is nothing to compare with: it was made anew much later.
        if let root = log.root(ofSize: seen.size), root != seen.root {
            throw LogFault.fork(size: seen.size)
        }
        return log
    }

    /// The tree that was last imported whole; nil before the first.
    package func importedHead() throws -> TreeHead? {
        try vault.database.read { try Self.importedHead(in: $0) }
    }

    static func importedHead(in database: Database) throws -> TreeHead? {
        try CaseRecords.setting(database, .imported).map {
            try Checkpoint(text: SignedNote(parsing: [UInt8]($0.utf8)).text).head
        }
    }

    /// Remembers the tree, and cosigns it as imported here.
    func keep(_ log: LogView, of mirror: Mirror, today: Day, in database: Database) throws {
        var note = try SignedNote(text: mirror.checkpoint().text)
        guard try Checkpoint(text: note.text).head == log.head else {
            throw CaseworkError.damagedMirror(file: mirror.folder + "/checkpoint")
        }
        note.cosign(keys.imported, day: today)
        try CaseRecords.set(
            database, .imported, String(decoding: note.bytes, as: UTF8.self))
    }
}

extension LogView {
    /// The entries of reports and replies with the day of each; a note of a day not closed yet has none.
    var loggedEntries: [LoggedEntry] {
        var shown = shown.filter { $0.day != nil }[...]
        return entries.enumerated().compactMap { offset, entry in
            while let first = shown.first, first.head.size <= start.size + offset {
                shown.removeFirst()
            }
            return shown.first?.day.map { LoggedEntry(day: $0, entry: entry) }
        }
    }
}
