import Age
import DurableFiles
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// Two of three sheets open, one never; a cut-off leaves old sheets or new ones.
@Suite struct RecoveryTests {
    let scene: Scene
    let sheets = RecoverySheets(in: .nl)
    private var folder: String { scene.home().folder }

    init() throws {
        scene = try Scene()
        try scene.home().finish(passphrase: SecretBytes(copying: [UInt8]("de oude wachtzin".utf8)))
    }

    private func text(_ sheet: Int, of sheets: RecoverySheets? = nil) -> String {
        (sheets ?? self.sheets).words[sheet - 1].joined(separator: " ")
    }

    private func opened(_ one: String, _ other: String) throws -> HybridRecipient {
        try OfflineHome.recovered(folder, sheets: [one, other]).recipient
    }

    @Test(arguments: [(1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2)])
    func everyPairOpensInEitherOrder(one: Int, other: Int) throws {
        try scene.home().put(sheets, today: scene.today)
        #expect(try opened(text(one), text(other)) == scene.home().identity.recipient)
    }

    @Test(arguments: 1...3) func oneSheetOpensNothing(sheet: Int) throws {
        try scene.home().put(sheets, today: scene.today)
        #expect(throws: RecoveryError.sameSheet) { try opened(text(sheet), text(sheet)) }
        let others = RecoverySheets(in: .nl)
        for other in 1...3 {
            #expect(throws: RecoveryError.self) {
                try opened(text(sheet), text(other, of: others))
            }
        }
        // Its words open neither the identity file nor the inner layer of a file whose outer one they open.
        for name in try RecoveryFiles(in: folder).names {
            let bytes = try DurableFile.read("\(folder)/\(name)", limit: 1 << 16)
            let phrase = { RecoverySheets.secret(text(sheet)) }
            guard let layer = try? PassphraseFile.opened(bytes, passphrase: phrase()) else {
                continue
            }
            #expect(throws: AgeError.noMatch) {
                try PassphraseFile.opened(layer, passphrase: phrase())
            }
        }
        #expect(throws: CaseworkError.wrongPassphrase) {
            _ = try PassphraseFile.open(
                scene.home().path(.identity), passphrase: RecoverySheets.secret(text(sheet)))
        }
    }

    @Test func theWrongOneIsNamedWhereThatCanBeTold() throws {
        try scene.home().put(sheets, today: scene.today)
        let other = RecoverySheets(in: .en)
        #expect(throws: RecoveryError.wrongSheets(sheet: 2)) {
            try opened(text(1), text(2, of: other))
        }
        #expect(throws: RecoveryError.wrongSheets(sheet: 1)) {
            try opened(text(3, of: other), text(2))
        }
        #expect(throws: RecoveryError.wrongSheets(sheet: nil)) {
            try opened(text(3), text(1, of: other))
        }
    }

    @Test func whatIsTypedIsForgiven() throws {
        try scene.home().put(sheets, today: scene.today)
        let words = sheets.words[0]
        let typed = words.enumerated().map { place, word in
            "\(place + 1). \(place % 2 == 0 ? word.uppercased() : String(word.prefix(4))),\r\n"
        }.joined()
        #expect(try opened(typed, text(3)) == scene.home().identity.recipient)
        #expect(throws: RecoveryError.wordCount(sheet: 2, found: 9)) {
            try opened(typed, words.dropFirst().joined(separator: " "))
        }
        let slip = (["xq"] + words.dropFirst()).joined(separator: " ")
        #expect(throws: RecoveryError.unknownWord(sheet: 1, place: 1, near: [])) {
            try opened(slip, text(2))
        }
    }

    @Test func aNewPassphraseTakesThePlaceOfTheForgottenOne() throws {
        try scene.home().put(sheets, today: scene.today)
        let home = folder
        scene.close()
        let new = { SecretBytes(copying: [UInt8]("de nieuwe wachtzin".utf8)) }
        try OfflineHome.recover(home, sheets: [text(2), text(3)], passphrase: new())
        #expect(throws: CaseworkError.wrongPassphrase) {
            _ = try OfflineHome(
                opening: home, passphrase: SecretBytes(copying: [UInt8]("de oude wachtzin".utf8)))
        }
        #expect(
            try OfflineHome(opening: home, passphrase: new()).recovery()
                == OfflineHome.Recovery(mark: sheets.mark, made: scene.today))
    }

    @Test func filesOfOthersAreLeftAsTheyAre() throws {
        try scene.home().put(sheets, today: scene.today)
        let keys = folder + "/keys.age"
        let before = try DurableFile.read(folder + "/identity.age", limit: 1 << 16)
        try DurableFile.replace(
            keys, with: try DurableFile.read(scene.home("extern").path(.keys), limit: 1 << 16))
        let home = folder
        scene.close()
        #expect(throws: CaseworkError.damaged(file: keys)) {
            try OfflineHome.recover(
                home, sheets: [text(1), text(2)], passphrase: SecretBytes(copying: [1]))
        }
        #expect(try DurableFile.read(home + "/identity.age", limit: 1 << 16) == before)
    }

    /// Old sheets work until the vault says that new ones do, whichever files are there by then.
    @Test(arguments: 0...3) func cutOffBetweenFilesOldSheetsStay(written: Int) throws {
        try scene.home().put(sheets, today: scene.today)
        let new = RecoverySheets(in: .nl)
        let files = try new.files(holding: OfflineHome.text(of: scene.home().identity))
        for (name, bytes) in files.prefix(written) {
            try DurableFile.replace("\(folder)/\(name)", with: bytes)
        }
        #expect(try opened(text(1), text(3)) == scene.home().identity.recipient)
        if written < 3 {
            #expect(throws: RecoveryError.self) { try opened(text(1, of: new), text(2, of: new)) }
        }
        _ = try scene.reopen()
        #expect(try RecoveryFiles(in: folder).names == RecoveryFiles.names(of: sheets.mark))
    }

    @Test func cutOffAfterTheVaultNewSheetsAreInForce() throws {
        try scene.home().put(sheets, today: scene.today)
        let old = try RecoveryFiles(in: folder).names.map {
            ($0, try DurableFile.read("\(folder)/\($0)", limit: 1 << 16))
        }
        let new = RecoverySheets(in: .nl)
        try scene.home().put(new, today: scene.today.adding(1))
        #expect(throws: RecoveryError.self) { try opened(text(1), text(2)) }
        for (name, bytes) in old { try DurableFile.replace("\(folder)/\(name)", with: bytes) }
        _ = try scene.reopen()
        #expect(try RecoveryFiles(in: folder).names == RecoveryFiles.names(of: new.mark))
        #expect(
            try opened(text(1, of: new), text(2, of: new)) == scene.home().identity.recipient)
    }

    @Test func aBackupHasThemAndARestoredHomeToo() throws {
        try scene.home().put(RecoverySheets(in: .nl), today: scene.today)
        let backup = scene.folder + "/backup"
        try scene.home().backup(to: backup)
        try scene.home().put(sheets, today: scene.today)
        try scene.home().change(
            passphrase: SecretBytes(copying: [UInt8]("de oude wachtzin".utf8)),
            to: SecretBytes(copying: [UInt8]("een andere wachtzin".utf8)))
        try scene.home().backup(to: backup)
        #expect(try RecoveryFiles(in: backup).names == RecoveryFiles.names(of: sheets.mark))
        let new = { SecretBytes(copying: [UInt8]("na het verlies".utf8)) }
        try OfflineHome.recover(backup, sheets: [text(1), text(3)], passphrase: new())
        let restored = scene.folder + "/restored"
        try OfflineHome.restore(backup, monthsFile: nil, to: restored, passphrase: new())
        _ = try OfflineHome(opening: restored, passphrase: new())
        #expect(try RecoveryFiles(in: restored).names == RecoveryFiles.names(of: sheets.mark))
    }

    @Test func withoutSheetsItIsSaid() throws {
        #expect(throws: RecoveryError.noneMade(folder: folder)) { try opened(text(1), text(2)) }
        #expect(try scene.home().recovery() == nil)
    }
}
