internal import ArgumentParser
internal import Casework
internal import Terminal

/// Adds a private note to a case.
struct CaseNoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: help(
            en: "Add a note that only you read.", nl: "Voeg een aantekening toe die alleen u leest."
        ))

    /// More is no note: 256 KiB.
    private static let capacity = 1 << 18

    @OptionGroup var options: CaseOptions
    @OptionGroup var message: MessageOptions

    func run() throws {
        try options.change(saying: { $0.noted(options.number) }) { home, today in
            let console = options.home.common.console
            let texts = options.home.common.texts
            _ = try home.summary(options.number)
            let text = try message.text(
                texts.life.typeNote, capacity: Self.capacity, console)
            try home.add(note: text, to: options.number, today: today)
        }
    }
}
