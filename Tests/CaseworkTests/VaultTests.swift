import Age
import DurableFiles
import Foundation
import GRDB
import Reporting
import Sodium
import Testing

@testable import Casework

@Suite struct VaultTests {
    let scene: Scene
    init() throws { scene = try Scene() }

    private var path: String { scene.home().path(.vault) }

    @Test func everyCutAndFlippedBitIsRefusedAndLeftAsItIs() throws {
        let whole = try DurableFile.read(path, limit: 1 << 24)
        let identity = scene.home().identity
        for place in stride(from: 0, to: whole.count, by: whole.count / 40) {
            var flipped = whole
            flipped[place] ^= 0x40
            for bytes in [flipped, [UInt8](whole[..<place])] {
                try DurableFile.replace(path, with: bytes)
                #expect(throws: CaseworkError.damaged(file: path)) {
                    try Vault(opening: path, with: identity)
                }
                #expect(try DurableFile.read(path, limit: 1 << 24) == bytes)
            }
        }
        #expect(throws: CaseworkError.damaged(file: path)) {
            try DurableFile.replace(path, with: whole)
            _ = try Vault(opening: path, with: HybridIdentity())
        }
        _ = try Vault(opening: path, with: identity)
    }

    /// A reply of an older vault keeps its place and its label, and goes on from there.
    @Test func repliesOfTheFirstSchemaAreKept() throws {
        let database = try DatabaseQueue()
        try VaultSchema.migrator.migrate(database, upTo: "1 cases")
        let envelopes = [UInt8(1), 2].map { [UInt8](repeating: $0, count: 8_192) }
        try database.write { database in
            try database.execute(
                sql: "INSERT INTO conversation VALUES (1, ?, 'age1pq1', 9, 'open', 1, 2)",
                arguments: [Data(repeating: 7, count: 32)])
            for (number, state) in ["posted", "written"].enumerated() {
                try database.execute(
                    sql: "INSERT INTO reply VALUES (?, 1, ?, 10, 'answer', 'Tekst', ?, ?)",
                    arguments: [
                        Data(repeating: UInt8(number), count: 16), number,
                        Data(envelopes[number]), state,
                    ])
            }
        }
        try VaultSchema.migrator.migrate(database)
        try database.read { database in
            let written = try CaseRecords.written(database, conversation: 1)
            #expect(written.map(\.number) == [0, 1])
            #expect(written.map(\.state) == [.posted, .written])
            let sealings = try Row.fetchAll(
                database, sql: "SELECT * FROM sealing ORDER BY number")
            #expect(sealings.map { $0["number"] as Int } == [0, 1])
            #expect(
                sealings.map { CaseRecords.bytes($0["hash"]) } == envelopes.map(SHA256.hash))
            #expect(try database.foreignKeyViolations().next() == nil)
        }
    }

    @Test func whatIsNoVaultIsDamaged() throws {
        let identity = scene.home().identity
        for plaintext in [[], [UInt8]("no database".utf8), randomBytes(8_192)] {
            try SealedFile.replace(path, with: plaintext, sealedTo: identity.recipient)
            #expect(throws: CaseworkError.damaged(file: path)) {
                try Vault(opening: path, with: identity)
            }
        }
    }

    @Test func aFailedChangeLeavesDatabaseAndFileAsTheyWere() throws {
        struct Stop: Error {}
        let before = try DurableFile.read(path, limit: 1 << 24)
        #expect(throws: Stop.self) {
            try scene.home().vault.save { database in
                try CaseRecords.set(database, .id, "changed")
                throw Stop()
            }
        }
        #expect(try DurableFile.read(path, limit: 1 << 24) == before)
        #expect(try scene.home().id() == "intern")
    }

    @Test func severalThingsAreSavedAtOnceOrNotAtAll() throws {
        let before = try DurableFile.read(path, limit: 1 << 24)
        #expect(throws: CaseworkError.unknownCase(number: 9)) {
            try scene.home().together { home in
                try home.choose(language: .en)
                #expect(try home.chosenLanguage() == .en)
                #expect(try DurableFile.read(path, limit: 1 << 24) == before)
                try home.save(draft: "Tekst", for: 9)
            }
        }
        #expect(try scene.home().chosenLanguage() == nil)
        try scene.home().together { try $0.choose(language: .en) }
        #expect(try scene.reopen().chosenLanguage() == .en)
        let after = try DurableFile.read(path, limit: 1 << 24)
        try scene.home().together { _ = try $0.cases() }
        #expect(try DurableFile.read(path, limit: 1 << 24) == after)
    }

    @Test func theTablesRefuseWhatCanNotBe() throws {
        let database = scene.home().vault.database
        for sql in [
            "INSERT INTO envelope VALUES (x'00', 1, 'opened')",
            "INSERT INTO envelope VALUES (zeroblob(32), 1, 'other')",
            "INSERT INTO conversation VALUES (1, zeroblob(32), '', 1, 'open', 0, 1001)",
            "INSERT INTO reply VALUES (zeroblob(16), 7, 0, 1, 'answer', '', zeroblob(8192), 'written')",
            "INSERT INTO setting VALUES (NULL, '')",
        ] {
            #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
        }
    }

    @Test func growsAndComesBack() throws {
        try scene.home().vault.save { database in
            for number in 0..<2_000 {
                try database.execute(
                    sql: "INSERT INTO envelope VALUES (?, 1, 'not-mine')",
                    arguments: [Data(SHA256.hash([UInt8]("\(number)".utf8)))])
            }
        }
        let count = try scene.reopen().vault.database.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM envelope")
        }
        #expect(count == 2_000)
    }

    @Test func oneCommandAtATime() throws {
        #expect(throws: FileError.inUse(path: scene.home().folder)) {
            try OfflineHome(
                opening: scene.home().folder, with: scene.home().identity,
                lock: FolderLock(folder: scene.home().folder))
        }
    }
}
