import Age
import DropBox
import Foundation
import Gateway
import Hummingbird
import Reporting
import Sodium
import Synchronization
import TransparencyLog

/// A gateway of an invented organisation, served in this process.
struct ServedOrganisation {
    let root: NoteSigner
    let identity: GatewayIdentity
    let clock: MovableClock
    private let gateway: Gateway

    /// - Parameters:
    ///   - storing: what it does with what is posted.
    ///   - address: that its roster names.
    init(
        folder: String, storing: Storing = .logged, root: NoteSigner? = nil,
        clock moved: MovableClock = MovableClock(daysAgo: 0),
        counsellors: [Roster.Counsellor] = [],
        address: String = "https://bench.example", page: ServedPage? = nil
    ) async throws {
        self.clock = moved
        let clock: @Sendable () -> Int = { moved.seconds }
        let day: @Sendable () -> Day = { moved.day }
        let (log, promise) = (
            try NoteSigner(name: "bench.example"), try NoteSigner(name: "bench.example/promise")
        )
        identity = GatewayIdentity(
            origin: "bench.example", address: address, log: log.verifierKey,
            promise: promise.verifierKey)
        let dropBox = try DropBox(path: folder + "/drop-box.sqlite", log: log, today: day)
        let root = try root ?? NoteSigner(name: "bench.example/root")
        self.root = root
        let roster = Roster(
            serial: 1, organisation: "Bench", genesis: root.verifierKey, roots: [root.verifierKey],
            gateways: [identity.address], log: log.verifierKey, promise: promise.verifierKey,
            issued: day(), expires: day().adding(Roster.longestValidity),
            counsellors: counsellors)
        _ = try await dropBox.publish(
            SignedNote(text: roster.text, signedBy: root).bytes, author: nil, identity: identity,
            today: day())
        let (store, answer) = try storing.parts(folder: folder, today: day)
        gateway = Gateway(
            dropBox: dropBox, identity: identity, promiseSigner: promise, accept: store,
            promise: answer, page: page, work: .never, now: clock)
    }

    /// Logs a counsellor's note.
    func publish(_ note: SignedNote) async throws {
        _ = try await gateway.dropBox.publish(
            note.bytes, author: nil, identity: identity, today: clock.day)
    }

    /// Stores tag ‖ envelope.
    func accept(_ posted: [UInt8], kind: EntryKind) async throws {
        guard
            let submission = Submission(
                kind: kind, tag: [UInt8](posted.prefix(LogEntry.tagByteCount)),
                envelope: [UInt8](posted.dropFirst(LogEntry.tagByteCount)))
        else { preconditionFailure("an envelope has its size") }
        _ = try await gateway.dropBox.accept(submission)
    }

    /// Stores so many reports, 512 at a time.
    func fill(_ count: Int) async throws {
        let template = try ReportTemplate()
        for start in stride(from: 0, to: count, by: 512) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in start..<min(start + 512, count) {
                    group.addTask { try await accept(template.fresh(), kind: .report) }
                }
                try await group.waitForAll()
            }
        }
    }

    /// Closes the days before `day`.
    func close(before day: Day) throws {
        _ = try gateway.dropBox.closeDays(through: day.adding(-1), identity: identity)
    }

    /// Cosigns the newest checkpoint.
    func cosign(by cosigners: [NoteSigner], day: Day) async throws {
        var note = try SignedNote(text: try await gateway.dropBox.checkpoint().text)
        let head = try Checkpoint(text: note.text).head
        for cosigner in cosigners {
            note.cosign(cosigner, day: day)
            for signature in note.signatures(of: cosigner.verifierKey) {
                try await gateway.dropBox.cosign(head, day: day, signature: signature)
            }
        }
    }

    /// Runs `body` with the port, while it serves.
    func whileServing<Value: Sendable>(
        port: Int = 0, _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> Value {
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        let application = GatewayServer.application(gateway, host: "127.0.0.1", port: port) {
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

/// A clock that stands at noon of a day and is moved by hand.
final class MovableClock: Sendable {
    private let number: Atomic<Int>

    /// - Parameter days: before today.
    init(daysAgo days: Int) {
        number = Atomic(
            Day(secondsSince1970: Int(Date().timeIntervalSince1970)).number - days)
    }

    var day: Day { Day(number: number.load(ordering: .relaxed)) }
    var seconds: Int { day.number * 86_400 + 43_200 }
    func addDay() { number.add(1, ordering: .relaxed) }
}

/// An envelope of three stanzas that nobody can open.
func sealedReport() throws -> [UInt8] {
    try AgeFile.seal(
        randomBytes(EnvelopeShape.reportPlaintextByteCount),
        to: (0..<EnvelopeShape.reportStanzaCount).map { _ in HybridIdentity().recipient })
}
