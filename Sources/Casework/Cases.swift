internal import GRDB
internal import TransparencyLog

// What the counsellor looks at.
extension OfflineHome {
    /// All cases, by number; none that was set apart or invented, and no parts of others.
    package func cases() throws -> [CaseSummary] {
        try vault.database.read { try CaseRecords.summaries($0) }
            .filter { $0.sorted == nil && !$0.isPractice && $0.partOf == nil }
    }

    /// One case. Throws `unknownCase`.
    package func summary(_ number: Int) throws -> CaseSummary {
        try vault.database.read { try CaseRecords.summary($0, of: number) }
    }

    /// One case with its messages. Throws `unknownCase`.
    package func caseFile(_ number: Int) throws -> CaseFile {
        try vault.database.read { database in
            CaseFile(
                summary: try CaseRecords.summary(database, of: number),
                received: try CaseRecords.received(database, conversation: number),
                written: try CaseRecords.written(database, conversation: number),
                rivals: try Moves(database).rivals(of: number))
        }
    }

    /// How many messages of reporters were not shown yet.
    package func unseenCount() throws -> Int {
        try vault.database.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM report WHERE seen = 0") ?? 0
        }
    }

    /// Remembers that a case's messages were shown.
    package func markSeen(_ number: Int) throws {
        try vault.save {
            try $0.execute(
                sql: "UPDATE report SET seen = 1 WHERE conversation = ?", arguments: [number])
        }
    }
}
