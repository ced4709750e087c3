import ArgumentParser

@main struct ReporterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "reporter")
    func run() async throws {}
}
