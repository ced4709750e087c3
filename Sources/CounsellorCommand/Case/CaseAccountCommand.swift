internal import ArgumentParser
internal import Casework
internal import Desk
internal import Terminal
internal import TransparencyLog

/// What was written down of what a reporter told, and how far checking it is.
struct CaseAccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: help(
            en: "What was told, written down for the reporter to check.",
            nl: "Wat er is verteld, opgeschreven zodat de melder het kan nakijken."),
        discussion: help(
            en: """
                Without --state it is shown. 'written' and 'corrected' take a text; 'asked' and \
                'agreed' keep the one that is there, unless --message-file gives another.
                """,
            nl: """
                Zonder --state wordt het getoond. Bij 'written' en 'corrected' hoort een tekst; \
                'asked' en 'agreed' houden de tekst die er is, of die van --message-file.
                """))

    /// More is no account: 256 KiB.
    private static let capacity = 1 << 18

    @OptionGroup var options: CaseOptions
    @Option(
        help: ArgumentHelp(
            en: "written, asked (to check it), agreed, or corrected (by the reporter)",
            nl: """
                written (opgeschreven), asked (gevraagd om na te kijken), agreed (de melder stemt \
                in) of corrected (verbeterd)
                """,
            value: "state"))
    var state: String?
    @Flag(
        help: ArgumentHelp(
            en: "With 'asked': send it to the reporter as an answer.",
            nl: "Bij 'asked': stuur het ook als antwoord naar de melder."))
    var send = false
    @OptionGroup var message: MessageOptions

    func run() throws {
        let number = options.number
        try options.home.common.run { texts, console in
            let state: Account.State? = try state.map { try known($0, "--state", texts) }
            guard !send || state == .asked, state != nil || message.messageFile == nil else {
                throw texts.usage(texts.keeping.accountState)
            }
            let home =
                state == nil
                ? try options.home.open(texts, console)
                : try options.home.open(texts, console, options.clock)
            _ = try home.summary(number)
            if let state {
                let body = try text(of: state, home, texts, console)
                let letter = send ? try SharedWords(texts.language).accountLetter(body) : nil
                let today = currentDay()
                try home.together {
                    try $0.keep(account: body, state, of: number, sending: letter, today: today)
                }
            }
            let account = try home.account(number)
            if options.output.json {
                return console.print(try json(AccountJSON(number, account)))
            }
            console.print(texts.keeping.account(account?.state, account?.day))
            if let account { console.print(inert(account.body, lines: true)) }
            if send { console.notice(texts.cases.thenOutbox) }
        }
    }

    private func text(
        of state: Account.State, _ home: OfflineHome, _ texts: Texts, _ console: Console
    ) throws -> String {
        let keepsText = state == .asked || state == .agreed
        if keepsText, message.messageFile == nil {
            guard let body = try home.account(options.number)?.body else {
                throw texts.usage(texts.keeping.noAccount)
            }
            return body
        }
        return try message.text(texts.keeping.typeAccount, capacity: Self.capacity, console)
    }
}

private struct AccountJSON: Encodable {
    let number: Int
    @OrNull var state: String?
    @OrNull var day: String?
    @OrNull var text: String?

    init(_ number: Int, _ account: Account?) {
        self.number = number
        state = account?.state.rawValue
        day = account?.day.text
        text = account?.body
    }
}
