@testable import DropBox
import Foundation
import GRDB
import Sodium
import Testing
import TransparencyLog

@Suite struct DurabilityTests {
    @Test func theWriterWaitsForTheDisk() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        _ = try await dropBox.accept(report())
        try dropBox.closeDays(through: temporary.today.adding(-1))
        for opened in [dropBox, try temporary.open()] {
            let pragmas = try await opened.database.writeWithoutTransaction { database in
                try ["synchronous", "journal_mode", "page_size", "secure_delete"].map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)")
                }
            }
            #expect(pragmas == ["2", "wal", "8192", "1"])
        }
    }

    @Test func theTablesRefuseWhatMustNotBe() throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        let hash = "randomblob(32)"
        let wrong = [
            "INSERT INTO arriving (kind, bytes) VALUES (1, zeroblob(16383))",
            "INSERT INTO arriving (kind, bytes) VALUES (2, zeroblob(16384))",
            "INSERT INTO arriving (kind, bytes) VALUES (3, zeroblob(100))",
            "INSERT INTO arriving (kind, bytes) VALUES (1, NULL)",
            "INSERT INTO envelope VALUES (0, 4, zeroblob(1048576))",
            "INSERT INTO envelope VALUES (0, 3, zeroblob(65537))",
            "INSERT INTO envelope VALUES (0, 1, 'text')",
            "INSERT INTO entry VALUES (randomblob(31), 1, randomblob(16), 20000, 0, NULL)",
            "INSERT INTO entry VALUES (\(hash), 1, randomblob(17), 20000, 0, NULL)",
            "INSERT INTO entry VALUES (\(hash), 4, randomblob(16), 20000, 0, NULL)",
            "INSERT INTO entry VALUES (\(hash), 0, randomblob(16), 20000, 0, NULL)",
            "INSERT INTO entry VALUES (\(hash), 1, randomblob(16), -1, 0, NULL)",
            "INSERT INTO entry VALUES (\(hash), 1, randomblob(16), 1764000000, 0, NULL)",
            "INSERT INTO entry VALUES (\(hash), 1, randomblob(16), 20000, NULL, NULL)",
            "INSERT INTO entry VALUES (\(hash), 1, randomblob(16), 20000, 0, 1)",
            "INSERT INTO entry VALUES (\(hash), 3, randomblob(16), 20000, NULL, 1)",
            "INSERT INTO entry VALUES (NULL, 1, randomblob(16), 20000, 0, NULL)",
        ]
        for statement in wrong {
            #expect(throws: DatabaseError.self, "\(statement)") {
                try dropBox.database.write { try $0.execute(sql: statement) }
            }
        }
        try dropBox.database.write { database in
            try database.execute(
                sql: "INSERT INTO entry VALUES (\(hash), 1, randomblob(16), 20000, 0, NULL)")
        }
    }

    @Test func aFullDiskStoresNothingAndEndsWhenThereIsRoom() async throws {
        let dropBox = try TemporaryDropBox().open()
        _ = try await dropBox.accept(report())
        let pageCount = try await dropBox.database.writeWithoutTransaction { database in
            let count = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            return try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(count)") ?? 0
        }
        let refused = (0..<20).map { _ in report() }
        for submission in refused {
            await #expect(throws: DropBoxError.full) { try await dropBox.accept(submission) }
        }
        await #expect(throws: DropBoxError.full) {
            try await dropBox.publish(randomBytes(60_000)) { _ in }
        }
        #expect(try await dropBox.pending().count == 1)
        try await dropBox.database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA max_page_count = \(pageCount * 1000)")
        }
        for submission in refused { _ = try await dropBox.accept(submission) }
        #expect(try await dropBox.pending().count == 21)
    }

    @Test func processesSeeEachOthersNotes() async throws {
        let temporary = try TemporaryDropBox()
        let serving = try temporary.open()
        let publishing = try temporary.open()
        let before = try await serving.version()
        let note = randomBytes(100)
        _ = try await publishing.publish(note) { _ in }
        #expect(try await serving.version() > before)
        #expect(try await serving.notes() == [note])
        // And both write: neither loses to the other.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for dropBox in [serving, publishing] {
                for _ in 0..<50 { group.addTask { _ = try await dropBox.accept(report()) } }
            }
            try await group.waitForAll()
        }
        #expect(try await serving.pending().count == 100)
    }

    @Test func anotherVersionsOrAnotherProgramsFileIsLeftAlone() async throws {
        let newer = try TemporaryDropBox()
        let dropBox = try newer.open()
        try await dropBox.database.write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')")
        }
        #expect(throws: DropBoxError.newerVersion) { try newer.open() }
        let foreign = try TemporaryDropBox()
        let bytes = Data(randomBytes(20_000))
        try bytes.write(to: URL(filePath: foreign.path))
        #expect(throws: DropBoxError.notADropBox) { try foreign.open() }
        #expect(foreign.bytes() == bytes)
    }
}
