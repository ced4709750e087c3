internal import ArgumentParser
internal import Casework
internal import Desk
internal import Terminal

/// Copies the cases, or the month keys, elsewhere.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: help(
            en: "Copy the cases, or the month keys (offline).",
            nl: "Kopieer de zaken, of de maandsleutels (zonder internet)."),
        discussion: help(
            en: """
                With --prove nothing is copied: the backup that is in the folder is opened with its \
                passphrase, as after a loss, and compared with what is here.
                """,
            nl: """
                Met --prove wordt niets gekopieerd: de back-up die in de map staat wordt geopend met \
                zijn wachtzin, zoals na verlies, en vergeleken met wat hier staat.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "A folder for cases and keys, without month keys.",
            nl: "Een map voor zaken en sleutels, zonder maandsleutels.", value: "folder"))
    var folder: String?
    @Option(
        help: ArgumentHelp(
            en: "A file for the month keys that have not expired; it replaces the one there.",
            nl: "Een bestand voor de maandsleutels die nog gelden; het vervangt het vorige.",
            value: "file"))
    var months: String?
    @Flag(
        help: ArgumentHelp(
            en: "The drill: open the backup that is there.",
            nl: "De proef: open de back-up die er staat."))
    var prove = false
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            guard folder != nil || months != nil, !prove || folder != nil && months == nil else {
                throw texts.usage(texts.failures.backupOfWhat)
            }
            if prove, let folder { return try proved(folder, texts, console) }
            let home = try home.open(texts, console)
            if let folder {
                try home.backup(to: folder)
                console.print(texts.exchange.backedUp(folder))
                if months == nil { console.notice(texts.exchange.backupLacksMonths) }
            }
            if let months {
                let count = try home.backupMonths(to: months, today: currentDay())
                console.print(texts.exchange.monthsBackedUp(months, count))
            }
        }
    }

    private func proved(_ folder: String, _ texts: Texts, _ console: Console) throws {
        let passphrase = try home.passphrase(texts, console)
        let opened = try OfflineHome(opening: home.folder, passphrase: passphrase)
        try opened.checkClock(today: currentDay(), isRight: clock.clockIsRight)
        let proof = try opened.prove(
            backup: folder, passphrase: passphrase, today: currentDay())
        let (said, warning) = try SharedWords(texts.language).proved(proof)
        console.print(said)
        if let warning { console.notice(warning) }
    }
}

/// Makes a home of a backup.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: help(
            en: "Make the offline folder of a backup (offline).",
            nl: "Maak de offline map van een back-up (zonder internet)."))

    @Argument(
        help: ArgumentHelp(
            en: "The backup's folder.", nl: "De map van de back-up.", value: "folder")) var folder:
        String
    @Option(
        help: ArgumentHelp(
            en: "The backup of the month keys.", nl: "De back-up van de maandsleutels.",
            value: "file")) var months: String?
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            try OfflineHome.checkFree(home.folder)
            guard OfflineHome.isBackup(folder) else {
                throw CaseworkError.notABackup(path: folder)
            }
            let passphrase = try console.secret(
                texts.setUp.passphrase, path: home.passphraseFile, option: "--passphrase-file")
            do {
                try OfflineHome.restore(
                    folder, monthsFile: months, to: home.folder, passphrase: passphrase)
            } catch CaseworkError.damaged(let file) {
                throw CommandFailure(
                    texts.failures.damaged(file).message, hint: texts.failures.olderBackup,
                    status: CommandFailure.Status.badInput)
            }
            console.print(texts.exchange.restored(home.folder))
            if months == nil { console.notice(texts.exchange.restoredWithoutMonths) }
        }
    }
}
