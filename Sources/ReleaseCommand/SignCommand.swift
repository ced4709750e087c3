internal import ArgumentParser
internal import DurableFiles
internal import PageRelease
internal import Sodium
internal import Terminal
internal import TransparencyLog

struct SignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: help(
            en: "Sign the list of a built page's files: writes FOLDER/manifest.",
            nl: "Onderteken de lijst van bestanden van een gebouwde pagina: schrijft MAP/manifest."),
        discussion: help(
            en: """
                Build the page on two computers first (make page) and compare what they print. \
                What is signed is computed anew from the files and shown.
                """,
            nl: """
                Bouw de pagina eerst op twee computers (make page) en vergelijk wat die tonen. \
                Wat ondertekend wordt, wordt opnieuw uit de bestanden berekend en getoond.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "The folder that make page built.", nl: "De map die make page heeft gemaakt.",
            value: "folder"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            en: "The file with the secret release key.",
            nl: "Het bestand met de geheime release-sleutel.", value: "file"))
    var key: String

    @OptionGroup var passphrase: PassphraseOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        try explaining {
            let console = Console(language: .ofCommandLine)
            let manifest = PageManifest(of: try PageFolder(reading: folder))
            console.print(String(manifest.text.dropLast()))
            let signer = try passphrase.signer(key)
            let path = folder + "/" + PagePath.manifest.text
            try DurableFile.replace(path, with: try manifest.signed(by: signer), mode: 0o644)
            // A copy of an older manifest would stop the gateway.
            try DurableFile.remove(path + ".gz")
            console.notice(
                help(
                    en:
                        "signed by \(signer.verifierKey.name); SHA-256 of the list: \(digest(manifest))",
                    nl:
                        "ondertekend door \(signer.verifierKey.name); SHA-256 van de lijst: \(digest(manifest))"
                ))
        }
    }

    private func digest(_ manifest: PageManifest) -> String {
        Hex.encode(SHA256.hash([UInt8](manifest.text.utf8)))
    }
}
