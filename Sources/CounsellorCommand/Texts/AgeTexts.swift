internal import Reporting

/// Any age file: what `open-file` and `seal-file` say. `file` is the file's name or "standard input".
struct AgeTexts: Sendable {
    let standardInput: String
    let passphrase: @Sendable (_ file: String) -> String
    let newPassphrase: String

    let notAnAgeFile: @Sendable (_ file: String) -> Sentence
    let damaged: @Sendable (_ file: String) -> Sentence
    let truncated: @Sendable (_ file: String) -> Sentence
    let noMatch: @Sendable (_ file: String) -> Sentence
    let wrongPassphrase: @Sendable (_ file: String) -> Sentence
    let needsPassphrase: @Sendable (_ file: String) -> Sentence
    let needsIdentity: @Sendable (_ file: String) -> Sentence
    let tooMuchWork: @Sendable (_ file: String) -> Sentence
    let outOfMemory: Sentence
    let outputIsPart: String
    let notShown: @Sendable (_ file: String) -> Sentence

    let badIdentityLine: @Sendable (_ file: String, _ line: Int) -> Sentence
    let noIdentities: @Sendable (_ file: String) -> Sentence
    let badRecipient: @Sendable (_ text: String) -> Sentence
    let mixedRecipients: Sentence

    static func of(_ language: Language) -> AgeTexts {
        switch language {
        case .nl: .dutch
        case .en: .english
        }
    }
}

extension AgeTexts {
    static let english = AgeTexts(
        standardInput: "standard input",
        passphrase: { "Passphrase of \($0):" },
        newPassphrase: "the file",
        notAnAgeFile: { Sentence("\($0) is not an age file") },
        damaged: {
            Sentence(
                "\($0) is damaged or was altered",
                hint: "get another copy; nothing of this one can be trusted")
        },
        truncated: {
            Sentence("\($0) was cut off: its end is missing", hint: "get a whole copy")
        },
        noMatch: {
            Sentence(
                "no matching identity: \($0) is sealed to others",
                hint: "--identity can be given more than once")
        },
        wrongPassphrase: { Sentence("the passphrase of \($0) is not right") },
        needsPassphrase: {
            Sentence(
                "no matching identity: \($0) is sealed with a passphrase",
                hint: "use --passphrase-file, or neither option to be asked")
        },
        needsIdentity: {
            Sentence(
                "no matching identity: \($0) is sealed to keys, not with a passphrase",
                hint: "name an identity file with --identity")
        },
        tooMuchWork: {
            Sentence("the passphrase of \($0) asks for more work than is allowed here (2^22)")
        },
        outOfMemory: Sentence(
            "there is not enough memory for this file's passphrase", hint: "close other programs"),
        outputIsPart: "what was written before this is not the whole file: don't use it",
        notShown: {
            Sentence(
                "\($0) is not text that can be shown here; nothing was written",
                hint: "name a file with --output")
        },
        badIdentityLine: {
            Sentence(
                "\($0), line \($1), is not an identity",
                hint: "AGE-SECRET-KEY-1… and AGE-SECRET-KEY-PQ-1… are known, one a line")
        },
        noIdentities: { Sentence("\($0) holds no identity") },
        badRecipient: {
            Sentence("\($0) is not a recipient", hint: "age1… and age1pq1… are known")
        },
        mixedRecipients: Sentence(
            "recipients with and without protection against quantum computers don't go together",
            hint: "seal one file to those of age1pq1… and another to those of age1…"))

    static let dutch = AgeTexts(
        standardInput: "standaardinvoer",
        passphrase: { "Wachtzin van \($0):" },
        newPassphrase: "het bestand",
        notAnAgeFile: { Sentence("\($0) is geen age-bestand") },
        damaged: {
            Sentence(
                "\($0) is beschadigd of veranderd",
                hint: "gebruik een andere kopie; niets van deze is te vertrouwen")
        },
        truncated: {
            Sentence("\($0) is afgekapt: het einde ontbreekt", hint: "gebruik een hele kopie")
        },
        noMatch: {
            Sentence(
                "geen passende sleutel: \($0) is voor anderen verzegeld",
                hint: "--identity mag vaker genoemd worden")
        },
        wrongPassphrase: { Sentence("de wachtzin van \($0) klopt niet") },
        needsPassphrase: {
            Sentence(
                "geen passende sleutel: \($0) is met een wachtzin verzegeld",
                hint: "gebruik --passphrase-file, of geen van beide om gevraagd te worden")
        },
        needsIdentity: {
            Sentence(
                "geen passende sleutel: \($0) is voor sleutels verzegeld, niet met een wachtzin",
                hint: "noem een sleutelbestand met --identity")
        },
        tooMuchWork: {
            Sentence("de wachtzin van \($0) vraagt meer rekenwerk dan hier mag (2^22)")
        },
        outOfMemory: Sentence(
            "er is te weinig geheugen voor de wachtzin van dit bestand",
            hint: "sluit andere programma's"),
        outputIsPart: "wat hiervoor geschreven is, is niet het hele bestand: gebruik het niet",
        notShown: {
            Sentence(
                "\($0) is geen tekst die hier te tonen is; er is niets geschreven",
                hint: "noem een bestand met --output")
        },
        badIdentityLine: {
            Sentence(
                "\($0), regel \($1), is geen sleutel",
                hint: "AGE-SECRET-KEY-1… en AGE-SECRET-KEY-PQ-1… zijn bekend, één per regel")
        },
        noIdentities: { Sentence("in \($0) staat geen sleutel") },
        badRecipient: {
            Sentence("\($0) is geen ontvanger", hint: "age1… en age1pq1… zijn bekend")
        },
        mixedRecipients: Sentence(
            "ontvangers met en zonder bescherming tegen quantumcomputers gaan niet samen",
            hint: "verzegel één bestand voor die met age1pq1… en een ander voor die met age1…"))
}
