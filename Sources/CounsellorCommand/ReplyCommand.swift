internal import ArgumentParser
internal import Casework
internal import DurableFiles
internal import Reporting
internal import Terminal

/// Seals an answer.
struct ReplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply",
        abstract: help(en: "Answer a case (offline).", nl: "Beantwoord een zaak (zonder internet).")
    )

    @Argument(
        help: ArgumentHelp(en: "The case's number.", nl: "Het nummer van de zaak.", value: "number")
    ) var number: Int
    @Option(
        help: ArgumentHelp(
            en: "Ask whether you may share it with this counsellor (short name in the list).",
            nl: "Vraag of u het mag delen met deze vertrouwenspersoon (korte naam in de lijst).",
            value: "short-name"))
    var askReferral: String?
    @Flag(
        help: ArgumentHelp(
            en: """
                Send it at once with the next counsellor outbox, besides the daily files. In danger: that \
                there was something to say today can then be seen.
                """,
            nl: """
                Verstuur het meteen met de volgende counsellor outbox, naast de dagelijkse bestanden. Bij \
                gevaar: dat er vandaag iets te zeggen was, is dan te zien.
                """))
    var now = false
    @OptionGroup var oldCode: OldCodeOptions
    @OptionGroup var message: MessageOptions
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console, clock)
            let kind = askReferral.map { Reply.Kind.askReferral(to: $0) } ?? .answer
            // All that could refuse it is known before a word is typed.
            let capacity = try home.replyCapacity(
                to: number, kind, today: currentDay(), toOldCode: oldCode.oldCode)
            let rivals = try home.caseFile(number).rivals
            if !rivals.isEmpty {
                console.notice(wrapped(texts.cases.moves.rivals(caseNumbers(rivals))))
            }
            let text = try message.text(texts.cases.typeReply, capacity: capacity, console)
            let reply = try home.reply(
                to: number, kind, body: text, today: currentDay(), atOnce: now,
                toOldCode: oldCode.oldCode)
            if output.json { return console.print(try json(CaseJSON(home.overview(number)))) }
            console.print(texts.cases.replied(reply + 1, number))
            if now { console.notice(texts.cases.atOnce) }
            console.notice(texts.cases.thenOutbox)
        }
    }
}

/// Seals a last word, and closes the case.
struct CloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: help(
            en: "Close a case with a last word (offline).",
            nl: "Sluit een zaak af met een laatste woord (zonder internet)."))

    @Argument(
        help: ArgumentHelp(en: "The case's number.", nl: "Het nummer van de zaak.", value: "number")
    ) var number: Int
    @OptionGroup var oldCode: OldCodeOptions
    @OptionGroup var message: MessageOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console, clock)
            let capacity = try home.replyCapacity(
                to: number, .closed, today: currentDay(), toOldCode: oldCode.oldCode)
            let text = try message.text(texts.cases.typeClosing, capacity: capacity, console)
            _ = try home.reply(
                to: number, .closed, body: text, today: currentDay(), toOldCode: oldCode.oldCode)
            console.print(texts.cases.closedCase(number))
            console.notice(texts.cases.thenOutbox)
        }
    }
}

/// Whether a reply may go where the reporter has moved away from.
struct OldCodeOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            en: """
                Also to a case that goes on in another with a new code: whoever has seen the old \
                code can read this.
                """,
            nl: """
                Ook in een zaak die verder gaat in een andere, met een nieuwe code: wie de oude \
                code heeft gezien, kan dit lezen.
                """))
    var oldCode = false
}

/// Where a text comes from: a file, standard input, or a person who types.
struct MessageOptions: ParsableArguments {
    /// More can't fit in any reply.
    private static let byteLimit = 1 << 20

    @Option(
        help: ArgumentHelp(
            en: "Read the text from this file; - is standard input.",
            nl: "Lees de tekst uit dit bestand; - is standaardinvoer.", value: "file"))
    var messageFile: String?

    /// - Parameter capacity: bytes of UTF-8 that fit; of a longer file, sealing says by how much.
    func text(_ prompt: String, capacity: Int, _ console: Console) throws -> String {
        if messageFile == nil, Console.inputIsTerminal {
            return try console.askText(prompt, capacity: capacity, option: "--message-file")
        }
        return try Self.text(at: messageFile ?? "-", console)
    }

    /// The text of a file, its lines ended by LF, without empty ones at its end.
    static func text(at path: String, _ console: Console) throws -> String {
        let bytes = try console.read(path: path, limit: byteLimit)
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.elementsEqual(bytes) else { throw CaseworkError.controlCharacter }
        var lines = text.replacing("\r\n", with: "\n")
        while lines.hasSuffix("\n") { lines.removeLast() }
        return lines
    }
}
