@testable import DropBox
import Foundation
import GRDB
import Sodium
import Testing
import TransparencyLog

@Suite struct RetentionTests {
    private let temporary: TemporaryDropBox
    private let dropBox: DropBox
    private let anna: NoteSigner
    private let bram: NoteSigner

    init() throws {
        temporary = try TemporaryDropBox(Day("2026-10-30")!)
        dropBox = try temporary.open()
        anna = try NoteSigner(name: "example/anna", type: .cosignature)
        bram = try NoteSigner(name: "example/bram", type: .cosignature)
    }

    private var rules: @Sendable ([[UInt8]]) throws -> ClosingRules {
        { [anna, bram] notes in
            // The first note is the roster, the last one the counsellor's in force.
            var rules = ClosingRules()
            rules.rosters = [notes[0]]
            rules.notesInForce = [notes[0], notes[notes.count - 1]]
            rules.retentionMonths = 1
            rules.collectors = [anna.verifierKey, bram.verifierKey]
            return rules
        }
    }

    private func fill(_ count: Int) async throws -> [Submission] {
        let submissions = (0..<count).map { _ in reply() }
        for submission in submissions { _ = try await dropBox.accept(submission) }
        return submissions
    }

    private func close(through day: String) throws {
        temporary.today = Day(day)!.adding(1)
        try dropBox.closeDays(through: Day(day)!, rules: rules)
    }

    /// October with a roster, two keys notes and so many replies, closed.
    private func october(_ count: Int) async throws -> (old: [Submission], notes: [[UInt8]]) {
        let notes = (0..<3).map { _ in randomBytes(60) }
        for note in notes { _ = try await dropBox.publish(note) { _ in } }
        let old = try await fill(count)
        try close(through: "2026-10-31")
        return (old, notes)
    }

