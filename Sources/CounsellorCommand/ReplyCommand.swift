internal import ArgumentParser
internal import Casework
internal import DurableFiles
internal import Reporting
internal import Terminal

/// Seals an answer.
struct ReplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "Answer a case (offline).")

    @Argument(help: "The case's number.") var number: Int
    @Option(help: "Ask whether you may share it with this counsellor (short name in the list).")
    var askReferral: String?
    @OptionGroup var message: MessageOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console, clock)
            _ = try home.caseFile(number)
            if let askReferral { try home.checkReferral(to: askReferral) }
            let text = try message.text(texts.cases.typeReply, console)
            let kind = askReferral.map { Reply.Kind.askReferral(to: $0) } ?? .answer
            let reply = try home.reply(to: number, kind, body: text, today: currentDay())
            console.print(texts.cases.replied(reply + 1, number))
            console.notice(texts.cases.thenOutbox)
        }
    }
}

/// Seals a last word, and closes the case.
struct CloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close a case with a last word (offline).")

    @Argument(help: "The case's number.") var number: Int
    @OptionGroup var message: MessageOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console, clock)
            _ = try home.caseFile(number)
            let text = try message.text(texts.cases.typeClosing, console)
            _ = try home.reply(to: number, .closed, body: text, today: currentDay())
            console.print(texts.cases.closedCase(number))
            console.notice(texts.cases.thenOutbox)
        }
    }
}

/// Where a text comes from: a file, standard input, or a person who types.
struct MessageOptions: ParsableArguments {
    /// More can't fit in any reply.
    private static let byteLimit = 1 << 20

    @Option(help: "Read the text from this file; - is standard input.")
    var messageFile: String?

    func text(_ prompt: String, _ console: Console) throws -> String {
        if messageFile == nil, Console.inputIsTerminal {
            return try console.askText(prompt, option: "--message-file")
        }
        let bytes = try console.read(path: messageFile ?? "-", limit: Self.byteLimit)
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.elementsEqual(bytes) else { throw CaseworkError.controlCharacter }
        var lines = text.replacing("\r\n", with: "\n")
        while lines.hasSuffix("\n") { lines.removeLast() }
        return lines
    }
}
