internal import GRDB
internal import TransparencyLog

// What the counsellor looks at.
extension OfflineHome {
    /// All cases, by number.
    package func cases() throws -> [CaseSummary] {
        try vault.database.read { try CaseRecords.summaries($0) }
    }

    /// One case with its messages. Throws `unknownCase`.
    package func caseFile(_ number: Int) throws -> CaseFile {
        try vault.database.read { database in
            guard
                let summary = try CaseRecords.summaries(database).first(where: {
                    $0.number == number
                })
            else { throw CaseworkError.unknownCase(number: number) }
            return CaseFile(
                summary: summary,
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
