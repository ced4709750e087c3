internal import GRDB
package import TransparencyLog

// A machine that is never online has no clock but its own, and a wrong one does harm: keys for the wrong
// months, wrong days under answers. It is compared with the last day the machine knew of.
extension OfflineHome {
    /// So many days after the last known one are believed.
    static let believedDays = 40

    /// Compares the clock with the last day known from a mirror, or said to be right by a person.
    ///
    /// - Parameter isRight: a person says so; the day is then the last known one.
    /// - Throws: `clockBehind`, `clockAhead`.
    package func checkClock(today: Day, isRight: Bool) throws {
        if isRight {
            try vault.save { try CaseRecords.set($0, .knownDay, today.text) }
        } else {
            try Self.check(today, against: try knownDay())
        }
    }

    /// What `checkClock` would throw; nil when the clock can be right.
    package func clockDoubt(today: Day) throws -> CaseworkError? {
        do { try checkClock(today: today, isRight: false) } catch let error as CaseworkError {
            return error
        }
        return nil
    }

    /// The last day this machine knew of; nil when it never learned one.
    func knownDay() throws -> Day? {
        try vault.database.read { try CaseRecords.setting($0, .knownDay) }.flatMap { Day($0) }
    }

    static func check(_ today: Day, against known: Day?) throws {
        guard let known else { return }
        // Tomorrow is allowed: clocks differ by minutes.
        guard known <= today.adding(1) else {
            throw CaseworkError.clockBehind(known: known, today: today)
        }
        guard today <= known.adding(believedDays) else {
            throw CaseworkError.clockAhead(known: known, today: today)
        }
    }
}
