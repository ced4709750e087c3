internal import ArgumentParser
internal import DropBox
internal import Gateway
internal import Reporting
internal import Terminal

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: help(
            en: "Recompute the whole log and everything stored, and compare with what was signed.",
            nl:
                "Reken het hele logboek en alles wat bewaard is na, en vergelijk dat met wat ondertekend is."
        ),
        discussion: help(
            en: """
                Works while the gateway serves. It reads every envelope once. The first thing that \
                is wrong is named; nothing is changed.
                """,
            nl: """
                Dit kan terwijl de gateway werkt. Elke envelop wordt één keer gelezen. Het eerste \
                dat niet klopt, wordt genoemd; er verandert niets.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "A folder made by gateway init.", nl: "Een map die gateway init heeft gemaakt.",
            value: "folder"))
    var folder: String

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let report = try await failing(folder: folder) {
            let opened = try GatewayFolder(folder)
            return try await opened.openDropBox(isLogChecked: false, now: systemClock)
                .verify(identity: opened.identity)
        }
        Console(language: .ofCommandLine).print(GatewayTexts.here.verified(report))
    }
}
