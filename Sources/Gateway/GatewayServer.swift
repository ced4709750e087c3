internal import DropBox
package import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// A gateway at an address: the parts put together.
package enum GatewayServer {
    /// The application; `runService()` serves until SIGTERM or SIGINT and finishes what was accepted.
    ///
    /// - Parameters:
    ///   - port: 0 for any free one.
    ///   - isRunning: told the port once connections are taken.
    package static func application(
        _ gateway: Gateway, host: String, port: Int, limits: ConnectionLimits = ConnectionLimits(),
        isRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> Application<GatewayResponder> {
        let room = ConnectionRoom()
        return Application(
            responder: GatewayResponder(gateway),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [ConnectionGuard(limits: limits, room: room)],
                    idleTimeout: .seconds(Int64(limits.idleSeconds)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 4096, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64
                    )
                )),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in await isRunning(channel.localAddress?.port ?? port) },
            logger: silentLogger)
    }

    /// The libraries' own lines could name addresses or requests: none is written.
    private static var silentLogger: Logger {
        Logger(label: "gateway") { _ in SwiftLogNoOpLogHandler() }
    }
}
