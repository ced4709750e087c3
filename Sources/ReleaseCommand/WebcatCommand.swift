internal import ArgumentParser
internal import DurableFiles
internal import PageRelease
internal import Sodium
internal import Terminal

struct WebcatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webcat",
        abstract: help(
            en: "Make the files that WEBCAT, a browser extension that verifies pages, asks for.",
            nl: "Maak de bestanden die WEBCAT, een extensie die pagina's nakijkt, nodig heeft."),
        discussion: help(
            en: """
                Writes enrollment.json, an unsigned manifest.json and webcat.config.json into \
                FOLDER/.well-known/webcat. Signing them needs Sigsum's log and so a network: see \
                Docs/operations.md. Until then WEBCAT does not accept the page.
                """,
            nl: """
                Schrijft enrollment.json, een niet-ondertekend manifest.json en \
                webcat.config.json in MAP/.well-known/webcat. Ondertekenen kan alleen met het \
                register van Sigsum en dus met internet: zie Docs/operations.md. Tot dan neemt \
                WEBCAT de pagina niet aan.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "The folder that make page built.", nl: "De map die make page heeft gemaakt.",
            value: "folder"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            en: "Where the source code is: https://…", nl: "Waar de broncode staat: https://…",
            value: "address"))
    var app: String

    @Option(
        help: ArgumentHelp(en: "The release's tag.", nl: "De tag van de uitgave.", value: "name"))
    var release: String

    @Option(
        help: ArgumentHelp(
            en: "A Sigsum public key that may sign, in hex; once for each.",
            nl: "Een openbare Sigsum-sleutel die mag ondertekenen, in hex; één keer per sleutel.",
            value: "key"))
    var signer: [String]

    @Option(
        help: ArgumentHelp(
            en: "How many of them must sign.", nl: "Hoeveel ervan moeten ondertekenen.",
            value: "count"))
    var threshold = 1

    @Option(
        help: ArgumentHelp(
            en: "A Sigsum trust policy: its logs, witnesses and quorum.",
            nl: "Een trust policy van Sigsum: logs, getuigen en quorum.", value: "file"))
    var policy: String

    @Option(
        help: ArgumentHelp(
            en: "Where signed manifests and files are kept for auditors: https://…",
            nl: "Waar ondertekende manifesten en bestanden voor controle bewaard worden: https://…",
            value: "address"))
    var storage: String

    @OptionGroup var language: LanguageOption

    func run() async throws {
        try explaining {
            let page = PageManifest(of: try PageFolder(reading: folder))
            let enrolment = try enrolment()
            let files = [
                ("enrollment.json", enrolment),
                ("manifest.json", WebcatFiles.manifest(page, app: app, version: release)),
                ("webcat.config.json", WebcatFiles.configuration(page, app: app, version: release)),
            ]
            let target = folder + "/.well-known/webcat"
            try PrivateFolder.create(target)
            for (name, json) in files {
                try DurableFile.replace(
                    target + "/" + name, with: [UInt8]((json.canonical + "\n").utf8), mode: 0o644)
            }
            Console(language: .ofCommandLine).notice(
                help(
                    en: "written into \(target); manifest.json is not signed yet",
                    nl: "geschreven in \(target); manifest.json is nog niet ondertekend"))
        }
    }

    private func enrolment() throws -> JSON {
        let signers = signer.compactMap { Hex.decode($0) }.filter {
            $0.count == Ed25519PublicKey.byteCount
        }
        guard signers.count == signer.count, Set(signers).count == signers.count,
            (1...max(1, signers.count)).contains(threshold)
        else {
            throw CommandFailure(
                help(
                    en:
                        "each --signer has 64 hex digits, once; --threshold is at most their number",
                    nl:
                        "elke --signer heeft 64 hexcijfers, één keer; --threshold is hooguit hun aantal"
                ), status: CommandFailure.Status.usage)
        }
        let text = String(
            decoding: try DurableFile.read(policy, limit: 65_536), as: UTF8.self)
        do throws(SigsumPolicy.Fault) {
            if let made = WebcatFiles.enrolment(
                signers: signers, threshold: threshold, policy: try SigsumPolicy(parsing: text),
                storage: storage)
            {
                return made
            }
            throw SigsumPolicy.Fault(line: nil)
        } catch {
            throw CommandFailure(
                policy + (error.line.map { help(en: ", line \($0)", nl: ", regel \($0)") } ?? "")
                    + help(
                        en: " is not a Sigsum trust policy of at most 64 witnesses",
                        nl: " is geen trust policy van Sigsum met hooguit 64 getuigen"),
                status: CommandFailure.Status.badInput)
        }
    }
}
