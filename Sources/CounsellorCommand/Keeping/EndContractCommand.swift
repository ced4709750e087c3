internal import ArgumentParser
internal import Casework
internal import Desk
internal import Foundation
internal import Sodium
internal import Terminal

/// The end of a contract: a sealed copy goes out, proven by opening it, and what is here is erased.
struct EndContractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-contract",
        abstract: help(
            en: "Export everything sealed, then erase it here (offline).",
            nl: "Zet alles verzegeld in een map, en wis het daarna hier (zonder internet)."),
        discussion: help(
            en: """
                The copy is opened first, to be sure. It opens only with your passphrase or two \
                recovery sheets: never give the employer both. Month keys don't go along: what was \
                not read in stays shut. The online folder goes too if it is yours and on this \
                computer. Then ask the key holders to take you out of the list.
                """,
            nl: """
                De kopie wordt eerst geopend, voor de zekerheid. Zij gaat alleen open met uw \
                wachtzin of twee herstelbladen: geef de werkgever nooit allebei. Maandsleutels gaan \
                niet mee: wat niet is ingelezen, blijft dicht. De online map gaat ook weg, als die \
                van u is en op deze computer staat. Vraag daarna de sleutelhouders om u uit de lijst \
                te halen.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "An empty folder for the copy, such as on a stick.",
            nl: "Een lege map voor de kopie, zoals op een stick.", value: "folder"))
    var folder: String
    @Option(
        help: ArgumentHelp(
            en: "The organisation's name, in the place of typing it.",
            nl: "De naam van de organisatie, in plaats van die te typen.", value: "name"))
    var organisation: String?
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions
    @OptionGroup var collector: CollectorOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try home.common.run { texts, console in
            let target = try place(folder, texts)
            if OfflineHome.isEnded(home.folder) {
                // Cut off after the copy was made.
                try OfflineHome.erase(home.folder, collector: nil)
                return console.notice(texts.keeping.erasedOn)
            }
            let (facts, online) = try export(to: target, texts, console)
            try OfflineHome.erase(home.folder, collector: online)
            if output.json {
                return console.print(
                    try json(EndedJSON(facts, folder: target, hasCollector: online != nil)))
            }
            console.print(texts.keeping.ended(inert(facts.organisation), target))
            console.notice(wrapped(texts.keeping.afterEnding))
        }
    }

    /// Makes the copy. The home is shut again after it.
    private func export(
        to target: String, _ texts: Texts, _ console: Console
    ) throws -> (facts: OfflineHome.ContractSummary, online: String?) {
        let passphrase = try home.passphrase(texts, console)
        let (today, words) = (currentDay(), try SharedWords(texts.language))
        let opened = try OfflineHome(opening: home.folder, passphrase: passphrase)
        try opened.checkClock(today: today, isRight: clock.clockIsRight)
        let facts = try opened.contractSummary(today: today)
        let isOwn = try opened.owns(collector: collector.folder)
        guard isOwn || collector.collector == nil else {
            throw texts.usage(texts.keeping.otherCollector(inert(collector.folder)))
        }
        if facts.hasOpenCases { console.notice(texts.keeping.openCases) }
        let name = inert(facts.organisation)
        let typed =
            try organisation
            ?? console.ask(texts.keeping.typeName(name), option: "--organisation")
        guard inert(typed.trimmingCharacters(in: .whitespaces)) == name else {
            throw texts.usage(texts.keeping.otherName)
        }
        try opened.export(
            to: target, passphrase: passphrase, today: today, summary: words.summary)
        return (facts, isOwn ? collector.folder : nil)
    }
}

private struct EndedJSON: Encodable {
    let organisation: String
    let folder: String
    /// Null for fewer than five.
    @OrNull var cases: Int?
    let openCases: Bool
    /// Whether the online folder was on this computer, and is erased too.
    let onlineErased: Bool

    init(_ facts: OfflineHome.ContractSummary, folder: String, hasCollector: Bool) {
        organisation = facts.organisation
        self.folder = folder
        cases = facts.cases
        openCases = facts.hasOpenCases
        onlineErased = hasCollector
    }
}
