import Age
import DurableFiles
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

@Suite struct BackupTests {
    private static let passphrase = "een lange wachtzin voor de proef"
    let scene: Scene
    let reporter: ReceiptKeys
    private var passphrase: SecretBytes { SecretBytes(copying: [UInt8](Self.passphrase.utf8)) }

    init() throws {
        scene = try Scene()
        reporter = try scene.reporter()
        try scene.home().finish(passphrase: passphrase)
        try scene.log(scene.sealed("Een vraag.", from: reporter))
        try scene.importAll()
    }

    @Test func contentBackupHoldsNoMonthKeys() throws {
        try scene.home().backup(to: scene.folder + "/backup")
        #expect(
            try PrivateFolder.names(in: scene.folder + "/backup")
                == ["identity.age", "keys.age", "vault.age"])
        let months = scene.home().months.identities.values.map { $0.text().copyOut() }
        for file in ["keys.age", "vault.age"] {
            let plaintext = try SealedFile.open(
                "\(scene.folder)/backup/\(file)", with: scene.home().identity,
                limit: Vault.byteLimit)
            for month in months { #expect(plaintext.firstRange(of: month) == nil) }
        }
    }

    @Test func monthsBackupHoldsOnlyUnexpiredOnes() throws {
        let path = scene.folder + "/months.backup"
        #expect(try scene.home().backupMonths(to: path, today: scene.today) == 4)
        #expect(try scene.home().backupMonths(to: path, today: Day("2027-01-06")!) == 3)
        let read = try MonthKeys(opening: path, with: scene.home().identity)
        #expect(read.months.first == Month("2026-12"))
    }

    @Test func restoredHomeNumbersOnFromTheMirror() throws {
        let (backup, months) = (scene.folder + "/backup", scene.folder + "/months.backup")
        try scene.home().backup(to: backup)
        _ = try scene.home().backupMonths(to: months, today: scene.today)
        _ = try scene.home().reply(to: 1, .answer, body: "Na de back-up.", today: scene.today)
        let outbox = scene.folder + "/outbox"
        try scene.post(scene.home().repliesAtOnce(to: outbox, today: scene.today)[0])

        let restored = scene.folder + "/restored"
        try OfflineHome.restore(
            backup, monthsFile: months, to: restored, passphrase: passphrase)
        let home = try OfflineHome(opening: restored, passphrase: passphrase)
        #expect(throws: CaseworkError.importFirst) {
            try home.reply(to: 1, .answer, body: "Te vroeg.", today: scene.today)
        }
        _ = try home.importMirror(scene.mirror, today: scene.today)
        _ = try home.reply(to: 1, .answer, body: "Nu wel.", today: scene.today)
        let intern = scene.roster.counsellor("intern")!
        let thread = try ThreadKeys(reporter: reporter.thread, counsellorKey: intern.threadKey)
        let next = try home.repliesAtOnce(to: scene.folder + "/next", today: scene.today)
        #expect(next.map(\.tag) == [thread.label(1)])
    }

    @Test func aReplyWhoseNumberWasTakenIsSealedAgain() throws {
        try scene.home().backup(to: scene.folder + "/backup")
        // A copy of the files, used side by side with the first: both write reply 0.
        try OfflineHome.restore(
            scene.folder + "/backup", monthsFile: nil, to: scene.folder + "/copy",
            passphrase: passphrase)
        let copy = try OfflineHome(opening: scene.folder + "/copy", passphrase: passphrase)
        _ = try copy.importMirror(scene.mirror, today: scene.today)
        _ = try copy.reply(to: 1, .answer, body: "Van de kopie.", today: scene.today)
        let posted = try copy.repliesAtOnce(to: scene.folder + "/out", today: scene.today)[0]

        _ = try scene.home().reply(to: 1, .answer, body: "Van het origineel.", today: scene.today)
        let own = scene.folder + "/own"
        #expect(try scene.home().repliesAtOnce(to: own, today: scene.today)[0].tag == posted.tag)
        try scene.post(posted)
        #expect(try scene.importAll().waitingAgain == 1)
        #expect(try scene.home().caseFile(1).written.map(\.state) == [.written])
        let again = try scene.home().repliesAtOnce(to: own, today: scene.today)
        #expect(again.count == 1 && again[0].tag != posted.tag)
    }

    @Test func wrongPassphraseIsToldApartFromDamage() throws {
        let folder = scene.home().folder
        _ = try scene.reopen()
        #expect(throws: CaseworkError.wrongPassphrase) {
            _ = try PassphraseFile.open(
                folder + "/identity.age", passphrase: SecretBytes(copying: [1, 2, 3]))
        }
        let bytes = try DurableFile.read(folder + "/identity.age", limit: 1 << 16)
        try DurableFile.replace(folder + "/identity.age", with: [UInt8](bytes.dropLast(40)))
        #expect(throws: CaseworkError.damaged(file: folder + "/identity.age")) {
            _ = try PassphraseFile.open(folder + "/identity.age", passphrase: passphrase)
        }
    }

    @Test func restoreRefusesAnIncompleteBackupAndAHomeThatIsThere() throws {
        let backup = scene.folder + "/backup"
        try scene.home().backup(to: backup)
        #expect(throws: CaseworkError.homeExists(path: scene.home().folder)) {
            try OfflineHome.restore(
                backup, monthsFile: nil, to: scene.home().folder, passphrase: passphrase)
        }
        try DurableFile.remove(backup + "/keys.age")
        #expect(throws: CaseworkError.notABackup(path: backup)) {
            try OfflineHome.restore(
                backup, monthsFile: nil, to: scene.folder + "/new", passphrase: passphrase)
        }
    }
}
