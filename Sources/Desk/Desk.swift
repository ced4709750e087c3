// Desk: the counsellor's own window, a web application over Casework for one person on one machine.
// It listens on loopback alone, asks nothing of any other address, and shows what reporters wrote as text only.
package import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import Synchronization
package import Reporting
package import TransparencyLog

/// A desk over one counsellor's offline folder, served on loopback.
package final class Desk: Sendable {
    let safe: Safe
    let door = Door()
    let pages: Pages
    let collector: CollectorRun
    let today: @Sendable () -> Day

    /// - Parameters:
    ///   - home: the counsellor's offline folder.
    ///   - collector: the online folder, if there is one on this machine; its mirror is what is read in,
    ///     unless another folder is chosen at the screen.
    ///   - program: the command `counsellor`, which fetches and sends.
    ///   - idleMinutes: after so many without a request the vault is shut.
    ///   - explain: says what went wrong where the desk has no words of its own.
    ///   - language: until the vault, which knows the chosen one, is open.
    /// - Throws: a template or text of this module that can't be read.
    package init(
        home: String, collector: String, program: String, idleMinutes: Int, language: Language,
        today: @escaping @Sendable () -> Day,
        explain: @escaping @Sendable (any Error, Language) -> String
    ) throws {
        self.safe = Safe(folder: home, idle: .seconds(idleMinutes * 60))
        self.pages = try Pages(language: language, idleMinutes: idleMinutes, explain: explain)
        self.collector = CollectorRun(program: program, folder: collector)
        self.today = today
    }

    var mirror: String { collector.folder + "/mirror" }

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
}
