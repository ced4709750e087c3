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
        commandName: "organisation", abstract: "Make, change and sign the list of counsellors.",
        subcommands: [
            OrganisationInitCommand.self, OrganisationAddCommand.self,
            OrganisationRemoveCommand.self, OrganisationRenewCommand.self,
            OrganisationSignCommand.self,
        ])
}

/// Adds a counsellor to the draft.
struct OrganisationAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a counsellor to the list.")

    @Argument(help: "The organisation's folder.") var folder: String
    @Argument(help: "The file that counsellor init made.") var enrolment: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { texts, console in
            let bytes = try DurableFile.read(enrolment, limit: 1 << 16)
            let counsellor: Roster.Counsellor
            do throws(ReportingError) {
                counsellor = try Roster.Counsellor(
                    enrolment: String(decoding: bytes, as: UTF8.self))
            } catch {
                throw CaseworkError.badEnrolment(path: enrolment)
            }
            try OrganisationFolder(opening: folder).add(counsellor, today: currentDay())
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
        commandName: "remove", abstract: "Take a counsellor out of the list.")

    @Argument(help: "The organisation's folder.") var folder: String
    @Argument(help: "Her short name in the list.") var id: String
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
        commandName: "renew", abstract: "Make the list valid for a further 400 days.")

    @Argument(help: "The organisation's folder.") var folder: String
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
