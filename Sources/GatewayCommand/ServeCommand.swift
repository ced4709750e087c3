internal import ArgumentParser
internal import CProcess
internal import CWipe
internal import DropBox
internal import DurableFiles
internal import Gateway
internal import Hummingbird
internal import Logging
internal import Reporting
internal import Terminal
internal import TransparencyLog

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: help(
            en: "Serve until SIGTERM or Ctrl-C, and close each day after 00:00 UTC.",
            nl: "Werk tot SIGTERM of Ctrl-C, en sluit elke dag af na 00:00 UTC."))

    @Argument(
        help: ArgumentHelp(
            en: "A folder made by gateway init.", nl: "Een map die gateway init heeft gemaakt.",
            value: "folder"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            en: "Address to listen on (default 127.0.0.1).",
            nl: "Adres om op te luisteren (anders 127.0.0.1).", value: "address"))
    var host: String?

    @Option(
        help: ArgumentHelp(
            en: "Port to listen on (default 8480; 0 for any free one).",
            nl: "Poort om op te luisteren (anders 8480; 0 voor een vrije).", value: "port"))
    var port: Int?

    @Option(
        help: ArgumentHelp(
            en: "Another configuration file than FOLDER/gateway.conf.",
            nl: "Een ander bestand met instellingen dan MAP/gateway.conf.", value: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            en: "The reporter's page, as make page builds it; none for a text with help lines "
                + "(default: the installed one).",
            nl: "De pagina voor melders, zoals make page die bouwt; none voor een tekst met "
                + "hulplijnen (anders: de geïnstalleerde).", value: "folder"))
    var page: String?

    @Flag(
        help: ArgumentHelp(
            en: "Allow an address that other machines can reach.",
            nl: "Sta een adres toe dat voor andere computers bereikbaar is."))
    var listenBeyondLoopback = false

    @OptionGroup var clock: ClockOption

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let opened = try await failing(folder: folder) {
            try GatewayFolder(folder, configurationPath: config)
        }
        let host = host ?? opened.configuration.host
        let port = port ?? opened.configuration.port
        guard (0...65_535).contains(port) else {
            throw CommandFailure(
                GatewayTexts.here.noSuchPort(port), status: CommandFailure.Status.usage)
        }
        guard
            GatewayConfiguration.isLoopback(host) || listenBeyondLoopback
                || opened.configuration.listensBeyondLoopback
        else {
            throw CommandFailure(
                words: GatewayTexts.here.beyondLoopback(host), status: CommandFailure.Status.usage)
        }
        try await failing(folder: folder, address: "\(host):\(port)") {
            let lock = try FolderLock(folder: folder)
            try await serve(opened, host: host, port: port)
            withExtendedLifetime(lock) {}
        }
    }

    private func serve(_ opened: GatewayFolder, host: String, port: Int) async throws {
        process_raise_file_limit()
        guard wipe_is_in_force() == 1 else {
            throw CommandFailure(GatewayTexts.here.linkedWrongly)
        }
        let console = Console(language: .ofCommandLine)
        let logger = Logger(label: "gateway") { _ in
            DayLog(now: systemClock) { console.notice($0) }
        }
        let page = try servedPage(of: opened, option: page)
        let ownTexts = try OwnTexts(beside: opened.configurationPath)
        let dropBox = try opened.openDropBox(
            openDayLimit: DayKeeper.runningLimit, now: systemClock)
        let gateway = Gateway(
            dropBox: dropBox, identity: opened.identity, promiseSigner: opened.promiseSigner,
            page: page, ownTexts: ownTexts, work: opened.configuration.work, now: systemClock)
        let keeper = DayKeeper(gateway: gateway, files: opened.dropBoxFiles, logger: logger)
        if let limit = clock.limit {
            try await dropBox.requireSettledClock(limit: limit)
        }
        if let closed = try await dropBox.status().lastClosedDay {
            let days = gateway.today.number - 1 - closed.number
            if days > DayKeeper.commandLimit {
                logger.notice("closing \(days) days first, then it serves")
            }
        }
        keeper.closeEndedDays(limit: clock.limit)
        if let closed = try await dropBox.status().lastClosedDay, gateway.today <= closed {
            throw DropBoxError.clockBehind(closed: closed)
        }
        if try await !gateway.hasRoster() {
            logger.notice("no roster is published yet: nothing is accepted until gateway publish")
        }
        let application = GatewayServer.application(
            gateway, host: host, port: port, limits: opened.configuration.limits
        ) { port in
            let name = host.contains(":") ? "[\(host)]" : host
            logger.notice("serving \(opened.identity.origin) at http://\(name):\(port)")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await keeper.run() }
            try await application.runService()
            group.cancelAll()
        }
        logger.notice("stopped; everything accepted is stored")
    }
}
