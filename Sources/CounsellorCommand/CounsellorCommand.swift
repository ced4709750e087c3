import ArgumentParser

@main struct CounsellorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "counsellor")
    func run() async throws {}
}
