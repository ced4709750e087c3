internal import ArgumentParser
internal import Casework
internal import DurableFiles
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// Makes the root keys, each under its holder's passphrase, the first draft and the link.
struct OrganisationInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: help(
            en: "Make an organisation's root keys and link.",
            nl: "Maak de root-sleutels en de link van een organisatie."))

    @Argument(
        help: ArgumentHelp(
            en: "The folder to make; nothing in it is secret.",
            nl: "De map die gemaakt wordt; niets erin is geheim.", value: "folder")) var folder:
        String
    @Option(
        help: ArgumentHelp(
            en: "The organisation's name.", nl: "De naam van de organisatie.", value: "name"))
    var name: String
    @Option(
        help: ArgumentHelp(
            en: "The reporting point's address: https://…",
            nl: "Het adres van het meldpunt: https://…",
            value: "address")) var gateway: String
    @Option(
        help: ArgumentHelp(
            en: "The file gateway.vkeys that gateway init made.",
            nl: "Het bestand gateway.vkeys dat gateway init heeft gemaakt.", value: "file"))
    var gatewayKeys: String
    @Option(
        help: ArgumentHelp(
            en: "Where to write the first holder's secret key.",
            nl: "Waar de geheime sleutel van de eerste sleutelhouder komt.", value: "file"))
    var rootKey: String
    @Option(
        help: ArgumentHelp(
            en: "Where to write the second holder's secret key.",
            nl: "Waar de geheime sleutel van de tweede sleutelhouder komt.", value: "file"))
    var secondKey: String?
    @Flag(
        help: ArgumentHelp(
            en: "One holder only: that person alone can change who reads reports.",
            nl: "Maar één sleutelhouder: die kan alleen veranderen wie meldingen leest."))
    var oneKey = false
    @Option(
        help: ArgumentHelp(
            en: "File with the first holder's passphrase; - is standard input.",
            nl: "Bestand met de wachtzin van de eerste sleutelhouder; - is standaardinvoer.",
            value: "file"))
    var rootPassphraseFile: String?
    @Option(
        help: ArgumentHelp(
            en: "File with the second holder's passphrase; - is standard input.",
            nl: "Bestand met de wachtzin van de tweede sleutelhouder; - is standaardinvoer.",
            value: "file"))
    var secondPassphraseFile: String?
    @Option(
        help: ArgumentHelp(
            en: "Whole months that reports are kept after their own.",
            nl: "Hele maanden dat meldingen bewaard blijven na hun eigen maand.", value: "months"))
    var retention = 6
    @Option(
        help: ArgumentHelp(
            en: "Reports that each day has at least, cover included; 0 is no cover.",
            nl: "Meldingen die elke dag minstens heeft, met dekking; 0 is geen dekking.",
            value: "count"))
    var coverTotal = 8
    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { texts, console in
            guard oneKey == (secondKey == nil), secondKey != rootKey else {
                throw texts.usage(texts.failures.secondKeyOrOne)
            }
            guard TrustAnchor.isAddress(gateway) else {
                throw texts.usage(texts.gateway.badAddress)
            }
            try texts.checkPlain([name], "--name")
            guard !OrganisationFolder.exists(folder) else {
                throw CaseworkError.homeExists(path: folder)
            }
            guard NewOrganisation.retentions.contains(retention) else {
                throw texts.usage(texts.failures.badValue("--retention", "1–120"))
            }
            guard NewOrganisation.coverTotals.contains(coverTotal) else {
                throw texts.usage(texts.failures.badValue("--cover-total", "0–1000"))
            }
            // Nobody chooses and copies a passphrase for a file that can't be made.
            for path in [rootKey, secondKey].compactMap({ $0 }) {
                guard !DurableFile.exists(path) else { throw FileError.alreadyExists(path: path) }
                let beside = DurableFile.split(path).folder
                guard PrivateFolder.isFolder(beside) else { throw FileError.notFound(path: beside) }
            }
            guard PrivateFolder.isFolder(folder) || !DurableFile.exists(folder) else {
                throw FileError.wrongKind(path: folder)
            }
            let made: NewOrganisation
            do {
                made = try NewOrganisation(
                    name: name, gateway: gateway, gatewayKeys: gatewayKeys, retention: retention,
                    coverTotal: coverTotal, isOneKey: oneKey, today: currentDay())
            } catch CaseworkError.notPlain {
                throw texts.usage(texts.failures.emptyValue("--name"))
            }
            try write(made, texts, console)
            console.notice(texts.setUp.organisationMade(folder))
            if oneKey { console.notice(texts.setUp.oneKey) }
            console.print(made.anchor.link)
            for key in made.roots {
                console.print("\(key.name):\n\(Fingerprint.lines(of: [UInt8](key.text.utf8)))")
            }
        }
    }

    /// Asks both holders before anything is written; when something fails then, no key stays behind.
    private func write(_ made: NewOrganisation, _ texts: Texts, _ console: Console) throws {
        let new = NewPassphrase(texts: texts, console: console)
        let first = try new.choose(
            for: texts.setUp.rootKey(rootKey), path: rootPassphraseFile,
            option: "--root-passphrase-file")
        var second: SecretBytes?
        if let secondKey {
            second = try new.choose(
                for: texts.setUp.rootKey(secondKey), path: secondPassphraseFile,
                option: "--second-passphrase-file")
        }
        var written: [String] = []
        do {
            if let secondKey, let second {
                try made.writeKey(1, to: secondKey, passphrase: second)
                written.append(secondKey)
            }
            try made.writeKey(0, to: rootKey, passphrase: first)
            written.append(rootKey)
            try made.makeFolder(folder)
        } catch {
            for path in written { try? DurableFile.remove(path) }
            throw error
        }
    }
}
