internal import GRDB
internal import Reporting
package import TransparencyLog

/// What the counsellor wrote down for herself in a case.
package struct PrivateNote: Sendable, Equatable {
    package let day: Day
    package let body: String
}

extension OfflineHome {
    /// A case's notes, oldest first.
    package func privateNotes(_ number: Int) throws -> [PrivateNote] {
        try vault.database.read {
            try Row.fetchAll(
                $0, sql: "SELECT day, body FROM private_note WHERE conversation = ? ORDER BY id",
                arguments: [number]
            ).map { PrivateNote(day: Day(number: $0["day"]), body: $0["body"]) }
        }
    }

    /// Adds a note, which nobody else ever sees. Throws `unknownCase`, `emptyText`.
    package func add(note: String, to number: Int, today: Day) throws {
        guard !VisibleText.isBlank(note) else { throw CaseworkError.emptyText }
        try vault.save {
            try CaseRecords.requireCase(number, in: $0)
            try CaseRecords.add(note: note, to: number, on: today, in: $0)
        }
    }

    /// The answer that was begun and not sent; empty for none.
    package func draft(_ number: Int) throws -> String {
        try vault.database.read {
            try String.fetchOne(
                $0, sql: "SELECT body FROM draft WHERE conversation = ?", arguments: [number])
        } ?? ""
    }

    /// Keeps what is typed so far. Throws `unknownCase`.
    package func save(draft: String, for number: Int) throws {
        try vault.database.read { try CaseRecords.requireCase(number, in: $0) }
        guard try self.draft(number) != draft else { return }
        try vault.save {
            try $0.execute(sql: "DELETE FROM draft WHERE conversation = ?", arguments: [number])
            if !draft.isEmpty {
                try $0.execute(sql: "INSERT INTO draft VALUES (?, ?)", arguments: [number, draft])
            }
        }
    }
}
