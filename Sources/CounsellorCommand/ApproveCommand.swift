internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal

/// A counsellor says that somebody new in the list belongs there.
struct ApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: help(
            en: "Say that a colleague in the list belongs there, after checking (online machine).",
            nl: "Zeg na controle dat een collega in de lijst er hoort (computer met internet)."),
        discussion: help(
            en: """
                fetch names whoever is new or has new keys, and confirms nothing until you approve \
                them. Ask the two people who sign the list, by telephone, and compare the \
                fingerprint with the colleague.
                """,
            nl: """
                fetch noemt wie er nieuw is of nieuwe sleutels heeft, en bevestigt niets tot u die \
                goedkeurt. Vraag het telefonisch na bij de twee mensen die de lijst ondertekenen, \
                en vergelijk de vingerafdruk met de collega.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "Short name in the list.", nl: "Korte naam in de lijst.", value: "short-name"))
    var id: String
    @Flag(help: ArgumentHelp(en: "Don't ask; for scripts.", nl: "Vraag niets; voor scripts."))
    var yes = false
    @OptionGroup var collector: CollectorOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { texts, console in
            let folder = try CollectorFolder(opening: collector.folder)
            let organisation = try folder.organisation(today: currentDay())
            guard let counsellor = organisation.roster.counsellor(id) else {
                throw CaseworkError.notInRoster(id: id)
            }
            console.print(texts.listed(counsellor))
            if !yes {
                guard try console.confirm(texts.log.approveQuestion, option: "--yes") else {
                    throw CommandFailure(texts.log.notApproved)
                }
            }
            try folder.memory.approve([counsellor])
            console.print(texts.log.approved)
        }
    }
}
