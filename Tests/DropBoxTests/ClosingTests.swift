import DropBox
import Foundation
import Sodium
import Testing
import TransparencyLog

@Suite struct ClosingTests {
    @Test func aDayBecomesEntriesSortedByHash() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        let day = temporary.today
        let note = try await dropBox.publish([1, 2, 3]) { _ in }
        let submissions = (0..<20).map { $0 % 3 == 0 ? reply() : report() }
        for submission in submissions { _ = try await dropBox.accept(submission) }
        temporary.today = day.adding(1)
        let tomorrows = try await dropBox.accept(report())
        #expect(try dropBox.closeDays(through: day))
        let entries = try await dropBox.entries(from: 0, limit: 1000)
        #expect(entries.map(\.position) == Array(0...20))
        #expect(entries.map(\.entry) == [note.entry] + submissions.map(\.entry).sorted())
        #expect(entries.allSatisfy { $0.day == day })
        let waiting = Accepted(day: tomorrows.day, entry: tomorrows.entry, isNew: false)
        #expect(try await dropBox.pending() == [waiting])
        #expect(try await dropBox.entries(from: 19, limit: 1).map(\.position) == [19])
        for submission in submissions {
            #expect(try await dropBox.envelope(hash: submission.entry.hash) == submission.envelope)
        }
        #expect(try !dropBox.closeDays(through: day), "closed already")
        #expect(try await dropBox.entries(from: 0, limit: 1000) == entries)
    }

    @Test func missedDaysAreClosedOneByOne() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        let first = temporary.today
        var expected: [[LogEntry]] = []
        for offset in 0..<4 {
            temporary.today = first.adding(offset)
            let day = offset == 2 ? [] : (0..<5).map { _ in report() }
            for submission in day { _ = try await dropBox.accept(submission) }
            expected.append(day.map(\.entry).sorted())
        }
        temporary.today = first.adding(6)
        #expect(try dropBox.closeDays(through: first.adding(5)))
        let entries = try await dropBox.entries(from: 0, limit: 1000)
        #expect(entries.map(\.entry) == expected.flatMap { $0 })
        #expect(try await dropBox.status().lastClosedDay == first.adding(5))
    }

    @Test func aClosedDayTakesNothingMore() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        try dropBox.closeDays(through: temporary.today)
        let refusal = DropBoxError.clockBehind(closed: temporary.today)
        await #expect(throws: refusal) { try await dropBox.accept(report()) }
        await #expect(throws: refusal) { try await dropBox.publish([1]) { _ in } }
        temporary.today = temporary.today.adding(1)
        _ = try await dropBox.accept(report())
    }

    @Test func nothingTellsTheOrderOfArrivalAfterwards() async throws {
        // The same envelopes in two orders, with the same number of transactions: the files are equal.
        let submissions = (0..<30).map { $0 % 4 == 0 ? reply() : report() }
        let day = Day("2026-11-24")!
        let log = try NoteSigner(name: "log.example")
        var files: [Data] = []
        for order in [submissions, submissions.reversed(), submissions.shuffled()] {
            let temporary = try TemporaryDropBox(day, log: log)
            let dropBox = try temporary.open()
            for submission in order { _ = try await dropBox.accept(submission) }
            temporary.today = day.adding(1)
            try dropBox.closeDays(through: day)
            #expect(temporary.bytes("-wal")?.isEmpty ?? true)
            files.append(try #require(temporary.bytes()))
        }
        #expect(files[0] == files[1] && files[1] == files[2])
    }

    @Test func monthsOfRepliesAreSortedByLabelAndServedAtOnce() async throws {
        let temporary = try TemporaryDropBox(Day("2026-11-30")!)
        let dropBox = try temporary.open()
        let november = (0..<8).map { _ in reply() }
        for submission in november.prefix(5) { _ = try await dropBox.accept(submission) }
        _ = try await dropBox.accept(report())
        try dropBox.closeDays(through: Day("2026-11-29")!)
        for submission in november.suffix(3) { _ = try await dropBox.accept(submission) }
        temporary.today = Day("2026-12-01")!
        let december = reply()
        _ = try await dropBox.accept(december)
        let records = november.map { $0.entry.tag + $0.envelope }
        let expected = records.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
        #expect(try await dropBox.replies(of: Month("2026-11")!) == expected)
        try dropBox.closeDays(through: Day("2026-11-30")!)
        #expect(try await dropBox.replies(of: Month("2026-11")!) == expected)
        #expect(
            try await dropBox.replies(of: Month("2026-12")!) == december.entry.tag
                + december.envelope)
        #expect(try await dropBox.replies(of: Month("2026-10")!).isEmpty)
    }
}
