import DurableFiles
import Foundation
import Sodium
import Testing

@Suite struct DurableFilesTests {
    let folder = NSTemporaryDirectory() + "durable-" + Hex.encode(randomBytes(8))
    init() throws { try PrivateFolder.create(folder) }

    @Test func replacesWhole() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/file"
        try DurableFile.replace(path, with: [1, 2, 3])
        try DurableFile.replace(path, with: [4])
        #expect(try DurableFile.read(path, limit: 1) == [4])
        #expect(throws: FileError.tooLarge(path: path, limit: 0)) {
            try DurableFile.read(path, limit: 0)
        }
        #expect(throws: FileError.alreadyExists(path: path)) {
            try DurableFile.create(path, with: [5])
        }
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(try PrivateFolder.names(in: folder) == ["file"])
    }

    @Test func aFileThatCannotBeReplacedIsUnchangedAndNothingIsLeft() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/inner"
        try PrivateFolder.create(path)
        #expect(throws: FileError.wrongKind(path: path)) {
            try DurableFile.replace(path, with: [1])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["inner"])
        #expect(throws: FileError.notFound(path: folder + "/none")) {
            try DurableFile.replace(folder + "/none/file", with: [1])
        }
    }

    @Test func leftoversOfAKilledWriteAreRemoved() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = FileManager.default.createFile(
            atPath: folder + "/.vault.age.1f.part", contents: Data([1]))
        _ = FileManager.default.createFile(atPath: folder + "/keep.part", contents: Data([1]))
        try PrivateFolder.removeLeftovers(in: folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["keep.part"])
    }

    @Test func aLockIsHeldByOne() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let lock = try FolderLock(folder: folder)
            #expect(throws: FileError.inUse(path: folder)) { _ = try FolderLock(folder: folder) }
            _ = consume lock
        }
        _ = try FolderLock(folder: folder)
    }
}
