internal import ArgumentParser
internal import Casework
internal import DurableFiles
internal import Sodium
internal import Terminal
internal import TransparencyLog

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: help(
            en: "Make a new release key, under a passphrase.",
            nl: "Maak een nieuwe release-sleutel, met een wachtzin."),
        discussion: help(
            en: """
                The secret half is an age file that 'age -d' opens too. The public half is \
                printed; it belongs in keys/release.vkey.
                """,
            nl: """
                De geheime helft is een age-bestand dat 'age -d' ook opent. De openbare helft \
                wordt getoond; die hoort in keys/release.vkey.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "Where to write the secret key, such as release.age on a stick.",
            nl: "Waar de geheime sleutel komt, zoals release.age op een stick.", value: "file"))
    var file: String

    @Option(
        help: ArgumentHelp(
            en: "The key's name, such as sottovoce.example/release.",
            nl: "De naam van de sleutel, zoals sottovoce.example/release.", value: "name"))
    var name: String

    @OptionGroup var passphrase: PassphraseOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        try explaining {
            guard !DurableFile.exists(file) else { throw FileError.alreadyExists(path: file) }
            guard let signer = try? NoteSigner(name: name) else {
                throw CommandFailure(
                    help(
                        en: "the name can't stand in a key: no spaces, no plus sign",
                        nl: "zo kan een sleutel niet heten: geen spaties, geen plusteken"),
                    status: CommandFailure.Status.usage)
            }
            try PassphraseFile.create(
                file, holding: signer.keyFile(), passphrase: try passphrase.new())
            Console(language: .ofCommandLine).print(signer.verifierKey.text)
        }
    }
}

/// The passphrase of the release key: typed, or in a file.
struct PassphraseOption: ParsableArguments {
    private static let least = 12

    @Option(
        help: ArgumentHelp(
            en: "Read the passphrase from this file's first line; - is standard input.",
            nl: "Lees de wachtzin uit de eerste regel van dit bestand; - is standaardinvoer.",
            value: "file"))
    var passphraseFile: String?

    private static let option = "--passphrase-file"

    /// One typed twice the same, or from the file.
    func new() throws(CommandFailure) -> SecretBytes {
        let console = Console(language: .ofCommandLine)
        let chosen = try console.secret(
            help(
                en: "New passphrase for the release key:",
                nl: "Nieuwe wachtzin voor de release-sleutel:"), path: passphraseFile,
            option: Self.option)
        guard chosen.byteCount >= Self.least else {
            throw CommandFailure(
                help(
                    en:
                        "a passphrase has at least \(Self.least) characters; seven random words are good",
                    nl:
                        "een wachtzin heeft minstens \(Self.least) tekens; zeven willekeurige woorden is goed"
                ))
        }
        guard passphraseFile == nil else { return chosen }
        let again = try console.askSecret(
            help(en: "The same again:", nl: "Nog een keer:"), option: Self.option)
        var (left, right) = (chosen.copyOut(), again.copyOut())
        defer {
            wipe(&left)
            wipe(&right)
        }
        guard constantTimeEqual(left, right) else {
            throw CommandFailure(
                help(
                    en: "the two were not the same; no key was made",
                    nl: "de twee waren niet gelijk; er is geen sleutel gemaakt"))
        }
        return chosen
    }

    /// The key in `file`.
    func signer(_ file: String) throws -> NoteSigner {
        let passphrase = try Console(language: .ofCommandLine).secret(
            help(
                en: "Passphrase of the release key:", nl: "Wachtzin van de release-sleutel:"),
            path: passphraseFile, option: Self.option)
        let opened = try PassphraseFile.open(file, passphrase: passphrase)
        do throws(NoteError) {
            return try NoteSigner(keyFile: opened)
        } catch {
            throw CaseworkError.damaged(file: file)
        }
    }
}
