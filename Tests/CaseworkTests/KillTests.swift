import Age
import DurableFiles
import Foundation
import GRDB
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// A process killed at any moment of any save: what it was told is saved is there, and no save is half there.
@Suite struct KillTests {
    static let rounds = 500
    /// So long after its first save began, at most: a few saves, in microseconds.
    static let longest: useconds_t = 40_000

    @Test func killedDuringAnySaveFiveHundredTimes() async throws {
        let scene = try Scene()
        _ = try scene.log(scene.sealed("Er is iets.", from: scene.reporter()))
        _ = try scene.importAll()
        let (folder, identity) = scene.close()
        let (key, told) = (scene.folder + "/key", scene.folder + "/told")
        try DurableFile.replace(key, with: identity.text().copyOut())
        try DurableFile.replace(told, with: [UInt8]("00000000".utf8))
        var saved = 0
        var betweenDiskAndAnswer = 0
        for round in 0..<Self.rounds {
            let delay = useconds_t(round * 7_919) % Self.longest
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [
                    folder = folder as String, key = key as String, told = told as String,
                    saved = saved as Int, delay = delay as useconds_t
                ] in
                try KillTests.saveOnAndOn(folder, key: key, told: told, after: saved, killed: delay)
            }
            // What it was not told is known from the last time.
            let said = max(saved, Int(try String(contentsOfFile: told, encoding: .utf8)) ?? 0)
            let found = try Self.wholeSaves(in: folder, identity)
            try #require([said, said + 1].contains(found))
            if found > said { betweenDiskAndAnswer += 1 }
            saved = found
        }
        #expect(saved > 0)
        print("saved \(saved) times; killed \(betweenDiskAndAnswer) times between disk and answer")
    }

    /// How many saves the vault holds; throws when one of them is half there.
    private static func wholeSaves(in folder: String, _ identity: HybridIdentity) throws -> Int {
        let home = try OfflineHome(
            opening: folder, with: identity, lock: FolderLock(folder: folder))
        let notes = try home.privateNotes(1).map(\.body)
        try #require(notes == (0..<notes.count).map { "\($0 + 1)" })
        try #require(home.draft(1) == (notes.isEmpty ? "" : "\(notes.count)"))
        try #require(home.chosenLanguage() == language(after: notes.count))
        let integrity = try home.vault.database.read {
            try String.fetchOne($0, sql: "PRAGMA integrity_check")
        }
        try #require(integrity == "ok")
        return notes.count
    }

    private static func language(after saves: Int) -> Language? {
        saves == 0 ? nil : saves % 2 == 0 ? .nl : .en
    }

    /// In the process that is killed: each save is a note, a draft and a setting; then it is told.
    private static func saveOnAndOn(
        _ folder: String, key: String, told: String, after saved: Int, killed delay: useconds_t
    ) throws {
        let bytes = try DurableFile.read(key, limit: 4_096)
        let home = try OfflineHome(
            opening: folder, with: HybridIdentity(text: bytes.span),
            lock: FolderLock(folder: folder))
        let file = try #require(FileHandle(forWritingAtPath: told))
        Thread.detachNewThread {
            usleep(delay)
            kill(getpid(), SIGKILL)
        }
        for save in (saved + 1)... {
            try home.together { home in
                try home.add(note: "\(save)", to: 1, today: Day("2026-11-24")!)
                try home.save(draft: "\(save)", for: 1)
                try home.choose(language: language(after: save)!)
            }
            try file.seek(toOffset: 0)
            try file.write(contentsOf: Data(String(format: "%08d", save).utf8))
        }
    }
}
