internal import ArgumentParser
internal import Gateway
internal import Reporting
internal import Terminal

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: help(
            en: "Make a new gateway folder with its two keys.",
            nl: "Maak een nieuwe map voor een gateway, met twee sleutels."))

    @Argument(
        help: ArgumentHelp(
            en: "A folder that does not exist yet, or is empty.",
            nl: "Een map die er nog niet is, of leeg is.", value: "folder"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            en: "The log's name, for ever: by habit the host, such as meld.example.",
            nl: "De naam van het logboek, voor altijd: meestal de host, zoals meld.example.",
            value: "name"))
    var origin: String

    @Option(
        help: ArgumentHelp(
            en: "Where clients find the gateway, such as https://meld.example.",
            nl: "Waar anderen de gateway vinden, zoals https://meld.example.", value: "address"))
    var gateway: String

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let vkeys = try await failing(folder: folder) {
            try GatewayFolder.make(folder, origin: origin, address: gateway, now: systemClock)
        }
        let console = Console(language: .ofCommandLine)
        console.print(String(vkeys.dropLast()))
        console.notice(GatewayTexts.here.vkeysWritten(folder))
    }
}
