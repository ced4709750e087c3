internal import ArgumentParser
internal import DropBox
internal import Gateway
internal import Reporting
internal import Terminal
internal import TransparencyLog

struct CloseDayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close-day",
        abstract: help(
            en: "Close the days that have ended, as serve does by itself after 00:00 UTC.",
            nl: "Sluit de dagen af die voorbij zijn, zoals serve vanzelf doet na 00:00 UTC."),
        discussion: help(
            en: """
                What was accepted on them becomes entries of the log, sorted by hash. Today is \
                never closed: what is still coming belongs to it.
                """,
            nl: """
                Wat toen is aangenomen, komt in het logboek, gesorteerd op hash. Vandaag wordt \
                nooit afgesloten: wat nog komt, hoort erbij.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "A folder made by gateway init.", nl: "Een map die gateway init heeft gemaakt.",
            value: "folder"))
    var folder: String

    @OptionGroup var clock: ClockOption

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let console = Console(language: .ofCommandLine)
        let yesterday = systemToday().adding(-1)
        let (isClosed, size) = try await failing(folder: folder) {
            let opened = try GatewayFolder(folder)
            let dropBox = try opened.openDropBox(now: systemClock)
            let isClosed = try dropBox.closeDays(
                through: yesterday, limit: clock.limit, identity: opened.identity)
            return (isClosed, try await dropBox.status().size)
        }
        let texts = GatewayTexts.here
        console.print(isClosed ? texts.closed(yesterday, size) : texts.nothingToClose(yesterday))
    }
}