    @Test func aMonthBeginsWithTheNotesInForce() async throws {
        let (old, notes) = try await october(4)
        let entries = try await dropBox.entries(from: 0, limit: 100)
        #expect(entries.map(\.entry.kind.rawValue) == [3, 3, 3, 2, 2, 2, 2, 3, 3])
        #expect(entries[7].entry.hash == SHA256.hash(notes[0]))
        #expect(entries[8].entry.hash == SHA256.hash(notes[2]))
        #expect(
            entries[8].day == Day("2026-11-01")! && entries[7].entry.tag != entries[0].entry.tag)
        #expect(try await dropBox.notes() == notes)
        // The promise stays the one given first.
        let again = try await dropBox.publish(notes[0]) { _ in Issue.record("already there") }
        #expect(again.entry == entries[0].entry && again.day == Day("2026-10-30")!)
        let view = try await dropBox.view(temporary.log)
        #expect(view.day(of: 6) == Day("2026-10-30")! && view.day(of: 7) == nil)
        #expect(view.shown.map(\.head.size) == [7, 7, 9, 9])
        #expect(old.count == 4)
        // The same again, for every month that was missed.
        try close(through: "2027-01-02")
        let later = try await dropBox.entries(from: 9, limit: 100)
        #expect(later.map(\.day.text) == ["2026-12-01", "2026-12-01", "2027-01-01", "2027-01-01"])
        _ = try await dropBox.verify { _ in [] }
    }

    @Test func nothingUnconfirmedIsErased() async throws {
        let (old, notes) = try await october(5)
        try await cosign(dropBox, anna, day: Day("2026-11-02")!)
        _ = try await fill(3)
        try close(through: "2026-12-05")
        #expect(try await dropBox.status().firstEntry == 0)
        let kept = try await dropBox.keptBeyondRetention(rules: rules)
        #expect(
            kept == KeptBeyond(since: Day("2026-10-30")!, waitingFor: [bram.verifierKey]))
        #expect(try await dropBox.envelope(hash: old[0].entry.hash) == old[0].envelope)
        // Half of it confirmed: as far as that goes.
        let three = try #require(
            try await dropBox.database.read {
                try LogReading.checkpoint(ofSize: 3, in: $0)?.note
            })
        try await cosign(dropBox, bram, day: Day("2026-12-05")!, checkpoint: three)
        try close(through: "2026-12-06")
        #expect(try await dropBox.status().firstEntry == 3)
        #expect(try await dropBox.envelope(hash: old[0].entry.hash) == old[0].envelope)
        #expect(try await dropBox.notes() == [notes[0], notes[2]])
        try await dropBox.view(temporary.log).check(
            keepsMonths: 1, today: Day("2026-12-07")!)
        try await cosign(dropBox, bram, day: Day("2026-12-07")!)
        try close(through: "2026-12-07")
        #expect(try await dropBox.status().firstEntry == 8)
        #expect(try await dropBox.envelope(hash: old[0].entry.hash) == nil)
        #expect(try await dropBox.keptBeyondRetention(rules: rules) == nil)
        let days = try await dropBox.days()
        #expect(days.firstEntry == 8 && days.records.first?.day == Day("2026-10-31")!)
        try await dropBox.view(temporary.log).check(
            keepsMonths: 1, today: Day("2026-12-08")!)
        _ = try await dropBox.verify { [anna, bram] _ in [anna.verifierKey, bram.verifierKey] }
    }

    @Test func whatIsErasedIsGoneAndTheRestStillVerifies() async throws {
        let (old, notes) = try await october(600)
        _ = try await fill(3)
        try close(through: "2026-11-30")
        for her in [anna, bram] {
            try await cosign(dropBox, her, day: Day("2026-12-01")!)
        }
        let new = try await fill(2)
        let posted = try await dropBox.publish(randomBytes(60)) { _ in }
        #expect(posted.day == Day("2026-12-01")!)
        try close(through: "2026-12-01")
        #expect(try await dropBox.status().firstEntry == 603)
        #expect(try await dropBox.status().lastClosedDay == Day("2026-12-01")!)
        let view = try await dropBox.view(temporary.log)
        #expect(view.start.size == 512 && view.entry(512) != nil)
        try view.check(keepsMonths: 1, today: Day("2026-12-02")!)
        for path in ["0/000", "0/001", "entries/000", "entries/001"] {
            #expect(try await dropBox.tile(Tile(path: path)!) == nil, "\(path)")
        }
        #expect(try await dropBox.tile(Tile(path: "1/000.p/2")!)?.count == 64)
        for submission in old.prefix(5) {
            #expect(try await dropBox.envelope(hash: submission.entry.hash) == nil)
        }
        #expect(try await dropBox.envelope(hash: new[0].entry.hash) == new[0].envelope)
        #expect(try await dropBox.replies(of: Month("2026-10")!).isEmpty)
        #expect(try await dropBox.replies(of: Month("2026-12")!).count == 2 * (16 + 8192))
        // Rosters are never erased; of the others those that stand among the entries kept.
        #expect(try await dropBox.notes().prefix(2) == [notes[0], notes[2]])
        #expect(try await dropBox.notes().count == 3)
        // Nothing of them is left in the file.
        let file = try #require(temporary.bytes())
        #expect(file.range(of: Data(old[7].envelope.prefix(64))) == nil)
        #expect(file.range(of: Data(notes[1])) == nil)
        #expect(file.range(of: Data(new[0].envelope.prefix(64))) != nil)
        let found = try await dropBox.verify { [anna, bram] _ in
            [anna.verifierKey, bram.verifierKey]
        }
        #expect(found.firstEntry == 603 && found.envelopes == 5)
        // What stands below for the sake of its tile is not counted as kept.
        let counts = try await dropBox.status().counts
        #expect(counts[.reply] == 5 && counts[.note] == 3 && counts[.report] == 0)
        _ = try temporary.open()
    }

    /// An honest gateway never shows one hash twice: what it still has is not taken again, and what it has
    /// erased stands once among what is kept.
    @Test func anErasedEnvelopeThatComesAgainIsLoggedOnce() async throws {
        let (old, _) = try await october(300)
        for her in [anna, bram] {
            try await cosign(dropBox, her, day: Day("2026-11-01")!)
        }
        try close(through: "2026-12-01")
        #expect(try await dropBox.status().firstEntry == 303)
        let entries = try await dropBox.entries(from: 0, limit: 1000)
        for submission in old {
            // Its entry is still there, for the sake of its tile: the answer of the first time.
            let isStored = entries.contains { $0.entry == submission.entry }
            for _ in 0..<2 {
                let accepted = try await dropBox.accept(submission)
                #expect(accepted.day == Day(isStored ? "2026-10-30" : "2026-12-02")!)
            }
        }
        try close(through: "2026-12-02")
        for submission in old { #expect(try await !dropBox.accept(submission).isNew) }
        try close(through: "2026-12-03")
        let view = try await dropBox.view(temporary.log)
        #expect(view.entries.count { $0.kind == .reply } == 300)
        _ = try await dropBox.verify { [anna, bram] _ in [anna.verifierKey, bram.verifierKey] }
    }
}
