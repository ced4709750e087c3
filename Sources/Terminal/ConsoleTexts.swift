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
    let secretTooLong: @Sendable (_ source: String) -> String
    let secretEmpty: @Sendable (_ source: String) -> String
    let nothingTyped: String
    let cannotRead: @Sendable (_ path: String) -> String
    let fileTooLong: @Sendable (_ path: String, _ limit: Int) -> String
    let standardInput: String
    let outputFailed: String

    static func of(_ language: Language) -> ConsoleTexts {
        switch language {
        case .nl: .dutch
        case .en: .english
        }
    }

    static let dutch = ConsoleTexts(
        yesWords: ["ja", "j"], noWords: ["nee", "n"],
        answerYesOrNo: "Typ ja of nee.",
        chooseOne: { "Typ een getal van 1 tot en met \($0)." },
        chooseSome: {
            "Typ een of meer getallen van 1 tot en met \($0), hoogstens \($1), met spaties ertussen."
        },
        noTerminal: {
            "\"\($0)\" kan hier niet gevraagd worden: er is geen terminal. Geef het antwoord met \($1)."
        },
        inputEnded: { "de invoer stopte bij \"\($0)\"; er is niets gedaan" },
        lineTooLong: """
            Deze regel is te lang voor een terminal en is afgekapt. Typ hem opnieuw, met Enter \
            ertussen, of gebruik een bestand.
            """,
        secretTooLong: { "\($0): de eerste regel is te lang" },
        secretEmpty: { "\($0): de eerste regel is leeg; daar moet staan wat gevraagd wordt" },
        nothingTyped: "Er is niets getypt. Typ wat gevraagd wordt, en dan Enter.",
        cannotRead: {
            "\($0) kan niet gelezen worden; controleer de naam en of je het bestand mag openen"
        },
        fileTooLong: { "\($0) is te groot; hoogstens \($1) bytes kunnen gelezen worden" },
        standardInput: "standaardinvoer",
        outputFailed: "de uitvoer kan niet geschreven worden; is de schijf vol?")

    static let english = ConsoleTexts(
        yesWords: ["yes", "y"], noWords: ["no", "n"],
        answerYesOrNo: "Type yes or no.",
        chooseOne: { "Type a number from 1 to \($0)." },
        chooseSome: {
            "Type one or more numbers from 1 to \($0), at most \($1), with spaces between."
        },
        noTerminal: {
            "\"\($0)\" can't be asked here: there is no terminal. Give the answer with \($1)."
        },
        inputEnded: { "input ended at \"\($0)\"; nothing was done" },
        lineTooLong: """
            This line is too long for a terminal and was cut off. Type it again, with Enter in \
            between, or use a file.
            """,
        secretTooLong: { "\($0): the first line is too long" },
        secretEmpty: { "\($0): the first line is empty; it should hold what is asked for" },
        nothingTyped: "Nothing was typed. Type what is asked for, then Enter.",
        cannotRead: { "\($0) can't be read; check the name and whether you may open the file" },
        fileTooLong: { "\($0) is too large; at most \($1) bytes can be read" },
        standardInput: "standard input",
        outputFailed: "the output can't be written; is the disk full?")
}
