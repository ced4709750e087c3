internal import GRDB
package import TransparencyLog

// What came and is no case: kept apart, outside every list and figure, until it is erased or taken back.
extension OfflineHome {
    /// Sets cases apart, or takes them back.
    ///
    /// A threat keeps its content; what is set apart is never erased by itself. What it holds counts as seen; what
    /// comes in it later is told.
    /// - Parameter kind: nil takes them back.
    /// - Throws: `unknownCase`; `beingReferred` for one on its way to a colleague.
    package func sort(_ numbers: [Int], as kind: SortedOut?, today: Day) throws {
        try vault.save { database in
            for number in numbers {
                try CaseRecords.requireCase(number, in: database)
                if kind != nil { try CaseRecords.checkNotOnItsWay(number, in: database) }
                try database.execute(
                    sql: "UPDATE conversation SET sorted = ? WHERE number = ?",
                    arguments: [kind?.rawValue ?? "", number])
                if kind != nil {
                    try database.execute(
                        sql: "UPDATE report SET seen = 1 WHERE conversation = ?",
                        arguments: [number])
                }
                try CaseRecords.note(
                    "sorted", kind?.rawValue ?? "", in: number, on: today, database)
            }
        }
    }
}
