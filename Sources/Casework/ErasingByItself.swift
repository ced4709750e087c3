internal import GRDB
package import TransparencyLog

// Closed cases erased on their day without a question each time, when she chose that.
extension OfflineHome {
    /// Not unless she chose it; a restored backup asks again, for it may lack a hold that was set since.
    package func erasesByItself() throws -> Bool {
        try vault.database.read { try CaseRecords.erasesByItself($0) }
    }

    package func choose(erasesByItself: Bool) throws {
        try vault.save { try CaseRecords.set($0, .erasesByItself, erasesByItself ? "yes" : "no") }
    }

    /// Erases each case whose day has come, that nothing holds and in which nothing waits, if she chose so. What
    /// can't go yet stays, to be asked about on Today. Returns how many went.
    ///
    /// Only a day up to which was read in counts: a reporter may have written again before it, and this computer's
    /// clock alone is not believed.
    package func eraseByItself(today: Day) throws -> Int {
        guard try erasesByItself(), try !mustImportFirst(), let read = try lastFetch() else {
            return 0
        }
        let due = try vault.database.read {
            try CaseRecords.erasuresDue(by: min(today, read), in: $0)
        }
        var count = 0
        for one in due where one.mayGo {
            do {
                try erase([one.number], today: today)
                count += 1
            } catch is CaseworkError {}
        }
        return count
    }
}

extension CaseRecords {
    static func erasesByItself(_ database: Database) throws -> Bool {
        try setting(database, .erasesByItself) == "yes"
    }
}
