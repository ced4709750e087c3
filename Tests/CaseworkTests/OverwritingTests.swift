import DurableFiles
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// What is there is never replaced by something else.
@Suite struct OverwritingTests {
    let scene: Scene
    private var passphrase: SecretBytes {
        SecretBytes(copying: [UInt8]("een lange wachtzin voor de proef".utf8))
    }
    private var owner: OfflineHome.Owner {
        OfflineHome.Owner(id: "intern", anchor: scene.anchor, genesis: scene.root.verifierKey)
    }

    init() throws {
        scene = try Scene()
        try scene.home().finish(passphrase: passphrase)
    }

    private func contents(_ folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try PrivateFolder.names(in: folder) {
            files[name] = try DurableFile.read("\(folder)/\(name)", limit: 1 << 30)
        }
        return files
    }

    /// Checks that `body` throws this and changes no file of `folder`.
    private func unchanged(
        _ folder: String, _ error: CaseworkError, _ body: () throws -> Void
    ) throws {
        let before = try contents(folder)
        #expect(throws: error, performing: body)
        #expect(try contents(folder) == before)
    }

    /// It is in the way of the new one, and is the very one that is asked for.
    @Test func aRestoringThatWasCutOffCanBePutBackItself() throws {
        let home = scene.home().folder
        let new = home + ".restored"
        try scene.home().backup(to: new)
        scene.close()
        let months = try DurableFile.read(home + "/months.age", limit: 1 << 20)
        try DurableFile.replace(new + "/months.age", with: months)
        let restore = { (words: String, today: Day) in
            try OfflineHome.restore(
                new, monthsFile: new + "/months.age", inPlaceOf: home,
                passphrase: SecretBytes(copying: [UInt8](words.utf8)), today: today)
        }
        #expect(throws: CaseworkError.wrongPassphrase) {
            try restore("een andere", scene.today)
        }
        #expect(OfflineHome.setAside(of: home) == [new])
        let aside = try restore("een lange wachtzin voor de proef", scene.today)
        #expect(aside != nil && OfflineHome.setAside(of: home).count == 2)
        #expect(try OfflineHome(opening: home, passphrase: passphrase).mustImportFirst())
    }

    /// Of several organisations, whose folders are found by their names.
    @Test func restoringsThatWereCutOffAreEndedInAFolderOfHomes() throws {
        let homes = scene.folder + "/homes"
        for name in ["gemeente.restored", "school.restored", "school"] {
            let folder = "\(homes)/\(name)"
            try scene.home().backup(to: folder)
            try DurableFile.replace(
                folder + "/months.age",
                with: DurableFile.read(scene.home().folder + "/months.age", limit: 1 << 20))
        }
        OfflineHome.endRestorings(in: homes)
        #expect(
            try PrivateFolder.names(in: homes).sorted() == [
                "gemeente", "school", "school.restored",
            ])
        OfflineHome.endRestorings(in: scene.folder + "/none")
    }

    @Test(arguments: ["identity.age", "keys.age", "months.age", "vault.age"])
    func aHomeThatLacksAFileIsNeitherOpenedNorMadeAnew(lost: String) throws {
        let backup = scene.folder + "/backup"
        try scene.home().backup(to: backup)
        let home = scene.folder + "/copy"
        try OfflineHome.restore(backup, monthsFile: nil, to: home, passphrase: passphrase)
        let missing = "\(home)/\(lost)"
        try DurableFile.remove(missing)
        try unchanged(home, .incompleteHome(missing: missing)) {
            _ = try OfflineHome(opening: home, passphrase: passphrase)
        }
        let refusal =
            lost == "identity.age"
            ? CaseworkError.incompleteHome(missing: missing) : .homeExists(path: home)
        try unchanged(home, refusal) { _ = try OfflineHome(creating: home, owner: owner) }
        try unchanged(home, refusal) {
            try OfflineHome.restore(backup, monthsFile: nil, to: home, passphrase: passphrase)
        }
    }

    @Test func restoreLeavesMonthKeysThatAreThere() throws {
        let backup = scene.folder + "/backup"
        try scene.home().backup(to: backup)
        let home = scene.folder + "/only-months"
        try PrivateFolder.create(home)
        try DurableFile.replace(
            home + "/months.age",
            with: DurableFile.read(scene.home().path(.months), limit: 1 << 20))
        try unchanged(home, .incompleteHome(missing: home + "/identity.age")) {
            try OfflineHome.restore(backup, monthsFile: nil, to: home, passphrase: passphrase)
        }
    }

    @Test func whatAnInitThatNeverEndedLeftIsMadeAgainOrRemoved() throws {
        let home = scene.folder + "/begun"
        for _ in 0..<2 { _ = try OfflineHome(creating: home, owner: owner) }
        #expect(throws: CaseworkError.incompleteHome(missing: home + "/identity.age")) {
            _ = try OfflineHome(opening: home, passphrase: passphrase)
        }
        OfflineHome.abandon(home)
        #expect(!PrivateFolder.isFolder(home))
        let collector = scene.folder + "/online"
        for _ in 0..<2 {
            _ = try CollectorFolder(creating: collector, id: "intern", anchor: scene.anchor)
        }
        try CollectorFolder(creating: collector, id: "intern", anchor: scene.anchor).finish()
        CollectorFolder.abandon(collector)
        #expect(!PrivateFolder.isFolder(collector))

        let kept = try contents(scene.home().folder)
        OfflineHome.abandon(scene.home().folder)
        #expect(try contents(scene.home().folder) == kept)
    }

    @Test func onlineKeysAreNotMadeAnewWithoutTheirAnchor() throws {
        let folder = scene.folder + "/online"
        let made = try CollectorFolder(creating: folder, id: "intern", anchor: scene.anchor)
        try made.finish()
        try made.seal()
        try DurableFile.remove(folder + "/anchor")
        CollectorFolder.abandon(folder)
        #expect(throws: CaseworkError.homeExists(path: folder)) {
            _ = try CollectorFolder(creating: folder, id: "intern", anchor: scene.anchor)
        }
    }

    @Test func backupReplacesOnlyItsOwn() throws {
        try scene.home("extern").finish(passphrase: passphrase)
        let (own, other) = (scene.home("intern"), scene.home("extern"))
        for home in [own, other] {
            try unchanged(home.folder, .notOwnBackup(path: home.folder)) {
                try own.backup(to: home.folder)
            }
        }
        let backup = scene.folder + "/backup"
        try other.backup(to: backup)
        try unchanged(backup, .notOwnBackup(path: backup)) { try own.backup(to: backup) }
        // Cut off before its identity was written, it is still the other's.
        try DurableFile.remove(backup + "/identity.age")
        try unchanged(backup, .notOwnBackup(path: backup)) { try own.backup(to: backup) }
        for _ in 0..<2 { try other.backup(to: backup) }
        #expect(OfflineHome.isBackup(backup))
    }

    @Test func monthsBackupReplacesOnlyItsOwn() throws {
        let own = scene.home("intern")
        let sticks = scene.folder + "/sticks"
        try PrivateFolder.create(sticks)
        _ = try scene.home("extern").backupMonths(to: sticks + "/extern", today: scene.today)
        try DurableFile.replace(sticks + "/letter.txt", with: [1, 2, 3])
        for file in ["extern", "letter.txt"].map({ "\(sticks)/\($0)" }) {
            try unchanged(sticks, .notOwnBackup(path: file)) {
                _ = try own.backupMonths(to: file, today: scene.today)
            }
        }
        for file in ["vault.age", "months.age", "new.age"].map({ "\(own.folder)/\($0)" }) {
            try unchanged(own.folder, .notOwnBackup(path: file)) {
                _ = try own.backupMonths(to: file, today: scene.today)
            }
        }
        for _ in 0..<2 {
            #expect(try own.backupMonths(to: sticks + "/intern", today: scene.today) == 4)
        }
    }
}
