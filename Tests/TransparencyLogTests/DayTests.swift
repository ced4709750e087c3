import Testing
import TransparencyLog

@Suite struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-24", 20_781),
        ("2100-03-01", 47_541),
    ])
    func numbersAgreeWithTheCalendar(text: String, number: Int) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(Day(number: number).text == text)
    }

    @Test func everyDayOfFourCenturiesRoundTrips() throws {
        for number in stride(from: -10_000, to: 140_000, by: 1) {
            let day = Day(number: number)
            #expect(Day(day.text) == day)
            #expect(day.month.firstDay <= day && day <= day.month.lastDay)
        }
    }

    @Test(arguments: [
        "2026-11-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-11-24", "",
        "2026-11-24 ", "2026-11-2x", "+026-11-24", "0000-01-01",
    ])
    func refusesWhatIsNoDay(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func secondsFallIntoTheirDay() {
        #expect(Day(secondsSince1970: 86_399).number == 0)
        #expect(Day(secondsSince1970: 86_400).number == 1)
        #expect(Day(secondsSince1970: -1).number == -1)
    }

    @Test func monthsAreCountedAcrossYears() {
        #expect(Month(year: 2026, month: 11).adding(2) == Month(year: 2027, month: 1))
        #expect(Month(year: 2026, month: 1).adding(-1) == Month(year: 2025, month: 12))
        #expect(Month(year: 2028, month: 2).dayCount == 29)
        #expect(Month("2026-11")?.text == "2026-11")
        #expect(Month("2026-13") == nil)
    }

    @Test func weekdaysBeginOnMonday() throws {
        #expect(try #require(Day("2026-11-24")).weekday == 1)
        #expect(Day(number: 0).weekday == 3)
    }
}
