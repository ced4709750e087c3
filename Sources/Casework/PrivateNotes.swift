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
}
