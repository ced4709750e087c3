import Age
import Testing
import TransparencyLog

@testable import Casework

@Suite struct MonthKeysTests {
    private func months(_ texts: String...) -> [Month] { texts.map { Month($0)! } }

    @Test func triesItsOwnMonthAndItsNeighboursAtTheEdges() {
        #expect(MonthKeys.tried(on: Day("2026-11-15")!) == months("2026-11"))
        #expect(MonthKeys.tried(on: Day("2026-11-01")!) == months("2026-11", "2026-10"))
        #expect(MonthKeys.tried(on: Day("2026-11-07")!) == months("2026-11", "2026-10"))
        #expect(MonthKeys.tried(on: Day("2026-11-08")!) == months("2026-11"))
        #expect(MonthKeys.tried(on: Day("2026-11-29")!) == months("2026-11"))
        #expect(MonthKeys.tried(on: Day("2026-11-30")!) == months("2026-11", "2026-12"))
        #expect(MonthKeys.tried(on: Day("2026-12-31")!) == months("2026-12", "2027-01"))
        #expect(MonthKeys.tried(on: Day("2027-01-01")!) == months("2027-01", "2026-12"))
        #expect(MonthKeys.tried(on: Day("2028-02-29")!) == months("2028-02", "2028-03"))
    }

    @Test func monthKeysAreDestroyedAfter35Days() {
        let november = Month("2026-11")!
        #expect(!MonthKeys.isSpent(november, closed: Day("2026-11-30")!.adding(35)))
        #expect(MonthKeys.isSpent(november, closed: Day("2026-11-30")!.adding(36)))
    }

    @Test func neitherClockNorGatewayAloneDestroysAKey() {
        let late = Day("2027-11-24")!
        let now = Day("2026-11-24")!
        for (closed, today) in [(late, now), (now, late)] {
            var keys = MonthKeys()
            keys.extend(from: Month("2026-10")!, count: 3)
            #expect(keys.destroySpent(closed: closed, today: today).isEmpty)
            #expect(keys.months == months("2026-10", "2026-11", "2026-12"))
        }
        var keys = MonthKeys()
        keys.extend(from: Month("2026-10")!, count: 3)
        let day = Day("2027-01-07")!
        #expect(keys.destroySpent(closed: day, today: day) == months("2026-10", "2026-11"))
        #expect(keys.months == months("2026-12"))
    }

    @Test func extendingKeepsTheKeysThereAre() {
        var keys = MonthKeys()
        keys.extend(from: Month("2026-11")!, count: 2)
        let before = keys.identities[Month("2026-12")!]?.recipient
        keys.extend(from: Month("2026-12")!, count: 13)
        #expect(keys.identities[Month("2026-12")!]?.recipient == before)
        #expect(keys.months.last == Month("2027-12"))
    }
}
