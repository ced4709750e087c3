@testable import DropBox
import Foundation
import GRDB
import Sodium
import Testing
import TransparencyLog

@Suite struct DamageTests {
    /// Two days, the second open, with a note and more entries than a tile.
    private func filled() async throws -> TemporaryDropBox {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        for _ in 0..<300 { _ = try await dropBox.accept(reply()) }
        try dropBox.closeDays(through: temporary.today)
        temporary.today = temporary.today.adding(1)
        _ = try await dropBox.publish(randomBytes(70)) { _ in }
        _ = try await dropBox.accept(reply())
        return temporary
    }

    private func change(_ temporary: TemporaryDropBox, _ sql: String) throws {
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try database.execute(sql: sql)
        }
    }

    @Test func aRestoredBackupIsRefusedBeforeAnythingIsSigned() async throws {
        let temporary = try await filled()
        let backup = temporary.folder + "/backup.sqlite"
        try DatabaseQueue(path: temporary.path).backup(to: DatabaseQueue(path: backup))
        let dropBox = try temporary.open()
        _ = try await dropBox.publish(randomBytes(70)) { _ in }
        let signed = try Data(contentsOf: URL(filePath: temporary.checkpointPath))
        try DatabaseQueue(path: backup).backup(to: DatabaseQueue(path: temporary.path))
        #expect(throws: LogDamage.older(stored: 301, signed: 302)) { try temporary.open() }
        #expect(try Data(contentsOf: URL(filePath: temporary.checkpointPath)) == signed)
        // It can still be looked at, and says so when it is verified.
        let opened = try temporary.open(isLogChecked: false)
        #expect(try await opened.status().size == 301)
        await #expect(throws: LogDamage.older(stored: 301, signed: 302)) {
            try await opened.verify { _ in [] }
        }
        await #expect(throws: LogDamage.older(stored: 301, signed: 302)) {
            try await opened.checkOpening()
        }
        // The file alone says it: without it nothing is believed.
        try FileManager.default.removeItem(atPath: temporary.checkpointPath)
        #expect(throws: LogDamage.noCheckpoint) { try temporary.open() }
        await #expect(throws: LogDamage.noCheckpoint) {
            try await opened.verify { _ in [] }
        }
        #expect(!FileManager.default.fileExists(atPath: temporary.checkpointPath))
    }

    @Test func aStoreOfVersionOneIsNotTakenForANewOneWhenATreeWasSigned() async throws {
        let temporary = try await filled()
        try change(temporary, "DELETE FROM checkpoint")
        #expect(throws: LogDamage.older(stored: 0, signed: 301)) { try temporary.open() }
    }

    @Test func lostAndChangedRowsAreRefused() async throws {
        for (sql, damage) in [
            ("DELETE FROM entry WHERE position = 300", LogDamage.older(stored: 300, signed: 301)),
            ("DELETE FROM entry WHERE position = 290", .entry(position: 256)),
            ("DELETE FROM entry WHERE position = 17", .older(stored: 300, signed: 301)),
            ("DELETE FROM subtree", .subtree(level: 1, number: 0)),
            ("UPDATE subtree SET hash = randomblob(32)", .altered(size: 301)),
            ("UPDATE entry SET tag = randomblob(16) WHERE position = 299", .altered(size: 301)),
            ("DELETE FROM checkpoint WHERE size = 301", .older(stored: 301, signed: 300)),
            (
                "UPDATE checkpoint SET root = randomblob(32) WHERE size = 301",
                .altered(size: 301)
            ),
            (
                "UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 300)",
                .checkpoint(size: 301)
            ),
            ("DELETE FROM closed_day", .closing(Day("2026-11-24")!)),
        ] {
            let temporary = try await filled()
            try change(temporary, sql)
            #expect(throws: damage, "\(sql)") { try temporary.open() }
            await #expect(throws: LogDamage.self, "\(sql)") {
                try await temporary.open(isLogChecked: false).verify { _ in [] }
            }
        }
    }

    @Test func whatOnlyAllOfItShowsIsFoundByVerifying() async throws {
        for (sql, damage) in [
            (
                "UPDATE entry SET tag = randomblob(16) WHERE position = 17",
                LogDamage.subtree(level: 1, number: 0)
            ),
            (
                "UPDATE envelope SET bytes = randomblob(8192) WHERE position = 4",
                .envelope(position: 4)
            ),
            ("DELETE FROM envelope WHERE position = 299", .envelope(position: 299)),
            ("DELETE FROM note", .envelope(position: 300)),
            ("UPDATE note SET bytes = randomblob(70)", .envelope(position: 300)),
            ("UPDATE arriving SET bytes = randomblob(8192)", .pending),
            ("DELETE FROM arriving", .pending),
            (
                "INSERT INTO arriving (kind, bytes) VALUES (2, randomblob(8192))",
                .pending
            ),
            ("INSERT INTO subtree VALUES (1, 1, randomblob(32))", .subtree(level: 1, number: 1)),
            (
                "UPDATE checkpoint SET note = randomblob(200) WHERE size = 300",
                .checkpoint(size: 300)
            ),
            ("UPDATE closed_day SET size = 12", .closing(Day("2026-11-24")!)),
            ("INSERT INTO closed_day VALUES (21000, 301)", .closing(Day("2026-11-25")!)),
            ("UPDATE entry SET day = day + 1 WHERE position = 7", .entry(position: 7)),
        ] {
            let temporary = try await filled()
            try change(temporary, sql)
            await #expect(throws: damage, "\(sql)") {
                try await temporary.open(isLogChecked: false).verify { _ in [] }
            }
        }
    }

    /// The newest closing lost, the day would be closed again; a day moved, a repeated post would get another promise.
    @Test(arguments: [
        ("DELETE FROM closed_day WHERE day = 20782", LogDamage.closing(Day("2026-11-25")!), true),
        ("UPDATE entry SET day = day - 1 WHERE position = 301", .entry(position: 301), false),
        ("UPDATE entry SET day = day + 1 WHERE position = 301", .entry(position: 301), false),
    ]) func whatNamesADayIsChecked(sql: String, damage: LogDamage, isSeenAtOnce: Bool) async throws
    {
        let temporary = try await filled()
        try temporary.open().closeDays(through: temporary.today)
        _ = try await temporary.open().verify { _ in [] }
        try change(temporary, sql)
        await #expect(throws: damage) {
            try await temporary.open(isLogChecked: false).verify { _ in [] }
        }
        guard isSeenAtOnce else { return }
        #expect(throws: damage) { try temporary.open() }
        await #expect(throws: damage) {
            try await temporary.open(isLogChecked: false).checkOpening()
        }
    }

    @Test func noSecondTreeOfASizeIsSigned() async throws {
        let temporary = try await filled()
        let dropBox = try temporary.open()
        // While it serves: what is lost is seen before the next note or closing is signed.
        try change(temporary, "DELETE FROM entry WHERE position = 300")
        await #expect(throws: LogDamage.older(stored: 300, signed: 301)) {
            try await dropBox.publish(randomBytes(70)) { _ in }
        }
        #expect(throws: LogDamage.older(stored: 300, signed: 301)) {
            try dropBox.closeDays(through: temporary.today)
        }
        #expect(try await dropBox.pending().count == 1)
    }

    @Test func anotherLogsCheckpointIsRefused() async throws {
        let temporary = try await filled()
        let other = try TemporaryDropBox()
        _ = try other.open()
        let foreign = try Data(contentsOf: URL(filePath: other.checkpointPath))
        try foreign.write(to: URL(filePath: temporary.checkpointPath))
        #expect(throws: LogDamage.foreignCheckpoint) { try temporary.open() }
    }
}
