// Desk: the counsellor's own window, a web application over Casework for one person on one machine.
// It listens on loopback alone, asks nothing of any other address, and shows what reporters wrote as text only.
package import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import Synchronization
package import Reporting
package import TransparencyLog

/// A desk over one counsellor's offline folders, one an organisation, served on loopback.
package final class Desk: Sendable {
    let organisations: Organisations
    let door = Door()
    let pages: Pages
    let ceremony = Ceremony()
    /// Of the screens before a vault, which knows the chosen one, is open.
    let language: Mutex<Language>

    /// - Parameters:
    ///   - home: the counsellor's offline folder; it may have to be made yet. Those of further organisations are
    ///     in the folder `<home>-organisations`.
    ///   - collector: the online folder that belongs to it, whether or not it is on this machine.
    ///   - idleMinutes: after so many without a request the vault is shut.
    /// - Throws: a template or text of this module that can't be read.
    package init(
        home: String, collector: String, idleMinutes: Int, language: Language,
        today: @escaping @Sendable () -> Day
    ) throws {
        let pages = try Pages(language: language, idleMinutes: idleMinutes)
        self.pages = pages
        self.language = Mutex(language)
        self.organisations = Organisations(home: home, collector: collector) {
            OrganisationDesk(
                name: $0, folder: $1, collector: $2, idle: .seconds(idleMinutes * 60),
                pages: pages, today: today)
        }
    }

    /// The application; `runService()` serves until SIGTERM or SIGINT.
    ///
    /// - Parameters:
    ///   - port: 0 for any free one.
    ///   - isRunning: told once connections are taken.
    package func application(
        port: Int, isRunning: @escaping @Sendable () async -> Void
    ) -> Application<DeskResponder> {
        Application(
            responder: DeskResponder(desk: self),
            server: .http1(
                configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(address: .hostname(Door.host, port: port)),
            onServerRunning: { [door] channel in
                door.open(port: channel.localAddress?.port ?? port)
                await isRunning()
            },
            logger: Logger(label: "desk") { _ in SwiftLogNoOpLogHandler() })
    }

    /// The address that opens the desk, once. Whoever has it still needs the passphrase.
    package func oneTimeAddress() -> String { door.oneTimeAddress() }

    /// Returns when every vault is locked and nobody has asked for anything for so long.
    package func waitUntilAbandoned(for time: Duration) async throws {
        repeat {
            try await Task.sleep(for: min(time, .seconds(30)))
        } while await isUsed(within: time)
    }

    private func isUsed(within time: Duration) async -> Bool {
        if ContinuousClock.now - door.lastVisit < time { return true }
        for one in organisations.all() where await !one.safe.isLocked { return true }
        return false
    }

    /// Where whoever comes in begins: at the one vault, at the list of them, at what goes online for a vault elsewhere, or at
    /// making the first.
    var entrance: String {
        let all = organisations.all()
        return switch all.count {
        case 0: organisations.collectors().first.map { $0.path + "/collector" } ?? "/start"
        case 1: all[0].path + "/today"
        default: "/organisations"
        }
    }
}
