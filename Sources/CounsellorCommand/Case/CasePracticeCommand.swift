internal import ArgumentParser
internal import Casework
internal import Terminal

/// Puts invented cases in to train with, or removes them.
struct CasePracticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: help(
            en: "Put invented cases in to train with, or remove them.",
            nl: "Zet verzonnen zaken klaar om te oefenen, of haal ze weg."))

    @Flag(help: ArgumentHelp(en: "Remove them.", nl: "Haal ze weg.")) var remove = false
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console)
            var made: [Int] = []
            if remove {
                try home.removePractice()
            } else {
                made = try home.addPractice(in: texts.language, today: currentDay())
            }
            if output.json { return console.print(try json(CaseNumbersJSON(cases: made))) }
            console.print(remove ? texts.life.practiceGone : texts.life.practiceAdded(made.count))
        }
    }
}
