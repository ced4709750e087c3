import Age
import DurableFiles
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// What ends by itself, what was signed elsewhere, who goes on, and the end of a contract.
@Suite struct KeepingTests {
    private static let passphrase = "een lange wachtzin voor de proef"
    let scene: Scene
    private var passphrase: SecretBytes { SecretBytes(copying: [UInt8](Self.passphrase.utf8)) }

    init() throws {
        scene = try Scene()
        try scene.home().finish(passphrase: passphrase)
    }

    @Test(arguments: [
        (91, nil), (90, 90), (31, 90), (30, 30), (8, 30), (7, 7), (0, 7), (-1, 0), (-5, 0),
    ])
    func anEndIsAnnouncedAhead(days: Int, announced: Int?) {
        #expect(
            OfflineHome.Renewals.announced(scene.today.adding(days), today: scene.today)
                == announced)
    }

    @Test func whatEndsIsKnownAfterAnImport() throws {
        #expect(try scene.home().renewals().rosterExpires == nil)
        try scene.importAll()
        let renewals = try scene.home().renewals()
        #expect(renewals.rosterExpires == scene.roster.expires && renewals.isListed == true)
        #expect(renewals.lastMonth == Month("2027-02") && renewals.notesWait)
        #expect(renewals.foreignKeys == nil && renewals.foreignNotes == nil)
    }

    @Test func keysNotMadeHereAreAnAlarmUntilTheyAreGone() throws {
        let own = scene.roster.counsellors[0]
        scene.roster.counsellors[0].threadKey = [UInt8](repeating: 9, count: 32)
        scene.roster.serial = 2
        try scene.publish()
        #expect(throws: CaseworkError.foreignKeys(id: "intern")) { try scene.importAll() }
        #expect(try scene.reopen().renewals().foreignKeys == scene.today)
        // On a later day it is still said of the first.
        #expect(throws: CaseworkError.foreignKeys(id: "intern")) {
            try scene.importAll(on: scene.today.adding(1))
        }
        #expect(try scene.home().renewals().foreignKeys == scene.today)
        scene.roster.counsellors[0] = own
        scene.roster.serial = 3
        try scene.publish()
        try scene.importAll()
        #expect(try scene.home().renewals().foreignKeys == nil)
    }

    @Test func notesSignedElsewhereAreAnAlarm() throws {
        try scene.importAll()
        // A copy of her files in other hands signs months of its own.
        try scene.home().backup(to: scene.folder + "/backup")
        try OfflineHome.restore(
            scene.folder + "/backup", monthsFile: nil, to: scene.folder + "/copy",
            passphrase: passphrase)
        let copy = try OfflineHome(opening: scene.folder + "/copy", passphrase: passphrase)
        let foreign = try copy.renewKeys(today: scene.today, count: 2)
        try scene.publish(NoteBundle([foreign]))
        try scene.importAll()
        try scene.importAll()
        #expect(try scene.home().renewals().foreignNotes == scene.today)
        // What she signs anew is above it, and hers.
        let own = try scene.home().renewKeys(today: scene.today, count: 4)
        #expect(try scene.home().renewals().foreignNotes == nil)
        try scene.publish(NoteBundle([own]))
        try scene.importAll()
        #expect(try scene.home().renewals().foreignNotes == nil)
        // A restored home learns what was signed since its backup, and that is none.
        try OfflineHome.restore(
            scene.folder + "/backup", monthsFile: nil, to: scene.folder + "/restored",
            passphrase: passphrase)
        let restored = try OfflineHome(
            opening: scene.folder + "/restored", passphrase: passphrase)
        _ = try restored.importMirror(scene.mirror, today: scene.today)
        #expect(try restored.renewals().foreignNotes == nil)
    }

    @Test func everyOpenCaseIsAskedWhetherASuccessorMayGoOn() throws {
        let scene = try ReferralScene("Een.").scene
        for body in ["Twee.", "Drie."] {
            try scene.log(scene.sealed(body, from: scene.reporter()))
        }
        try scene.importAll()
        let home = scene.home()
        _ = try home.reply(to: 2, .closed, body: "", today: scene.today)
        #expect(throws: CaseworkError.notInRoster(id: "niemand")) {
            try home.announceSuccession(
                to: "niemand", text: "Ik stop.", in: .nl, today: scene.today)
        }
        #expect(throws: CaseworkError.referralToHerself(id: "intern")) {
            try home.announceSuccession(to: "intern", text: "Ik stop.", in: .nl, today: scene.today)
        }
        #expect(throws: CaseworkError.emptyText) {
            try home.together {
                try $0.announceSuccession(to: "extern", text: " ", in: .nl, today: scene.today)
            }
        }
        #expect(try home.caseFile(1).written.isEmpty)
        let told = try home.together {
            try $0.announceSuccession(to: "extern", text: "Ik stop.", in: .nl, today: scene.today)
        }
        #expect(told == OfflineHome.SuccessionTold(told: [1, 3], untold: []))
        #expect(try home.caseFile(1).written.map(\.kind) == ["ask-referral extern"])
        // What goes along is fixed with the question.
        #expect(try home.referrals(of: 1).map(\.recipient) == ["extern"])
        #expect(try home.caseFile(2).written.map(\.kind) == ["closed"])
    }

    @Test func theEndOfAContractExportsAndErases() throws {
        try scene.log(scene.sealed("Een vraag.", from: scene.reporter()))
        try scene.importAll()
        try scene.home().put(RecoverySheets(in: .nl), today: scene.today)
        let (folder, export) = (scene.home().folder, scene.folder + "/export")
        #expect(throws: CaseworkError.wrongPassphrase) {
            try scene.home().export(
                to: export, passphrase: SecretBytes(copying: [1, 2, 3]), today: scene.today
            ) { _ in "" }
        }
        #expect(OfflineHome.isThere(folder) && !DurableFile.exists(export))
        try scene.home().export(to: export, passphrase: passphrase, today: scene.today) {
            "\($0.cases ?? -1) \($0.hasOpenCases) \($0.since?.text ?? "")"
        }
        #expect(
            try DurableFile.read(export + "/summary.txt", limit: 99)
                == [UInt8]("-1 true 2026-11".utf8))
        scene.close()
        try DurableFile.replace(folder + "/letter.txt", with: [1])
        try OfflineHome.erase(folder, collector: scene.folder + "/no-collector")
        // Only ours go.
        #expect(try PrivateFolder.names(in: folder) == ["letter.txt"])
        #expect(!OfflineHome.isThere(folder) && !OfflineHome.isEnded(folder))
        try OfflineHome.restore(
            export, monthsFile: nil, to: scene.folder + "/again", passphrase: passphrase)
        let again = try OfflineHome(opening: scene.folder + "/again", passphrase: passphrase)
        #expect(try again.caseFile(1).received.map(\.body) == ["Een vraag."])
    }

    @Test func erasingGoesOnAfterItWasCutOff() throws {
        let folder = scene.home().folder
        scene.close()
        try DurableFile.remove(folder + "/identity.age")
        try DurableFile.replace(folder + "/ended", with: [])
        #expect(OfflineHome.isEnded(folder))
        try OfflineHome.erase(folder, collector: scene.folder + "/no-collector")
        #expect(!PrivateFolder.isFolder(folder))
    }

    @Test func aBackupIsProvenByOpeningIt() throws {
        let backup = scene.folder + "/backup"
        #expect(throws: CaseworkError.notABackup(path: backup)) {
            try scene.home().prove(backup: backup, passphrase: passphrase, today: scene.today)
        }
        try scene.home().backup(to: backup)
        let proof = try scene.home().prove(
            backup: backup, passphrase: passphrase, today: scene.today)
        #expect(proof.isCurrent && !proof.hasRecovery && proof.cases == 0)
        #expect(try scene.home().lastBackupProof() == scene.today)
        let bytes = try DurableFile.read(backup + "/vault.age", limit: 1 << 24)
        try DurableFile.replace(backup + "/vault.age", with: [UInt8](bytes.dropLast()))
        #expect(throws: CaseworkError.damaged(file: backup + "/vault.age")) {
            try scene.home().prove(backup: backup, passphrase: passphrase, today: scene.today)
        }
        // Another home's backup proves nothing of this one.
        try scene.home("extern").finish(passphrase: passphrase)
        try scene.home("extern").backup(to: scene.folder + "/other")
        #expect(throws: CaseworkError.notOwnBackup(path: scene.folder + "/other")) {
            try scene.home().prove(
                backup: scene.folder + "/other", passphrase: passphrase, today: scene.today)
        }
    }

    @Test(arguments: [
        ("welkom welkom welkom", PassphraseAdvice.Strength.weak), ("Zomer2026!!!", .weak),
        ("correct horse battery staple", .fair),
        ("molen akker zebra koffie lamp trein wolk", .strong),
    ])
    func whatIsEasilyGuessedIsCalledWeak(text: String, strength: PassphraseAdvice.Strength) {
        #expect(PassphraseAdvice.strength(of: text) == strength)
    }

    @Test func aMadePassphraseIsStrong() {
        // Two equal words of seven are possible, and then too.
        #expect(PassphraseAdvice.strength(of: PassphraseAdvice.made(in: .nl)) != .weak)
    }
}
