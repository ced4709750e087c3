internal import ArgumentParser
internal import Casework
internal import Desk
internal import Terminal

/// Another passphrase, by the present one.
struct PassphraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase",
        abstract: help(
            en: "Choose another passphrase (offline).",
            nl: "Kies een andere wachtzin (zonder internet)."),
        discussion: help(
            en: """
                Copies made before, such as backups, keep the old one. Forgotten: counsellor recovery \
                open, with two sheets.
                """,
            nl: """
                Kopieën van eerder, zoals back-ups, houden de oude. Vergeten: counsellor recovery open, \
                met twee bladen.
                """))

    @Option(
        help: ArgumentHelp(
            en: "Read the new passphrase from this file's first line.",
            nl: "Lees de nieuwe wachtzin uit de eerste regel van dit bestand.", value: "file"))
    var newPassphraseFile: String?
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let present = try home.passphrase(texts, console)
            let opened = try OfflineHome(opening: home.folder, passphrase: present)
            let new = try NewPassphrase(texts: texts, console: console).choose(
                for: texts.setUp.vault, path: newPassphraseFile, option: "--new-passphrase-file")
            try opened.change(passphrase: present, to: new)
            console.print(try SharedWords(texts.language).passphraseChanged)
        }
    }
}
