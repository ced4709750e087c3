import Age
import DropBox
import Foundation
import Gateway
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Reporting
import Sodium
import Synchronization
import TransparencyLog

/// A gateway with a store of its own, an invented organisation, and a clock that stands where it is put.
final class InventedGateway: Sendable {
    static let address = "https://meld.linde.example"

    struct Person: Sendable {
        let counsellor: Roster.Counsellor
        let request: NoteSigner
        let notes: NoteSigner
        let collector: NoteSigner
        let imported: NoteSigner
        let identity: HybridIdentity
    }

    let folder: String
    let gateway: Gateway
    let root: NoteSigner
    let second: NoteSigner
    let promise: NoteSigner
    let log: NoteSigner
    let persons: [Person]
    let roster: Roster
    private let clock = Clock()

    /// Stands still; begins on 2026-11-24.
    private final class Clock: Sendable {
        let seconds = Mutex(1_795_510_000)
    }

    init(openDayLimit: Int? = nil, work: WorkRules = WorkRules()) throws {
        folder = NSTemporaryDirectory() + "gateway-" + Hex.encode(randomBytes(8))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        root = try NoteSigner(name: "linde.example/root")
        second = try NoteSigner(name: "linde.example/second")
        promise = try NoteSigner(name: "meld.linde.example/promise")
        log = try NoteSigner(name: "meld.linde.example")
        let identity = GatewayIdentity(
            origin: "meld.linde.example", address: Self.address, log: log.verifierKey,
            promise: promise.verifierKey)
        let today = Day("2026-11-24")!
        persons = try ["anna", "bram"].map { id in
            let request = try NoteSigner(name: "linde.example/\(id)/request")
            let notes = try NoteSigner(name: "linde.example/\(id)/notes")
            let collector = try NoteSigner(
                name: "linde.example/\(id)/collector", type: .cosignature)
            let imported = try NoteSigner(name: "linde.example/\(id)/imported", type: .cosignature)
            return Person(
                counsellor: Roster.Counsellor(
                    id: id, name: "Counsellor \(id)", role: .external, languages: [.nl, .en],
                    request: request.verifierKey,
                    collector: collector.verifierKey, imported: imported.verifierKey,
                    notes: notes.verifierKey,
                    threadKey: KeyExchangePrivateKey(seed: .random(byteCount: 32)).publicKey,
                    since: today), request: request, notes: notes,
                collector: collector, imported: imported, identity: HybridIdentity())
        }
        roster = Roster(
            serial: 1, organisation: "Zorggroep De Linde", genesis: root.verifierKey,
            roots: [root.verifierKey, second.verifierKey], gateways: [Self.address],
            log: log.verifierKey, promise: promise.verifierKey, issued: today,
            expires: today.adding(300), counsellors: persons.map(\.counsellor))
        let now: @Sendable () -> Int = { [clock] in clock.seconds.withLock { $0 } }
        gateway = Gateway(
            dropBox: try DropBox(
                path: folder + "/drop-box.sqlite", log: log, checkpointPath: folder + "/checkpoint",
                openDayLimit: openDayLimit
            ) { Day(secondsSince1970: now()) }, identity: identity, promiseSigner: promise,
            work: work, now: now)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Seconds since 1970.
    var now: Int {
        get { clock.seconds.withLock { $0 } }
        set { clock.seconds.withLock { $0 = newValue } }
    }

    func signed(_ roster: Roster, by signers: [NoteSigner]? = nil) throws -> [UInt8] {
        var note = try SignedNote(text: roster.text)
        for signer in signers ?? [root, second] { note.add(signer) }
        return note.bytes
    }

    func publishRoster() async throws {
        _ = try await gateway.dropBox.publish(
            signed(roster), author: nil, identity: gateway.identity, today: gateway.today)
    }

    func hours(_ person: Int, serial: Int = 1, by signer: NoteSigner? = nil) throws -> [UInt8] {
        let note = HoursNote(
            serial: serial, genesis: roster.genesis, counsellor: persons[person].counsellor.id,
            day: Day("2026-11-24")!, reads: [0, 3])
        return try SignedNote(text: note.text, signedBy: signer ?? persons[person].notes).bytes
    }

    /// An envelope as our own code seals it: three stanzas for a report, one for a reply.
    func envelope(_ kind: EntryKind) throws -> [UInt8] {
        let (stanzas, plaintext) =
            kind == .report
            ? (3, EnvelopeShape.reportPlaintextByteCount)
            : (1, EnvelopeShape.replyPlaintextByteCount)
        return try AgeFile.seal(
            randomBytes(plaintext), to: (0..<stanzas).map { _ in HybridIdentity().recipient })
    }

    func posted(_ kind: EntryKind, tag: [UInt8] = randomBytes(16)) throws -> [UInt8] {
        try tag + envelope(kind)
    }

    /// Fields for a request signed now, by person's request key unless told otherwise.
    func fields(
        _ method: HTTPRequest.Method, _ target: String, body: [UInt8]? = nil, person: Int = 0,
        key: Ed25519PrivateKey? = nil, created: Int? = nil, nonce: [UInt8] = randomBytes(16)
    ) -> HTTPFields {
        let signer = persons[person].request
        let signed = RequestSignature.sign(
            .init(method: method.rawValue, target: target, body: body), created: created ?? now,
            nonce: nonce, keyName: signer.verifierKey.name, key: key ?? signer.key)
        var fields = HTTPFields()
        fields[HTTPField.Name("Signature-Input")!] = signed.signatureInput
        fields[HTTPField.Name("Signature")!] = signed.signature
        if let digest = signed.contentDigest { fields[HTTPField.Name("Content-Digest")!] = digest }
        fields[.contentType] =
            ["/notes", "/cosignatures"].contains(target)
            ? "text/plain; charset=utf-8" : "application/octet-stream"
        return fields
    }

    /// Runs `body` with a client of this gateway's router.
    func test(
        publishing: Bool = true, _ body: @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        if publishing { try await publishRoster() }
        try await GatewayServer.application(gateway, host: "127.0.0.1", port: 0)
            .test(.router, body)
    }
}

extension TestClientProtocol {
    func send(
        _ method: HTTPRequest.Method, _ target: String, _ body: [UInt8]? = nil,
        fields: HTTPFields? = nil
    ) async throws -> TestResponse {
        try await execute(
            uri: target, method: method,
            headers: fields ?? [.contentType: "application/octet-stream"],
            body: body.map { ByteBuffer(bytes: $0) })
    }
}

extension TestResponse {
    var bytes: [UInt8] { [UInt8](body.readableBytesView) }
    var text: String { String(buffer: body) }
}
