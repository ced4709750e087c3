internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal

/// Lists cases, a page at a time.
struct CaseListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: help(en: "List cases.", nl: "Noem zaken."))

    @Option(
        help: ArgumentHelp(
            en: "Which: all, new, open, closed, due, spam, threat, practice.",
            nl: "Welke: all, new, open, closed, due, spam, threat, practice.", value: "group"))
    var show = "all"
    @Option(help: ArgumentHelp(en: "Only this track.", nl: "Alleen dit spoor.", value: "track"))
    var track: String?
    @Option(
        help: ArgumentHelp(
            en: "Only this category.", nl: "Alleen deze categorie.", value: "category"))
    var category: String?
    @Option(help: ArgumentHelp(en: "Only this status.", nl: "Alleen deze status.", value: "status"))
    var status: String?
    @Option(
        help: ArgumentHelp(
            en: "Only those that came so.", nl: "Alleen wat zo binnenkwam.", value: "route"))
    var route: String?
    @Option(
        help: ArgumentHelp(
            en: "The words that occur in it.", nl: "De woorden die erin staan.", value: "words"))
    var search = ""
    @Option(help: ArgumentHelp(en: "The page, from 1.", nl: "De pagina, vanaf 1.", value: "page"))
    var page = 1
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            var filter = CaseFilter()
            filter.group = try known(show, "--show", texts)
            filter.track = try track.map { try known($0, "--track", texts) }
            filter.status = try status.map { try known($0, "--status", texts) }
            filter.route = try route.map { try known($0, "--route", texts) }
            filter.category = category.map { Category(rawValue: $0) }
            filter.words = search
            guard page > 0 else { throw texts.usage(texts.failures.badValue("--page", "1, 2 …")) }
            let found = try home.open(texts, console)
                .cases(where: filter, page: page - 1, today: currentDay())
            if output.json { return console.print(try json(CaseListJSON(found))) }
            if found.cases.isEmpty { console.print(texts.cases.noCases) }
            for overview in found.cases { console.print(texts.line(of: overview.summary)) }
            if found.pageCount > 1 {
                console.notice(texts.life.page(page, found.pageCount, found.count))
            }
        }
    }
}
