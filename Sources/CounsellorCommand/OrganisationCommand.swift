internal import ArgumentParser
internal import Casework
internal import DurableFiles
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// What the holders of the root keys do together. See keys/README.md.
struct OrganisationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: help(
            en: "Make, change and sign the list of counsellors.",
            nl: "Maak, verander en onderteken de lijst van vertrouwenspersonen."),
        subcommands: [
            OrganisationInitCommand.self, OrganisationAddCommand.self,
            OrganisationRemoveCommand.self, OrganisationRenewCommand.self,
            OrganisationSettingsCommand.self, OrganisationSignCommand.self,
        ])
}

/// Adds a counsellor to the draft.
struct OrganisationAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: help(
            en: "Add a counsellor to the list.", nl: "Zet een vertrouwenspersoon in de lijst."))

    @Argument(
        help: ArgumentHelp(
            en: "The organisation's folder.", nl: "De map van de organisatie.", value: "folder"))
    var folder: String
    @Argument(
        help: ArgumentHelp(
            en: "The file that counsellor init made.",
            nl: "Het bestand dat counsellor init heeft gemaakt.", value: "file")) var enrolment:
        String
    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { texts, console in
            let counsellor = try OrganisationFolder(opening: folder).add(
                enrolment: enrolment, today: currentDay())
            console.print(
                texts.setUp.counsellorAdded(
                    inert(counsellor.name),
                    Fingerprint.lines(of: counsellor)))
            console.notice(texts.setUp.thenSign)
        }
    }
}

/// Takes a counsellor out of the draft.
struct OrganisationRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: help(
            en: "Take a counsellor out of the list.",
            nl: "Haal een vertrouwenspersoon uit de lijst."))

    @Argument(
        help: ArgumentHelp(
            en: "The organisation's folder.", nl: "De map van de organisatie.", value: "folder"))
    var folder: String
    @Argument(
        help: ArgumentHelp(
            en: "The short name in the list.", nl: "De korte naam in de lijst.", value: "short-name"
        )) var id: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { texts, console in
            try OrganisationFolder(opening: folder).remove(id, today: currentDay())
            console.print(texts.setUp.counsellorRemoved(id))
            console.notice(texts.setUp.thenSign)
        }
    }
}

/// The same list for a further time.
struct OrganisationRenewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: help(
            en: "Make the list valid for a further 400 days.",
            nl: "Laat de lijst nog 400 dagen gelden."))

    @Argument(
        help: ArgumentHelp(
            en: "The organisation's folder.", nl: "De map van de organisatie.", value: "folder"))
    var folder: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { texts, console in
            let organisation = try OrganisationFolder(opening: folder)
            try organisation.renew(today: currentDay())
            console.print(texts.setUp.renewed(organisation.draft.expires))
            console.notice(texts.setUp.thenSign)
        }
    }
}
