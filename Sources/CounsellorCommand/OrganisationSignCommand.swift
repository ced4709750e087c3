internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// Shows the list in words, and adds one holder's signature.
struct OrganisationSignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: help(
            en: "Look at the list, and sign it with your key.",
            nl: "Bekijk de lijst, en onderteken die met uw sleutel."))

    @Argument(
        help: ArgumentHelp(
            en: "The organisation's folder.", nl: "De map van de organisatie.", value: "folder"))
    var folder: String
    @Option(
        help: ArgumentHelp(
            en: "Your secret key's file.", nl: "Het bestand met uw geheime sleutel.", value: "file")
    ) var key: String
    @Option(
        help: ArgumentHelp(
            en: "Read the passphrase from this file's first line; - is standard input.",
            nl: "Lees de wachtzin uit de eerste regel van dit bestand; - is standaardinvoer.",
            value: "file"))
    var passphraseFile: String?
    @Flag(help: ArgumentHelp(en: "Sign without being asked.", nl: "Onderteken zonder vraag."))
    var yes = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { texts, console in
            let organisation = try OrganisationFolder(opening: folder)
            guard !organisation.draft.counsellors.isEmpty else {
                throw texts.usage(texts.failures.noCounsellors)
            }
            let complete = try organisation.complete()
            guard complete != organisation.draft else { throw CaseworkError.nothingToSign }
            show(organisation.draft, after: complete, texts, console)
            if !yes {
                guard try console.confirm(texts.setUp.signQuestion, option: "--yes") else {
                    throw CommandFailure(texts.failures.notConfirmed.message)
                }
            }
            let passphrase = try console.secret(
                texts.setUp.passphrase, path: passphraseFile, option: "--passphrase-file")
            let missing = try organisation.sign(keyFile: key, passphrase: passphrase)
            console.notice(
                missing.isEmpty
                    ? texts.setUp.complete(organisation.rosterPath)
                    : texts.setUp.stillToSign(missing.joined(separator: ", ")))
        }
    }

    private func show(
        _ roster: Roster, after before: Roster?, _ texts: Texts, _ console: Console
    ) {
        console.print(texts.setUp.rosterHeading(inert(roster.organisation), roster.serial))
        console.print(
            texts.setUp.rosterFacts(
                roster.gateways.map { inert($0) }.joined(separator: ", "), roster.issued,
                roster.expires, roster.retentionMonths))
        for counsellor in roster.counsellors { console.print(texts.listed(counsellor)) }
        for old in before?.counsellors ?? [] where roster.counsellor(old.id) == nil {
            console.print(texts.setUp.leftOut(inert(old.name), old.id))
        }
        console.print(
            texts.setUp.listFingerprint(Fingerprint.lines(of: [UInt8](roster.text.utf8))))
    }
}
