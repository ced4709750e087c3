@testable import DropBox
import Foundation
import GRDB
import Sodium
import Testing
import TransparencyLog

@Suite struct MigrationTests {
    @Test func aStoreOfVersionOneKeepsEverythingAndGetsItsTree() async throws {
        let temporary = try TemporaryDropBox()
        let day = temporary.today
        let note = randomBytes(90)
        let noteEntry = try #require(
            LogEntry(kind: .note, hash: SHA256.hash(note), tag: randomBytes(16)))
        let closed = (0..<290).map { _ in reply() }.sorted { $0.entry < $1.entry }
        let pending = report()
        let queue = try DatabaseQueue(path: temporary.path)
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: Schema.version1) }
        try migrator.migrate(queue)
        try await queue.write { database in
            func add(_ entry: LogEntry, _ bytes: [UInt8], day: Day, position: Int?) throws {
                try database.execute(
                    sql: position == nil
                        ? "INSERT INTO arriving (place, kind, bytes) VALUES (?, ?, ?)"
                        : "INSERT INTO envelope (position, kind, bytes) VALUES (?, ?, ?)",
                    arguments: [position ?? 1, Int(entry.kind.rawValue), Data(bytes)])
                try database.execute(
                    sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [
                        Data(entry.hash), Int(entry.kind.rawValue), Data(entry.tag), day.number,
                        position, position == nil ? 1 : nil,
                    ])
            }
            try add(noteEntry, note, day: day, position: 0)
            for (index, submission) in closed.enumerated() {
                try add(submission.entry, submission.envelope, day: day, position: index + 1)
            }
            try add(pending.entry, pending.envelope, day: day.adding(1), position: nil)
            for (offset, size) in [1, 1, 291].enumerated() {
                try database.execute(
                    sql: "INSERT INTO closed_day VALUES (?, ?)",
                    arguments: [day.number - 2 + offset, size])
            }
        }
        temporary.today = day.adding(1)
        let dropBox = try temporary.open()
        let view = try await dropBox.view(temporary.log)
        #expect(view.entries == [noteEntry] + closed.map(\.entry))
        #expect(view.shown.map(\.head.size) == [1, 1, 291, 291] && view.lastClosed == day)
        #expect(try await dropBox.notes() == [note])
        #expect(try await dropBox.envelope(hash: noteEntry.hash) == note)
        #expect(try await dropBox.pending().map(\.entry) == [pending.entry])
        #expect(try await dropBox.accept(closed[3]).day == day)
        let again = try await dropBox.publish(note) { _ in Issue.record("already there") }
        #expect(again == Accepted(day: day, entry: noteEntry, isNew: false))
        #expect(try await dropBox.verify { _ in [] }.envelopes == 290)
        try dropBox.closeDays(through: temporary.today)
        #expect(try await dropBox.view(temporary.log).entries.last == pending.entry)
        _ = try temporary.open()
    }
}
