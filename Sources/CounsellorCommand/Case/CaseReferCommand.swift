internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Refers a case to a colleague, with the reporter's consent or in absence.
struct CaseReferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refer",
        abstract: help(
            en: "Refer a case to a colleague (offline).",
            nl: "Verwijs een zaak door naar een collega (zonder internet)."),
        discussion: help(
            en: """
                --to asks the reporter, and fixes what goes along. After a yes, --agreed sends it. \
                Without either it is said where a referral is. Once the reporting point's register \
                has all of it, the case is erased here, except that you referred it.
                """,
            nl: """
                --to vraagt het de melder, en legt vast wat er meegaat. Na een ja verstuurt \
                --agreed het. Zonder een van beide staat er hoe het ervoor staat. Heeft het register \
                van het meldpunt alles, dan wordt de zaak hier gewist, behalve dat u doorverwees.
                """))

    @Option(
        help: ArgumentHelp(
            en: "To whom (short name in the list).", nl: "Naar wie (korte naam in de lijst).",
            value: "short-name")) var to: String?
    @Option(
        help: ArgumentHelp(
            en:
                "Which messages and answers go along, by their place in the case: all, none, or 1,3.",
            nl:
                "Welke berichten en antwoorden meegaan, naar hun plaats in de zaak: all, none, of 1,3.",
            value: "places")) var messages = "all"
    @Option(
        help: ArgumentHelp(
            en: "Which of your notes go along: none, all, or 1,3.",
            nl: "Welke aantekeningen van u meegaan: none, all, of 1,3.", value: "places"))
    var notes = "none"
    @Option(
        help: ArgumentHelp(
            en: "A file with what you add; - is standard input.",
            nl: "Een bestand met wat u erbij zegt; - is standaardinvoer.", value: "file"))
    var remarkFile: String?
    @Flag(
        help: ArgumentHelp(
            en: "Only show what would go along, and what the reporter would read.",
            nl: "Toon alleen wat er mee zou gaan, en wat de melder zou lezen."))
    var preview = false
    @Flag(
        help: ArgumentHelp(
            en: "Send what the reporter agreed to.",
            nl: "Verstuur waar de melder ja op zei."))
    var agreed = false
    @Flag(
        help: ArgumentHelp(
            en: "Without asking, because you are ill or away.",
            nl: "Zonder te vragen, omdat u ziek of weg bent."))
    var absence = false
    @Flag(
        help: ArgumentHelp(
            en: "Take it back; only while nothing of it was handed over.",
            nl: "Neem het terug; alleen zolang er niets van is meegegeven."))
    var takeBack = false
    @OptionGroup var options: ReferralOptions

    func validate() throws {
        let ways = [to != nil, agreed, takeBack].count { $0 }
        guard ways <= 1, to != nil || !(preview || absence) else {
            throw ValidationError("--to, --agreed, --take-back: 1")
        }
    }

    func run() throws {
        try options.home.common.run { texts, console in
            let home = try options.home.open(texts, console, options.clock)
            if let to {
                guard try refer(to, home, texts, console) else { return }
            } else if agreed {
                guard let last = try home.referrals(of: options.number).last else {
                    throw CaseworkError.referral(.noReferral)
                }
                let usual = options.usualWords(try home.caseFile(options.number), texts)
                try home.sendReferral(
                    of: options.number, words: options.words(console) ?? usual.told(last.name),
                    today: currentDay())
            } else if takeBack {
                try home.takeBackReferral(of: options.number)
            }
            try options.say(home, texts, console)
        }
    }

    /// Whether anything was kept.
    private func refer(
        _ to: String, _ home: OfflineHome, _ texts: Texts, _ console: Console
    ) throws -> Bool {
        guard let colleague = try home.colleagues().first(where: { $0.id == to }) else {
            throw CaseworkError.referral(.cannotReceive(id: to))
        }
        let number = options.number
        let (file, kept) = (try home.caseFile(number), try home.privateNotes(number))
        let choice = ReferralText.Choice(
            messages: try places(messages, of: file.messages.count, "--messages", texts),
            notes: try places(notes, of: kept.count, "--notes", texts),
            remark: try remarkFile.map { try ReferralOptions.text($0, console) } ?? "")
        let usual = options.usualWords(file, texts)
        let request = OfflineHome.ReferralRequest(
            to: to, text: ReferralText(texts.language).text(file, kept, choice),
            words: try options.words(console)
                ?? (absence ? usual.told(colleague.name) : usual.question(colleague, file, choice)),
            atOnce: options.now)
        if preview {
            if try home.isHandedAway(number) { throw CaseworkError.referral(.beingReferred) }
            try show(home.referralParts(request.text, of: number), request.words, texts, console)
            return false
        }
        if absence {
            try home.refer(number, without: .absence, request, today: currentDay())
        } else {
            try home.askReferral(of: number, request, today: currentDay())
        }
        return true
    }

    private func show(
        _ parts: [String], _ words: String, _ texts: Texts, _ console: Console
    ) throws {
        if options.output.json {
            return console.print(try json(PreviewJSON(parts: parts, words: words)))
        }
        for part in parts { console.print(inert(part, lines: true) + "\n") }
        console.print(texts.referral.reporterReads)
        console.print(inert(words, lines: true))
    }
}

/// Places counted from 1, as people do; from 0 within.
private func places(
    _ text: String, of count: Int, _ option: String, _ texts: Texts
) throws -> Set<Int> {
    switch text {
    case "all": return Set(0..<count)
    case "none": return []
    default:
        let numbers = text.split(separator: ",").map { Int($0.trimmingPrefix(" ")) ?? 0 }
        guard !numbers.isEmpty, numbers.allSatisfy({ (1...max(1, count)).contains($0) }),
            numbers.allSatisfy({ $0 <= count })
        else { throw texts.usage(texts.referral.badPlaces(option, count)) }
        return Set(numbers.map { $0 - 1 })
    }
}

private struct PreviewJSON: Encodable {
    let parts: [String]
    let words: String
}
