import Age
import DropBox
import Foundation
import Gateway
import Hummingbird
import Reporting
import Sodium
import TransparencyLog

/// A gateway of an invented organisation, served in this process.
struct ServedOrganisation {
    private let gateway: Gateway

    /// - Parameter isStoring: false for a server that checks and signs but stores nothing.
    init(folder: String, isStoring: Bool) async throws {
        let clock: @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
        let day: @Sendable () -> Day = { Day(secondsSince1970: clock()) }
        let (log, promise) = (
            try NoteSigner(name: "bench.example"), try NoteSigner(name: "bench.example/promise")
        )
        let identity = GatewayIdentity(
            origin: "bench.example", address: "https://bench.example", log: log.verifierKey,
            promise: promise.verifierKey)
        let dropBox = try DropBox(path: folder + "/drop-box.sqlite", today: day)
        let root = try NoteSigner(name: "bench.example/root")
        let roster = Roster(
            serial: 1, organisation: "Bench", genesis: root.verifierKey, roots: [root.verifierKey],
            gateways: [identity.address], log: log.verifierKey, promise: promise.verifierKey,
            issued: day(), expires: day().adding(30), counsellors: [])
        _ = try await dropBox.publish(
            SignedNote(text: roster.text, signedBy: root).bytes, author: nil, identity: identity,
            today: day())
        let drop: @Sendable (Submission) async throws -> Accepted = {
            Accepted(day: day(), entry: $0.entry)
        }
        gateway = Gateway(
            dropBox: dropBox, identity: identity, promiseSigner: promise,
            accept: isStoring ? nil : drop, now: clock)
    }

    /// Runs `body` with the port, while it serves.
    func whileServing<Value: Sendable>(
        _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> Value {
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        let application = GatewayServer.application(gateway, host: "127.0.0.1", port: 0) {
            running.yield($0)
        }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            var iterator = ports.makeAsyncIterator()
            guard let port = await iterator.next() else { throw CancellationError() }
            let value = try await body(port)
            group.cancelAll()
            return value
        }
    }
}

/// An envelope of three stanzas that nobody can open.
func sealedReport() throws -> [UInt8] {
    try AgeFile.seal(
        randomBytes(EnvelopeShape.reportPlaintextByteCount),
        to: (0..<EnvelopeShape.reportStanzaCount).map { _ in HybridIdentity().recipient })
}
