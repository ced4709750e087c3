internal import GRDB

/// What the gateway's public log has of a case, by which others can check a statement: the SHA-256 of sealed envelopes, as
/// the log's entries have it.
package struct LoggedEnvelopes: Sendable, Equatable {
    /// Of the reporter's first message; nil for a case that did not come through the gateway.
    package let report: [UInt8]?
    /// Of the first answer that was posted; nil before.
    package let answer: [UInt8]?

    package var isEmpty: Bool { report == nil && answer == nil }
}

extension OfflineHome {
    func loggedEnvelopes(of number: Int) throws -> LoggedEnvelopes {
        try vault.database.read { database in
            let report = try Row.fetchOne(
                database,
                sql: """
                    SELECT hash FROM report WHERE conversation = ? AND authentic = 1
                    ORDER BY day, sequence, hash LIMIT 1
                    """, arguments: [number])
            let answer = try Row.fetchOne(
                database,
                sql: """
                    SELECT s.hash FROM sealing s JOIN reply r ON r.id = s.reply
                    WHERE s.conversation = ? AND r.state = 'posted'
                    ORDER BY r.id, s.number DESC LIMIT 1
                    """, arguments: [number])
            return LoggedEnvelopes(
                report: report.map { CaseRecords.bytes($0["hash"]) },
                answer: answer.map { CaseRecords.bytes($0["hash"]) })
        }
    }
}
