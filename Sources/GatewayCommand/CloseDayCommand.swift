internal import ArgumentParser
internal import DropBox
internal import Gateway
internal import Reporting
internal import Terminal
internal import TransparencyLog

struct CloseDayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close-day",
        abstract: "Close the days that have ended, as serve does by itself after 00:00 UTC.",
        discussion: """
            What was accepted on them becomes entries of the log, sorted by hash. Today is never closed: \
            what is still coming belongs to it.
            """)

    @Argument(help: "A folder made by gateway init.")
    var folder: String

    func run() async throws {
        let console = Console(language: .ofEnvironment())
        let yesterday = systemToday().adding(-1)
        let (isClosed, size) = try await failing(folder: folder) {
            let dropBox = try GatewayFolder(folder).openDropBox(now: systemClock)
            let isClosed = try dropBox.closeDays(through: yesterday)
            return (isClosed, try await dropBox.status().size)
        }
        let texts = GatewayTexts.here
        console.print(isClosed ? texts.closed(yesterday, size) : texts.nothingToClose(yesterday))
    }
}
