internal import GRDB
package import TransparencyLog

// Messages of one conversation that are about another matter.
extension OfflineHome {
    /// Moves messages of a case to a new one, which goes by the same code: it is answered in the first.
    ///
    /// - Parameter hashes: of the messages, 32 bytes each; some of the case's own, and not all.
    /// - Returns: the new case's number.
    /// - Throws: `unknownCase`, `notSplittable`.
    package func split(_ hashes: [[UInt8]], from number: Int, today: Day) throws -> Int {
        try vault.save { database in
            let summary = try CaseRecords.summary(database, of: number)
            let received = try CaseRecords.received(database, conversation: number)
            let chosen = received.filter { hashes.contains($0.hash) }
            guard let first = chosen.first, chosen.count == Set(hashes).count,
                chosen.count < received.count, !summary.isPractice
            else { throw CaseworkError.life(.notSplittable) }
            let new = try CaseRecords.newCase(
                by: summary.route, track: first.track, category: first.category,
                on: chosen.map(\.day).min() ?? first.day, in: database)
            try database.execute(
                sql: "INSERT INTO split VALUES (?, ?)", arguments: [new, number])
            for message in chosen {
                try database.execute(
                    sql: "UPDATE report SET conversation = ? WHERE hash = ?",
                    arguments: [new, CaseRecords.blob(message.hash)])
            }
            // An answer since the first of them told that it arrived.
            try database.execute(
                sql: """
                    INSERT INTO milestone SELECT ?, step, day FROM milestone
                    WHERE conversation = ? AND step = 'acknowledgement' AND day >= ?
                    """, arguments: [new, number, chosen.map(\.day.number).min() ?? 0])
            try CaseRecords.note("split", "\(new)", in: number, on: today, database)
            try CaseRecords.note("split-from", "\(number)", in: new, on: today, database)
            return new
        }
    }

    /// The case whose conversation a split-off case is answered in; nil for others.
    package func splitOrigin(_ number: Int) throws -> Int? {
        try vault.database.read {
            try Int.fetchOne(
                $0, sql: "SELECT origin FROM split WHERE conversation = ?", arguments: [number])
        }
    }
}
