internal import Foundation
internal import GRDB

/// That a message says it goes on with an older conversation.
package struct Continuation: Sendable, Equatable {
    /// The older one's case; nil when there is none here.
    package let oldCase: Int?
    /// Whether whoever wrote it holds the code of the older one. The reporter need not be the only one.
    package let isProven: Bool
}

/// Which cases go on with which: told, never followed by itself.
///
/// A proof shows that somebody has the old code, and that is moved away from because others may have it
/// too: of two cases that go on with the same one, at most one is the reporter's.
struct Moves {
    private struct Claim {
        /// The older thread, 32 bytes, and its case where there is one.
        let old: [UInt8]
        let oldCase: Int?
        let newCase: Int
        let isProven: Bool
    }

    private let claims: [Claim]

    init(_ database: Database) throws {
        claims = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT c.old_thread, c.proven, o.number AS old, r.conversation AS new
                FROM continuation c JOIN report r ON r.hash = c.report
                LEFT JOIN conversation o ON o.thread = c.old_thread
                ORDER BY new
                """
        ).map { row in
            Claim(
                old: CaseRecords.bytes(row["old_thread"]), oldCase: row["old"],
                newCase: row["new"], isProven: row["proven"] == 1)
        }
    }

    private var proven: [Claim] { claims.filter(\.isProven) }

    /// The cases that are proven to go on with this one, by number.
    func movedTo(_ number: Int) -> [Int] {
        proven.filter { $0.oldCase == number }.map(\.newCase)
    }

    /// The other cases that are proven to go on with one that this one goes on with too, by number.
    func rivals(of number: Int) -> [Int] {
        let old = proven.filter { $0.newCase == number }.map(\.old)
        return Set(proven.filter { $0.newCase != number && old.contains($0.old) }.map(\.newCase))
            .sorted()
    }

    /// All cases that have rivals.
    var competing: [Int] {
        Set(proven.map(\.newCase)).filter { !rivals(of: $0).isEmpty }.sorted()
    }

    /// Whether a case goes on falsely, has rivals, or is gone on with by rivals.
    func isAlarming(_ number: Int) -> Bool {
        movedTo(number).count > 1 || !rivals(of: number).isEmpty
            || claims.contains { $0.newCase == number && !$0.isProven }
    }
}
