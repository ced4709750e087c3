internal import GRDB
internal import Reporting
package import TransparencyLog

/// A conversation of a case: its own, or that of a part.
package struct CasePart: Sendable, Equatable {
    package let number: Int
    package let file: CaseFile
}

// One case that came under two codes. Only the reporter knows that both are theirs: they prove it by going on
// with the old one under the new; or the counsellor writes down how she knows.
extension OfflineHome {
    /// Makes a case part of another. Both codes go on working; each is answered by itself.
    ///
    /// - Parameter reason: how she knows that both are of one reporter; needed where it is not proven.
    /// - Throws: `unknownCase`, `notMergeable`, `reasonNeeded`.
    package func merge(_ number: Int, into whole: Int, reason: String, today: Day) throws {
        try vault.save { database in
            let (part, other) = (
                try CaseRecords.summary(database, of: number),
                try CaseRecords.summary(database, of: whole)
            )
            guard number != whole, part.partOf == nil, other.partOf == nil,
                !part.isPractice, !other.isPractice, part.sorted == nil, other.sorted == nil
            else { throw CaseworkError.life(.notMergeable) }
            for one in [number, whole] { try CaseRecords.checkNotOnItsWay(one, in: database) }
            let isProven = try Self.isProven(number, whole, in: database)
            guard isProven || !VisibleText.isBlank(reason) else {
                throw CaseworkError.life(.reasonNeeded)
            }
            try database.execute(
                sql: "UPDATE conversation SET part_of = :whole WHERE :part IN (number, part_of)",
                arguments: ["whole": whole, "part": number])
            // Who still writes under one is not done with the other; a year begins at the later closing.
            if part.isClosed != other.isClosed {
                try CaseRecords.open(whole, in: database)
                try CaseRecords.note("reopened", "", in: whole, on: today, database)
            } else if let closed = part.closed, let otherwise = other.closed {
                try database.execute(
                    sql: "UPDATE conversation SET closed_on = :day WHERE \(CaseSQL.allOfIt)",
                    arguments: ["number": whole, "day": max(closed, otherwise).number])
            }
            // Whichever came first counts for the clocks, and so does what was done for either.
            try database.execute(
                sql: "UPDATE conversation SET opened = min(opened, ?) WHERE number = ?",
                arguments: [part.opened.number, whole])
            try database.execute(
                sql: """
                    INSERT INTO milestone SELECT :whole, step, day FROM milestone
                    WHERE conversation = :part
                    ON CONFLICT DO UPDATE SET day = min(day, excluded.day)
                    """, arguments: ["whole": whole, "part": number])
            if part.awaitsReply {
                try database.execute(
                    sql: "UPDATE conversation SET answered = 0 WHERE number = ?",
                    arguments: [whole])
            }
            try CaseRecords.note(
                isProven ? "merged-proven" : "merged",
                isProven ? "\(number)" : "\(number) \(reason)",
                in: whole, on: today, database)
        }
    }

    /// Takes a part out of its case again. Throws `unknownCase`, `notMergeable` for one that is no part.
    package func unmerge(_ number: Int, today: Day) throws {
        try vault.save { database in
            guard let whole = try CaseRecords.summary(database, of: number).partOf else {
                throw CaseworkError.life(.notMergeable)
            }
            try database.execute(
                sql: "UPDATE conversation SET part_of = 0 WHERE number = ?", arguments: [number])
            try CaseRecords.note("unmerged", "\(number)", in: whole, on: today, database)
        }
    }

    /// The conversations of a case, its own first.
    package func parts(_ number: Int) throws -> [CasePart] {
        let parts = try vault.database.read {
            try Int.fetchAll(
                $0,
                sql: """
                    SELECT number FROM conversation WHERE part_of = ? AND part_of <> 0
                    ORDER BY number
                    """, arguments: [number])
        }
        return try ([number] + parts).map { CasePart(number: $0, file: try caseFile($0)) }
    }

    /// Whether the reporter of one proved to hold the code of the other, and nobody else did.
    package func isProvenMerge(_ number: Int, _ other: Int) throws -> Bool {
        try vault.database.read { try Self.isProven(number, other, in: $0) }
    }

    private static func isProven(
        _ number: Int, _ other: Int, in database: Database
    ) throws -> Bool {
        let moves = try Moves(database)
        return moves.movedTo(number) == [other] || moves.movedTo(other) == [number]
    }
}
