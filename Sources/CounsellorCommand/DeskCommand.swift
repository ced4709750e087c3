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
                a page that only you can read. It locks when you don't use it. Started again, \
                it leads you into the desk that runs already.
                """,
            nl: """
                Het venster is er alleen voor deze computer, op een eigen poort, en opent één keer \
                met een pagina die alleen u kunt lezen. Het gaat op slot als u het niet gebruikt. \
                Start u het nog eens, dan komt u in het bureau dat al loopt.
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

    @Option(
        help: ArgumentHelp(
            en: "End after this many minutes locked, with nobody there (default 240).",
            nl: "Stop na zoveel minuten op slot, zonder dat er iemand is (anders 240).",
            value: "minutes"))
    var endAfterMinutes = 240

    @OptionGroup var home: HomeOptions
    @OptionGroup var collector: CollectorOptions

    func run() async throws {
        try await home.common.run { (texts: Texts, console: Console) in
            guard (1...120).contains(idleMinutes) else {
                throw CommandFailure(
                    texts.desk.idleMinutes(idleMinutes), hint: nil,
                    status: CommandFailure.Status.usage)
            }
            guard (1...1440).contains(endAfterMinutes) else {
                throw CommandFailure(
                    texts.desk.endAfterMinutes(endAfterMinutes), hint: nil,
                    status: CommandFailure.Status.usage)
            }
            let one = try OneDesk(of: home.folder)
            if let path = try await one.page() {
                console.print(texts.desk.runs(path))
                if !noBrowser { show(path, texts, console) }
                return
            }
            try await serve(one, texts, console)
        }
    }

    private func show(_ path: String, _ texts: Texts, _ console: Console) {
        let problem = texts.desk.noBrowser(path)
        if !PrivateBrowser.open(path, orSay: problem) { console.notice(problem) }
    }

    private func serve(_ one: OneDesk, _ texts: Texts, _ console: Console) async throws {
        let page = DeskPage(folder: one.folder)
        let desk = try Desk(
            home: home.folder, collector: collector.folder, idleMinutes: idleMinutes,
            language: .ofCommandLine, today: { currentDay() })
        let (isBrowserWanted, end) = (!noBrowser, Duration.seconds(endAfterMinutes * 60))
        let write: @Sendable () throws -> String = {
            try page.write(leadingTo: desk.oneTimeAddress())
        }
        let (isServing, served) = AsyncStream.makeStream(of: Void.self)
        let application = desk.application(port: 0) {
            do {
                console.print(texts.desk.open(try write()))
                if isBrowserWanted { show(page.path, texts, console) }
            } catch {
                console.notice("\(error)")
            }
            served.finish()
        }
        // Whichever ends first ends the other: a signal, or that nobody is there any more.
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { served.finish() }
                try await application.runService()
            }
            group.addTask { try await desk.waitUntilAbandoned(for: end) }
            for await _ in isServing {}
            if !Task.isCancelled { try await one.listen(answer: write) }
            let ended = await group.nextResult()
            group.cancelAll()
            while await group.nextResult() != nil {}
            try ended?.get()
        }
        await one.end()
        page.remove()
    }
}

/// The page that leads a browser in. Its path, not the address in it, is what other users can see of the
/// browser's command line.
struct DeskPage: Sendable {
    let path: String

    init(folder: String) { path = folder + "/sottovoce-desk.html" }

    func write(leadingTo address: String) throws -> String {
        let page = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">
            <meta http-equiv="refresh" content="0;url=\(address)"><title>Sottovoce</title></head>
            <body><p><a href="\(address)">Sottovoce</a></p></body></html>

            """
        try DurableFile.replace(path, with: [UInt8](page.utf8))
        return path
    }

    func remove() { try? DurableFile.remove(path) }
}
