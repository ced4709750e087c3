internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal

/// What the gateway and one counsellor are to keep to: retention, cover, how soon she has to fetch.
struct OrganisationSettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: help(
            en: "Change how long reports are kept, how much cover there is, how soon to fetch.",
            nl:
                "Verander hoe lang meldingen blijven, hoeveel dekking er is, hoe snel iemand ophaalt."
        ),
        discussion: help(
            en: """
                Cover are sealed messages for nobody: they hide on which days there are reports and \
                replies. A counsellor whose settings change has new words to compare, and \
                colleagues have to approve that counsellor again.
                """,
            nl: """
                Dekking zijn verzegelde berichten voor niemand: ze verbergen op welke dagen er \
                meldingen en antwoorden zijn. Veranderen de instellingen van een vertrouwenspersoon, \
                dan zijn er nieuwe woorden om te vergelijken, en keuren de collega's die vertrouwenspersoon opnieuw goed.
                """))
    private static let covers = 0...20
    private static let fetchLimits = 1...60

    @Argument(
        help: ArgumentHelp(
            en: "The organisation's folder.", nl: "De map van de organisatie.", value: "folder"))
    var folder: String
    @Option(
        help: ArgumentHelp(
            en: "Whole months that reports are kept after their own.",
            nl: "Hele maanden dat meldingen bewaard blijven na hun eigen maand.", value: "months"))
    var retention: Int?
    @Option(
        help: ArgumentHelp(
            en: "Reports that each day has at least, cover included; 0 is no cover.",
            nl: "Meldingen die elke dag minstens heeft, met dekking; 0 is geen dekking.",
            value: "count"))
    var coverTotal: Int?
    @Option(
        help: ArgumentHelp(
            en: "The counsellor whose --cover or --fetch-days change, by short name.",
            nl:
                "De vertrouwenspersoon bij wie --cover of --fetch-days verandert, met de korte naam.",
            value: "short-name"))
    var of: String?
    @Option(
        help: ArgumentHelp(
            en: "Replies that this counsellor posts each day, cover included; 0 is no cover.",
            nl:
                "Antwoorden die deze vertrouwenspersoon elke dag verstuurt, met dekking; 0 is geen dekking.",
            value: "count"))
    var cover: Int?
    @Option(
        help: ArgumentHelp(
            en: "After so many days without a fetch by this counsellor, reporters are told.",
            nl: "Na zoveel dagen zonder ophalen wordt het aan melders gezegd.", value: "days"))
    var fetchDays: Int?
    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { texts, console in
            try check(retention, NewOrganisation.retentions, "--retention", texts)
            try check(coverTotal, NewOrganisation.coverTotals, "--cover-total", texts)
            try check(cover, Self.covers, "--cover", texts)
            try check(fetchDays, Self.fetchLimits, "--fetch-days", texts)
            guard (of == nil) == (cover == nil && fetchDays == nil),
                retention != nil || coverTotal != nil || of != nil
            else { throw texts.usage(texts.failures.settingsOfWhom) }
            let organisation = try OrganisationFolder(opening: folder)
            try organisation.change(today: currentDay()) { draft in
                if let retention { draft.retentionMonths = retention }
                if let coverTotal { draft.coverTotal = coverTotal }
                guard let of else { return }
                guard let index = draft.counsellors.firstIndex(where: { $0.id == of }) else {
                    throw CaseworkError.notInRoster(id: of)
                }
                if let cover { draft.counsellors[index].cover = cover }
                if let fetchDays { draft.counsellors[index].fetchDays = fetchDays }
            }
            let draft = organisation.draft
            console.print(
                texts.setUp.settings(draft.retentionMonths, draft.coverTotal))
            if let changed = of.flatMap({ draft.counsellor($0) }) {
                console.print(
                    texts.setUp.settingsOf(inert(changed.name), changed.cover, changed.fetchDays))
                console.print(texts.setUp.fingerprint(Fingerprint.lines(of: changed)))
            }
            console.notice(texts.setUp.thenSign)
        }
    }

    private func check(
        _ value: Int?, _ range: ClosedRange<Int>, _ option: String, _ texts: Texts
    ) throws {
        guard value.map({ range.contains($0) }) ?? true else {
            throw texts.usage(
                texts.failures.badValue(option, "\(range.lowerBound)–\(range.upperBound)"))
        }
    }
}
