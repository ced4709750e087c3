internal import ArgumentParser
internal import Casework
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// How the gateway is reached.
struct ProxyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en:
                "SOCKS5 proxy, such as Tor's: socks5://127.0.0.1:9050. Otherwise the one chosen at the desk, if any.",
            nl:
                "SOCKS5-proxy, zoals die van Tor: socks5://127.0.0.1:9050. Anders die aan het bureau is gekozen, als er een is.",
            value: "address"))
    var proxy: String?

    /// The one to use: that of the command line, or of the folder.
    func chosen(in folder: String) throws -> String? {
        try proxy ?? CollectorFolder.proxy(in: folder)
    }
}

/// One visit of the online machine to the gateway: its folder locked, the organisation checked.
struct GatewayVisit {
    let folder: CollectorFolder
    let client: GatewayClient
    let notes: NoteBundle
    let organisation: Organisation
    let today: Day

    /// Runs `body` with the gateway's notes checked against the link, against the highest roster seen
    /// before, and against this folder's own keys.
    static func run(
        folder path: String, proxy: String?, _ body: (GatewayVisit) async throws -> Void
    ) async throws {
        let folder = try CollectorFolder(opening: path)
        // Who fetches or posts lets this folder go online: from now on the daily timer does it too.
        try CollectorFolder.set(online: true, in: path)
        let client = try GatewayClient(GatewayAddress(folder.anchor.gateway), proxy: proxy)
        do {
            let today = currentDay()
            let notes = try await client.notes()
            let organisation = try Organisation(
                bundle: notes, anchor: folder.anchor, today: today,
                highestSeen: folder.highestRoster())
            try folder.checkListed(in: organisation.roster)
            try folder.rememberRoster(organisation.roster.serial)
            try await body(
                GatewayVisit(
                    folder: folder, client: client, notes: notes, organisation: organisation,
                    today: today))
        } catch {
            await client.close()
            throw error
        }
        await client.close()
    }
}
