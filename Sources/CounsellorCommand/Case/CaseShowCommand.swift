internal import ArgumentParser
internal import Casework
internal import Terminal

/// Shows all that is kept of a case, but for the conversation `show` shows too.
struct CaseShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: help(
            en: "Show a case with its days, notes and timeline.",
            nl: "Toon een zaak met dagen, aantekeningen en tijdlijn."),
        discussion: help(
            en: "Reading it here marks nothing as seen; 'counsellor show' does.",
            nl: "Hier lezen merkt niets als gelezen; 'counsellor show' wel."))

    @Argument(
        help: ArgumentHelp(en: "The case's number.", nl: "Het nummer van de zaak.", value: "number")
    ) var number: Int
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console)
            let file = try CaseFileJSON(number, of: home)
            if output.json { return console.print(try json(file)) }
            show(file, try home.overview(number).summary, texts, console)
        }
    }

    private func show(
        _ file: CaseFileJSON, _ summary: CaseSummary, _ texts: Texts, _ console: Console
    ) {
        let life = texts.life
        console.print(texts.line(of: summary))
        if summary.isPractice { console.print(life.practice) }
        for clock in file.overview.clocks {
            console.print("  " + life.clock(clock.step, clock.due, clock.done))
        }
        if let day = file.erasure { console.print("  " + life.erasedOn(day)) }
        if let hold = file.hold {
            console.print("  " + life.heldSince(hold.day))
            console.print(indented(hold.text))
        }
        for message in file.messages {
            let isHers = message.from == "counsellor"
            let facts = [
                isHers ? life.you : life.reporter, message.day,
                isHers
                    ? texts.cases.replyKinds(message.kind) : inert(texts.cases.kinds(message.kind)),
            ]
            console.print("\n" + facts.filter { !$0.isEmpty }.joined(separator: " · "))
            if message.authentic == false { console.print(life.notAuthentic) }
            console.print(indented(message.body))
        }
        if !file.notes.isEmpty { console.print("\n" + life.notes) }
        for note in file.notes {
            console.print("  " + note.day)
            console.print(indented(note.text))
        }
        console.print("\n" + life.timeline)
        for event in file.timeline {
            console.print("  \(event.day)  " + life.event(event.kind, inert(event.value)))
        }
    }

    private func indented(_ text: String) -> String {
        inert(text, lines: true).split(separator: "\n", omittingEmptySubsequences: false)
            .map { "    " + $0 }.joined(separator: "\n")
    }
}
