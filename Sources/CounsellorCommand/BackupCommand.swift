internal import ArgumentParser
internal import Casework
internal import Terminal

/// Copies the cases, or the month keys, elsewhere.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the cases, or the month keys (offline).")

    @Argument(help: "A folder for cases and keys, without month keys.") var folder: String?
    @Option(help: "A file for the month keys that have not expired; it replaces the one there.")
    var months: String?
    @OptionGroup var home: HomeOptions

    func validate() throws {
        guard folder != nil || months != nil else {
            throw ValidationError("FOLDER, --months FILE, or both")
        }
    }

    func run() throws {
        try home.common.run { texts, console in
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
}

/// Makes a home of a backup.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make the offline folder of a backup (offline).")

    @Argument(help: "The backup's folder.") var folder: String
    @Option(help: "The backup of the month keys.") var months: String?
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            try OfflineHome.checkFree(home.folder)
            guard OfflineHome.isBackup(folder) else {
                throw CaseworkError.notABackup(path: folder)
            }
            try OfflineHome.restore(
                folder, monthsFile: months, to: home.folder,
                passphrase: console.secret(
                    texts.setUp.passphrase, path: home.passphraseFile,
                    option: "--passphrase-file"))
            console.print(texts.exchange.restored(home.folder))
            if months == nil { console.notice(texts.exchange.restoredWithoutMonths) }
        }
    }
}
