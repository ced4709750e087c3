internal import Reporting

/// This module's own words.
///
/// One instance a language; the compiler asks for all of them.
struct ConsoleTexts: Sendable {
    let yesWords: Set<String>
    let noWords: Set<String>
    let answerYesOrNo: String
    let chooseOne: @Sendable (_ count: Int) -> String
    let chooseSome: @Sendable (_ count: Int, _ most: Int) -> String
    let noTerminal: @Sendable (_ question: String, _ option: String) -> String
    let inputEnded: @Sendable (_ question: String) -> String
    let lineTooLong: String
    let lineNotText: String
    let textTooLong: @Sendable (_ by: Int, _ fits: Int, _ from: String) -> String
    let whatNow: String
    /// Keep what fits; go on from there; write again; stop.
    let tooLongChoices: @Sendable (_ fits: Int) -> [String]
    let goOn: @Sendable (_ end: String, _ room: Int) -> String
    let stopped: String
    let secretTooLong: @Sendable (_ source: String) -> String
    let secretEmpty: @Sendable (_ source: String) -> String
    let nothingTyped: String
    let cannotRead: @Sendable (_ path: String) -> String
    let fileTooLong: @Sendable (_ path: String, _ limit: Int) -> String
    let standardInput: String
    let outputFailed: String
    let unknownLanguage: String
    /// The parser's help and errors, which are English.
    let help: @Sendable (_ text: String) -> String
    let commandLine: @Sendable (_ message: String) -> String
    let seeHelp: @Sendable (_ command: String) -> String
    /// In place of the parser's words, which repeat what was typed.
    let tooMuch: String
    let inHistory: String

    static func of(_ language: Language) -> ConsoleTexts {
        switch language {
        case .nl: .dutch
        case .en: .english
        }
    }

    static let dutch = ConsoleTexts(
        yesWords: ["ja", "j"], noWords: ["nee", "n"],
        answerYesOrNo: "Typ ja of nee.",
        chooseOne: { $0 == 1 ? "Typ 1." : "Typ een getal van 1 tot en met \($0)." },
        chooseSome: {
            "Typ een of meer getallen van 1 tot en met \($0), hoogstens \($1), met spaties ertussen."
        },
        noTerminal: {
            "\"\($0)\" kan hier niet gevraagd worden: er is geen terminal. Geef het antwoord met \($1)."
        },
        inputEnded: { "de invoer stopte bij \"\($0)\"; er is niets gedaan" },
        lineTooLong: """
            Deze regel is niet overgenomen: hij is te lang voor een terminal. Typ alleen deze \
            regel opnieuw, met Enter ertussen.
            """,
        lineNotText: """
            Deze regel is niet overgenomen: er zit iets in dat geen tekst is, zoals van een \
            pijltjestoets. Typ alleen deze regel opnieuw.
            """,
        textTooLong: {
            """
            De tekst is \(counted($0, "teken", "tekens")) te lang; er passen er ongeveer \($1). De eerste regel die niet \
            past begint met: "\($2)"
            """
        },
        whatNow: "Wat nu? Typ een nummer:",
        tooLongChoices: {
            [
                "De regels houden die passen (\($0) tekens), zonder de rest",
                "Die regels houden, en vanaf daar verder schrijven",
                "Alles opnieuw schrijven",
                "Stoppen: er gebeurt niets mee",
            ]
        },
        goOn: {
            """
            Bewaard tot en met: "…\($0)"
            Schrijf vanaf daar verder; er passen nog ongeveer \($1) tekens. Sluit af met een regel \
            met alleen een punt.
            """
        },
        stopped: "gestopt; er is niets gedaan",
        secretTooLong: { "\($0): de eerste regel is te lang" },
        secretEmpty: { "\($0): de eerste regel is leeg; daar moet staan wat gevraagd wordt" },
        nothingTyped: "Er is niets getypt. Typ wat gevraagd wordt, en dan Enter.",
        cannotRead: {
            "\($0) kan niet gelezen worden; controleer de naam en of je het bestand mag openen"
        },
        fileTooLong: { "\($0) is te groot; hoogstens \($1) bytes kunnen gelezen worden" },
        standardInput: "standaardinvoer",
        outputFailed: "de uitvoer kan niet geschreven worden; is de schijf vol?",
        unknownLanguage: "--language kan nl (Nederlands) of en (Engels) zijn",
        help: { DutchHelp.help($0) }, commandLine: { DutchHelp.message($0) },
        seeHelp: { "\($0) legt uit wat er kan" },
        tooMuch: "in de opdracht staat iets wat daar niet hoort",
        inHistory: """
            waren dat je tien woorden? Die staan nu in de lijst met eerdere opdrachten (de geschiedenis van de shell), \
            en daar kan een ander ze vinden: history toont het nummer van de regel, history -d NUMMER haalt hem weg. \
            Typ je woorden pas als ernaar gevraagd wordt
            """)

    static let english = ConsoleTexts(
        yesWords: ["yes", "y"], noWords: ["no", "n"],
        answerYesOrNo: "Type yes or no.",
        chooseOne: { $0 == 1 ? "Type 1." : "Type a number from 1 to \($0)." },
        chooseSome: {
            "Type one or more numbers from 1 to \($0), at most \($1), with spaces between."
        },
        noTerminal: {
            "\"\($0)\" can't be asked here: there is no terminal. Give the answer with \($1)."
        },
        inputEnded: { "input ended at \"\($0)\"; nothing was done" },
        lineTooLong: """
            This line was not taken: it is too long for a terminal. Type only this line again, \
            with Enter in between.
            """,
        lineNotText: """
            This line was not taken: something in it is not text, such as an arrow key makes. \
            Type only this line again.
            """,
        textTooLong: {
            """
            The text is \(counted($0, "character", "characters")) too long; about \($1) fit. The first line that does not \
            fit begins with: "\($2)"
            """
        },
        whatNow: "What now? Type a number:",
        tooLongChoices: {
            [
                "Keep the lines that fit (\($0) characters), without the rest",
                "Keep those lines, and go on writing from there",
                "Write all of it again",
                "Stop: nothing is done with it",
            ]
        },
        goOn: {
            """
            Kept up to: "…\($0)"
            Go on writing from there; there is room for about \($1) more characters. End with a \
            line that has only a full stop.
            """
        },
        stopped: "stopped; nothing was done",
        secretTooLong: { "\($0): the first line is too long" },
        secretEmpty: { "\($0): the first line is empty; it should hold what is asked for" },
        nothingTyped: "Nothing was typed. Type what is asked for, then Enter.",
        cannotRead: { "\($0) can't be read; check the name and whether you may open the file" },
        fileTooLong: { "\($0) is too large; at most \($1) bytes can be read" },
        standardInput: "standard input",
        outputFailed: "the output can't be written; is the disk full?",
        unknownLanguage: "--language can be nl (Dutch) or en (English)",
        help: { $0 }, commandLine: { $0 }, seeHelp: { "\($0) explains what can be asked for" },
        tooMuch: "something in this command does not belong there",
        inHistory: """
            were those your ten words? They are now in the list of earlier commands (the shell's history), where \
            someone else can find them: history shows the line's number, history -d NUMBER removes it. Type your words \
            only when you are asked for them
            """)
}
