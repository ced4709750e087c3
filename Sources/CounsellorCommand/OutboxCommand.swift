internal import ArgumentParser
internal import Casework
internal import Terminal

/// Writes what is to be posted to a folder.
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Write answers and notes to a folder (offline).")

    @Argument(help: "A folder, such as one on a stick.") var folder: String
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let handed = try home.open(texts, console).handOver(to: folder)
            console.print(texts.exchange.handedOver(handed.replies, handed.notes, folder))
        }
    }
}
