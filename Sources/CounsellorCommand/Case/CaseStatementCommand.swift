internal import ArgumentParser
internal import Casework
internal import Desk
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// What proves the clocks of one case.
struct CaseStatementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: help(
            en: "The statement of a case's due dates.",
            nl: "De verklaring van de termijnen van een zaak."),
        discussion: help(
            en: """
                For the reporter, or by you to an authority that asks for it. About this one case: \
                never give the employer a list.
                """,
            nl: """
                Voor de melder, of door u aan een instantie die erom vraagt. Over deze ene zaak: geef \
                de werkgever nooit een lijst.
                """))

    @Argument(
        help: ArgumentHelp(en: "The case's number.", nl: "Het nummer van de zaak.", value: "number")
    ) var number: Int
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let statement = try home.open(texts, console)
                .statement(of: number, today: currentDay())
            if output.json { return console.print(try json(StatementJSON(statement))) }
            for line in try SharedWords(texts.language).lines(of: statement) {
                console.print(line)
            }
        }
    }
}

private struct StatementJSON: Encodable {
    struct Clock: Encodable {
        let step: String
        let due: String
        @OrNull var done: String?
        /// What stopped it has not gone yet.
        let unsent: Bool
    }

    let number: Int
    let day: String
    @OrNull var organisation: String?
    let counsellor: String
    let received: String
    let track: String
    let route: String
    let clocks: [Clock]
    @OrNull var closed: String?
    let practice: Bool
    /// SHA-256 of envelopes, as the log has it.
    @OrNull var loggedReport: String?
    @OrNull var loggedAnswer: String?

    init(_ statement: ClockStatement) {
        number = statement.number
        day = statement.day.text
        organisation = statement.organisation
        counsellor = statement.counsellor
        received = statement.received.text
        track = statement.track
        route = statement.route.rawValue
        clocks = statement.lines.map {
            Clock(
                step: $0.clock.step.rawValue, due: $0.clock.day.text, done: $0.clock.done?.text,
                unsent: $0.isUnsent)
        }
        closed = statement.closed?.text
        practice = statement.isPractice
        loggedReport = statement.logged.report.map { Hex.encode($0) }
        loggedAnswer = statement.logged.answer.map { Hex.encode($0) }
    }
}
