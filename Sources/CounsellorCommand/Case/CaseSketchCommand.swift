internal import ArgumentParser
internal import Casework
internal import DurableFiles
internal import Foundation
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// A short account for a doctor, a lawyer or the police, which the reporter sees first.
struct CaseSketchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sketch",
        abstract: help(
            en: "A sketch to hand to a professional (offline).",
            nl: "Een schets om aan een professional te geven (zonder internet)."),
        discussion: help(
            en: """
                --from reads it from a JSON file with the texts who, what, since, effects, wishes, \
                risks and redacted (words to black out, one a line). --show asks the reporter; \
                --agreed tells which of the messages named is the yes; then --out writes it. Without \
                an option the sketch is shown, and where it is.
                """,
            nl: """
                --from leest hem uit een JSON-bestand met de teksten who, what, since, effects, \
                wishes, risks en redacted (woorden die niemand mag lezen, één op een regel). --show \
                vraagt het de melder; --agreed zegt welk van de genoemde berichten het ja is; daarna \
                schrijft --out hem. Zonder optie staat er de schets, en hoe het ervoor staat.
                """))

    @Argument(
        help: ArgumentHelp(en: "The case's number.", nl: "Het nummer van de zaak.", value: "number")
    ) var number: Int
    @Option(
        help: ArgumentHelp(
            en: "Read the sketch from this JSON file; - is standard input.",
            nl: "Lees de schets uit dit JSON-bestand; - is standaardinvoer.", value: "file"))
    var from: String?
    @Flag(
        help: ArgumentHelp(
            en: "Show it to the reporter, as an answer in the conversation.",
            nl: "Laat hem aan de melder zien, als antwoord in het gesprek."))
    var show = false
    @Option(
        help: ArgumentHelp(
            en: "The reporter's message that is the yes, by its number in what this command shows.",
            nl: "Het bericht van de melder dat het ja is, met het nummer dat deze opdracht toont.",
            value: "number"))
    var agreed: Int?
    @Option(
        help: ArgumentHelp(
            en: """
                Someone's life is in danger and it can't wait for the reporter: a file with why, \
                which is kept in the case.
                """,
            nl: """
                Iemands leven is in gevaar en het kan niet op de melder wachten: een bestand met \
                waarom, dat in de zaak blijft.
                """, value: "file"))
    var mortalDangerFile: String?
    @Option(
        help: ArgumentHelp(
            en: "Write the sketch to this new file.",
            nl: "Schrijf de schets naar dit nieuwe bestand.",
            value: "file"))
    var out: String?
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console, clock)
            let words = texts.referral
            if let from {
                try home.keep(try read(from, texts, console), of: number, today: currentDay())
            }
            let kept = try home.sketch(of: number)
            let usual = try theirs(home, texts)
            let text = kept?.sketch.text(usual.heading) ?? ""
            if show {
                try home.showSketch(
                    of: number, text, words: usual.sketch(text), today: currentDay())
            }
            if let agreed {
                let answers = try home.answersToSketch(of: number)
                guard answers.indices.contains(agreed - 1) else {
                    throw CaseworkError.referral(.noAnswerToSketch)
                }
                try home.agreeSketch(of: number, by: answers[agreed - 1].hash)
            }
            if let mortalDangerFile {
                let bytes = try console.read(path: mortalDangerFile, limit: 1 << 16)
                try home.dangerSketch(
                    of: number, because: Report.normalized(String(decoding: bytes, as: UTF8.self)),
                    today: currentDay())
            }
            try say(home, texts, console)
            if let out {
                guard try home.sketch(of: number)?.mayGo(text) ?? false else {
                    throw CaseworkError.referral(.notSeenByReporter)
                }
                try DurableFile.create(out, with: [UInt8]((text + "\n").utf8))
                console.notice(words.written(out))
            }
        }
    }

    /// In the reporter's language.
    private func theirs(_ home: OfflineHome, _ texts: Texts) throws -> ReferralWords {
        ReferralWords(try home.caseFile(number), own: texts.language) { day, _ in day.text }
    }

    private func read(_ path: String, _ texts: Texts, _ console: Console) throws -> Sketch {
        let bytes = try console.read(path: path, limit: 1 << 20)
        guard let all = try? JSONDecoder().decode([String: String].self, from: Data(bytes)),
            all.keys.allSatisfy({ $0 == "redacted" || Sketch.Part(rawValue: $0) != nil })
        else {
            throw texts.usage(
                texts.failures.badValue(
                    "--from",
                    "JSON: "
                        + (Sketch.Part.allCases.map(\.rawValue) + ["redacted"])
                        .joined(separator: ", ")))
        }
        return Sketch(
            texts: Dictionary(
                uniqueKeysWithValues: Sketch.Part.allCases.map { ($0, all[$0.rawValue] ?? "") }),
            redacted: all["redacted"] ?? "")
    }

    private func say(_ home: OfflineHome, _ texts: Texts, _ console: Console) throws {
        let (kept, answers) = (try home.sketch(of: number), try home.answersToSketch(of: number))
        let text = try kept?.sketch.text(theirs(home, texts).heading) ?? ""
        if output.json {
            return console.print(try json(SketchJSON(number, text, kept, answers)))
        }
        console.print(inert(text, lines: true))
        console.print()
        console.print(texts.referral.sketchStanding(kept, text))
        guard kept?.agreed == nil else { return }
        for (index, answer) in answers.enumerated() {
            console.print(
                "  \(index + 1)  \(answer.day.text)  \(inert(String(answer.body.prefix(60))))")
        }
    }
}

/// A sketch, and whether it may go.
private struct SketchJSON: Encodable {
    struct Answer: Encodable {
        let day: String
        let body: String
    }

    let number: Int
    let text: String
    let shown: Bool
    /// Since it was shown.
    let changed: Bool
    let agreed: Bool
    let danger: String?
    let dangerDay: String?
    let mayGo: Bool
    let answers: [Answer]

    init(_ number: Int, _ text: String, _ kept: KeptSketch?, _ answers: [ReceivedMessage]) {
        self.number = number
        self.text = text
        shown = kept.map { !$0.shownText.isEmpty } ?? false
        changed = shown && kept?.shownText != text
        agreed = kept?.agreed != nil
        danger = kept?.danger?.reason
        dangerDay = kept?.danger?.day.text
        mayGo = kept?.mayGo(text) ?? false
        self.answers = answers.map { Answer(day: $0.day.text, body: $0.body) }
    }
}
