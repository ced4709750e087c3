internal import ArgumentParser
internal import Gateway
internal import Reporting
internal import Terminal

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new gateway folder with its two keys.")

    @Argument(help: "A folder that does not exist yet, or is empty.")
    var folder: String

    @Option(help: "The log's name, for ever: by habit the host, such as meld.example.")
    var origin: String

    @Option(help: "Where clients find the gateway, such as https://meld.example.")
    var gateway: String

    func run() async throws {
        let vkeys = try await failing(folder: folder) {
            try GatewayFolder.make(folder, origin: origin, address: gateway, now: systemClock)
        }
        let console = Console(language: .ofEnvironment())
        console.print(String(vkeys.dropLast()))
        console.notice(GatewayTexts.here.vkeysWritten(folder))
    }
}
