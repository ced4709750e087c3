@testable import DropBox
import DurableFiles
import Foundation
import GRDB
import Sodium
import Testing
import TransparencyLog

@Suite struct AcceptingLossTests {
    private func signed(_ temporary: TemporaryDropBox) -> [UInt8] {
        [UInt8](FileManager.default.contents(atPath: temporary.checkpointPath) ?? Data())
    }

    private func size(_ note: [UInt8], _ temporary: TemporaryDropBox) throws -> Int {
        try CheckpointFile.head(of: note, log: temporary.log.verifierKey).size
    }

    @Test func aNewStoreHasTheEmptyTreesCheckpointBesideIt() throws {
        let temporary = try TemporaryDropBox()
        _ = try temporary.open()
        #expect(try size(signed(temporary), temporary) == 0)
        // Killed after the file and before the store, it is made again; never where something was signed.
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: temporary.path + suffix)
        }
        _ = try temporary.open()
        #expect(try size(signed(temporary), temporary) == 0)
    }

    @Test func aStoreThatMustBeThereIsNotMade() throws {
        let temporary = try TemporaryDropBox()
        func open() throws -> DropBox {
            try DropBox(
                path: temporary.path, log: temporary.log, checkpointPath: temporary.checkpointPath,
                mayBeMade: false
            ) { temporary.today }
        }
        #expect(throws: LogDamage.noStore) { try open() }
        #expect(!FileManager.default.fileExists(atPath: temporary.path))
        try Data().write(to: URL(filePath: temporary.path))
        #expect(throws: LogDamage.noStore) { try open() }
        _ = try temporary.open()
        _ = try open()
    }

    @Test func aBackupGoesOnWithAnothersCheckpointOfItsTreeOrAnEarlierOne() async throws {
        let temporary = try TemporaryDropBox()
        var dropBox = try temporary.open()
        var notes = [signed(temporary)]
        for _ in 0..<3 {
            _ = try await dropBox.publish(randomBytes(70)) { _ in }
            notes.append(signed(temporary))
        }
        let backup = temporary.folder + "/backup.sqlite"
        try DatabaseQueue(path: temporary.path).backup(to: DatabaseQueue(path: backup))
        _ = try await dropBox.publish(randomBytes(70)) { _ in }
        notes.append(signed(temporary))
        try DatabaseQueue(path: backup).backup(to: DatabaseQueue(path: temporary.path))
        dropBox = try temporary.open(isLogChecked: false)
        // While the file is there, nothing is lost.
        #expect(throws: FileError.alreadyExists(path: temporary.checkpointPath)) {
            try dropBox.acceptLoss(newestCheckpoint: notes[3])
        }
        try FileManager.default.removeItem(atPath: temporary.checkpointPath)
        #expect(throws: LogDamage.older(stored: 3, signed: 4)) {
            try dropBox.acceptLoss(newestCheckpoint: notes[4])
        }
        let other = try TemporaryDropBox()
        _ = try other.open()
        #expect(throws: LogDamage.foreignCheckpoint) {
            try dropBox.acceptLoss(newestCheckpoint: signed(other))
        }
        let fork = try Checkpoint(
            origin: temporary.log.verifierKey.name,
            head: TreeHead(size: 3, root: randomBytes(32))
        ).signed(by: temporary.log)
        #expect(throws: LogDamage.altered(size: 3)) {
            try dropBox.acceptLoss(newestCheckpoint: fork.bytes)
        }
        #expect(!FileManager.default.fileExists(atPath: temporary.checkpointPath))
        let loss = try dropBox.acceptLoss(newestCheckpoint: notes[2])
        #expect(loss == AcceptedLoss(shown: 2, stored: 3))
        #expect(signed(temporary) == notes[3])
        _ = try await temporary.open().publish(randomBytes(70)) { _ in }
        #expect(try size(signed(temporary), temporary) == 4)
    }
}
