// GatewayClient: what a reporter, and a counsellor's collector, do with a gateway over HTTP.
// It sends nothing but what is asked: no user agent, no cookies, no redirect followed, no request
// because of an earlier answer's content, but for a report once more with the work that is asked. Over a SOCKS5 proxy (Tor) names are resolved there. It
// decrypts nothing.

internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSOCKS
internal import NIOSSL
internal import Reporting

/// A connection to one gateway.
///
/// Reading keeps one connection; every post opens a new one, so that reading and posting are two
/// connections to whoever watches. Call `close` at the end.
package final class GatewayClient: Sendable {
    /// Where it is.
    package let address: GatewayAddress
    private let reading: HTTPClient
    private let configuration: HTTPClient.Configuration
    /// As it was given.
    private let proxy: String?
    /// Until an answer is there whole: a byte now and then keeps nobody waiting for ever.
    private let wholeTime: Duration

    /// Precondition Required.
    static let workStatus = 428

    /// Seconds until a connection, and until the next byte; Tor needs many.
    static let connectSeconds: Int64 = 45
    static let readSeconds: Int64 = 60
    package static let wholeTime = Duration.seconds(600)

    /// No connection is made yet.
    ///
    /// - Parameters:
    ///   - proxy: `socks5://host:port`, or nil.
    ///   - wholeTime: after which an answer that is not there whole is given up.
    /// - Throws: `invalidProxy`; `onionNeedsProxy` for an onion address without one.
    package init(
        _ address: GatewayAddress, proxy: String? = nil,
        wholeTime: Duration = GatewayClient.wholeTime
    ) throws(GatewayError) {
        self.address = address
        self.proxy = proxy
        self.wholeTime = wholeTime
        self.configuration = try Self.configuration(address, proxy: proxy)
        self.reading = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// How all connections are made.
    static func configuration(
        _ address: GatewayAddress, proxy: String?
    ) throws(GatewayError) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(connectSeconds), read: .seconds(readSeconds)),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        if let proxy {
            guard let proxy = HostAndPort(proxy: proxy) else { throw .invalidProxy }
            configuration.proxy = .socksServer(host: proxy.host, port: proxy.port)
        } else if address.isOnion {
            // Its name must never be asked of a name server.
            throw .onionNeedsProxy
        }
        return configuration
    }

    /// Ends all connections.
    package func close() async {
        try? await reading.shutdown()
    }

    /// A GET on the kept connection.
    ///
    /// - Throws: `unreachable`, `proxyUnreachable`, `insecureConnection`, `refused`, `tooLarge`.
    func get(
        _ target: String, headers: [(String, String)] = [], limit: Int
    ) async throws(GatewayError) -> [UInt8] {
        var request = HTTPClientRequest(url: address.origin + target)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        do {
            return try await within(wholeTime) { [request, reading] in
                try await Self.answer(to: request, by: reading, limit: limit)
            }
        } catch {
            throw Self.failure(error, proxy: proxy)
        }
    }

    /// The same of what everyone is shown, whoever asks.
    ///
    /// - Throws: as `get`; `withheld` for an answer that is neither this nor that it can't now.
    func getShown(_ target: String, limit: Int) async throws(GatewayError) -> [UInt8] {
        do throws(GatewayError) {
            return try await get(target, limit: limit)
        } catch {
            if case .refused(let status) = error, status < 500, status != 429 { throw .withheld }
            throw error
        }
    }

    /// What a question that got no answer met.
    static func failure(_ error: any Error, proxy: String?) -> GatewayError {
        switch error {
        // Only what is posted can need work.
        case GatewayError.workAsked: .refused(status: workStatus)
        case let error as GatewayError: error
        case is NIOSSLError: .insecureConnection
        default: unreachable(error, proxy: proxy)
        }
    }

    /// What did not answer: with a proxy, a connection that failed before that spoke SOCKS is the
    /// proxy's.
    private static func unreachable(_ error: any Error, proxy: String?) -> GatewayError {
        guard let proxy else { return .unreachable }
        switch error {
        case is NIOConnectionError, is SOCKSError.InvalidProtocolVersion,
            is SOCKSError.NoValidAuthenticationMethod, is SOCKSError.InvalidAuthenticationSelection:
            return .proxyUnreachable(address: proxy)
        default: return .unreachable
        }
    }

    /// A POST on a connection of its own.
    ///
    /// - Throws: `unreachable` or `proxyUnreachable` when nothing of the body left; `uncertain` when something may have
    ///   and no answer
    ///   came; `insecureConnection`; `refused`, `workAsked`, `tooLarge` by the answer.
    func post(
        _ target: String, type: String, headers: [(String, String)] = [], body: [UInt8], limit: Int
    ) async throws(GatewayError) -> [UInt8] {
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let once = BodyOnce(body)
        var request = HTTPClientRequest(url: address.origin + target)
        request.method = .POST
        request.headers.add(name: "content-type", value: type)
        request.headers.add(name: "connection", value: "close")
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = .stream(once, length: .known(Int64(body.count)))
        let outcome: Result<[UInt8], GatewayError>
        do {
            outcome = .success(
                try await within(wholeTime) { [request] in
                    try await Self.answer(to: request, by: client, limit: limit)
                })
        } catch let error as GatewayError {
            outcome = .failure(error)
        } catch is NIOSSLError where !once.hasLeft {
            outcome = .failure(.insecureConnection)
        } catch {
            outcome = .failure(once.hasLeft ? .uncertain : Self.unreachable(error, proxy: proxy))
        }
        try? await client.shutdown()
        return try outcome.get()
    }

    /// The body of a 200 answer; of others only what asks for work is read.
    private static func answer(
        to request: HTTPClientRequest, by client: HTTPClient, limit: Int
    ) async throws -> [UInt8] {
        let response = try await client.execute(request, deadline: .distantFuture)
        if response.status.code == workStatus,
            let bytes = try? await response.body.collect(upTo: WorkDemand.byteLimit),
            let demand = try? WorkDemand(parsing: [UInt8](buffer: bytes))
        {
            throw GatewayError.workAsked(demand)
        }
        guard response.status == .ok else {
            throw GatewayError.refused(status: Int(response.status.code))
        }
        do {
            return [UInt8](buffer: try await response.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw GatewayError.tooLarge(limit: limit)
        }
    }
}

/// It took too long.
struct TimeIsUp: Error {}

/// Does something, and gives it up after a time. Throws what `work` throws; `TimeIsUp`.
func within<Result: Sendable>(
    _ time: Duration, _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
        group.addTask(operation: work)
        group.addTask {
            try await Task.sleep(for: time)
            throw TimeIsUp()
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw TimeIsUp() }
        return first
    }
}
