internal import ArgumentParser
internal import Casework
internal import Desk
internal import DurableFiles
internal import Foundation
internal import Hummingbird
internal import Reporting
internal import Terminal

/// Opens the desk in the browser.
struct DeskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: help(
            en: "Open your desk in the browser of this computer (offline).",
            nl: "Open uw bureau in de browser van deze computer (zonder internet)."),
        discussion: help(
            en: """
                The window is served to this computer alone, on a port of its own, and opens once by \
                a page that only you can read. It locks when you don't use it.
                """,
            nl: """
                Het venster is er alleen voor deze computer, op een eigen poort, en opent één keer \
                met een pagina die alleen u kunt lezen. Het gaat op slot als u het niet gebruikt.
                """))

    @Flag(
        help: ArgumentHelp(
            en: "Start no browser; only say which page to open.",
            nl: "Start geen browser; zeg alleen welke pagina te openen."))
    var noBrowser = false

    @Option(
        help: ArgumentHelp(
            en: "Lock after this many minutes without use (default 10).",
            nl: "Op slot na zoveel minuten zonder gebruik (anders 10).", value: "minutes"))
    var idleMinutes = 10

    @OptionGroup var home: HomeOptions
    @OptionGroup var collector: CollectorOptions

    func run() async throws {
        try await home.common.run { (texts: Texts, console: Console) in
            guard (1...120).contains(idleMinutes) else {
                throw CommandFailure(
                    texts.desk.idleMinutes(idleMinutes), hint: nil,
                    status: CommandFailure.Status.usage)
            }
            let page = DeskPage(home: home.folder)
            let desk = try Desk(
                home: home.folder, collector: collector.folder, idleMinutes: idleMinutes,
                language: .ofCommandLine, today: { currentDay() },
                explain: { Texts.of($1).sentences(about: $0) })
            let isBrowserWanted = !noBrowser
            try await desk.application(port: 0) {
                do {
                    let path = try page.write(leadingTo: desk.oneTimeAddress())
                    console.print(texts.desk.open(path))
                    if isBrowserWanted { page.openInBrowser() }
                } catch {
                    console.notice("\(error)")
                }
            }.runService()
            page.remove()
        }
    }
}

/// The page that leads a browser in. Its path, not the address in it, is what other users can see of the
/// browser's command line.
struct DeskPage: Sendable {
    private let path: String

    init(home: String) {
        let runtime = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"]
        path = (runtime.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home) + "/sottovoce-desk.html"
    }

    func write(leadingTo address: String) throws -> String {
        try PrivateFolder.create(DurableFile.split(path).folder)
        let page = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">
            <meta http-equiv="refresh" content="0;url=\(address)"><title>Sottovoce</title></head>
            <body><p><a href="\(address)">Sottovoce</a></p></body></html>

            """
        try DurableFile.replace(path, with: [UInt8](page.utf8))
        return path
    }

    func openInBrowser() {
        try? PrivateBrowser.open(path)
    }

    func remove() { try? DurableFile.remove(path) }
}
