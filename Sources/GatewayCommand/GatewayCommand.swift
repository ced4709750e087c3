import ArgumentParser

@main struct GatewayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "gateway")
    func run() async throws {}
}
