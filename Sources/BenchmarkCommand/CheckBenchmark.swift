import Age
import DropBox
import Foundation
import Gateway
import GatewayClient
import Reporting
import Sodium
import TransparencyLog

/// What a reporter's `check` costs: bytes fetched, and seconds from the first request to every label
/// looked up, from a gateway on this machine. Six months of default cover of two counsellors, for which the
/// aims are 3.5 MB and 2 s; then logs of more entries, against the bytes of those entries beside that.
func measureCheck(_ report: BenchmarkReport) async throws {
    let days = CoveredScene.days
    let (cover, seconds) = try await CoveredScene(reportsADay: 8).check()
    try report.add(
        Measurement(
            "check, six months of cover: fetched", Double(cover) / 1e6, "MB", peer: "aim in MB",
            3.5, atMost: 1))
    try report.add(
        Measurement(
            "check, six months of cover: time", seconds, "s", peer: "aim in s", 2, atMost: 1))
    for entries in [1_000, 10_000] {
        let (bytes, seconds) = try await CoveredScene(reportsADay: entries / days).check()
        let more = cover + (entries - 8 * days) * (2 + LogEntry.byteCount)
        try report.add(
            Measurement(
                "check, \(entries) reports: fetched", Double(bytes) / 1e6, "MB",
                peer: "cover and 51 B each, MB", Double(more) / 1e6, atMost: 1.05))
        try report.add(
            Measurement(
                "check, \(entries) reports: time", seconds, "s", peer: "aim in s", 2, atMost: 1))
    }
}

/// A served organisation of two counsellors with six months behind it, each day closed and cosigned.
private final class CoveredScene {
    static let days = 180
    private let folder: ScratchFolder
    private let served: ServedOrganisation

    init(reportsADay: Int) async throws {
        let folder = try ScratchFolder()
        self.folder = folder
        let clock = MovableClock(daysAgo: Self.days)
        let root = try NoteSigner(name: "bench.example/root")
        let persons = try ["intern", "extern"].map { try Person($0, since: clock.day) }
        served = try await ServedOrganisation(
            folder: folder.path, isStoring: true, root: root, clock: clock,
            counsellors: persons.map(\.counsellor))
        for person in persons {
            try await served.publish(
                SignedNote(
                    text: KeysNote(
                        serial: 1, genesis: root.verifierKey, counsellor: person.counsellor.id,
                        months: (0..<13).map {
                            .init(
                                month: clock.day.month.adding($0),
                                recipient: HybridIdentity().recipient)
                        }
                    ).text, signedBy: person.notes))
        }
        let template = try ReportTemplate()
        for _ in 0..<Self.days {
            for _ in 0..<reportsADay {
                try await served.accept(template.fresh(), kind: .report)
            }
            for _ in persons {
                try await served.accept(
                    randomBytes(LogEntry.tagByteCount)
                        + randomBytes(EnvelopeShape.replyByteCount), kind: .reply)
            }
            clock.addDay()
            try served.close(before: clock.day)
            for person in persons {
                try await served.cosign(by: [person.collector, person.imported], day: clock.day)
            }
        }
    }

    /// The fixed set, and everything looked up in it.
    func check() async throws -> (bytes: Int, seconds: Double) {
        let (root, clock, identity) = (served.root, served.clock, served.identity)
        return try await served.whileServing { port -> (bytes: Int, seconds: Double) in
            let anchor = try TrustAnchor(
                gateway: identity.address, keys: [root.verifierKey])
            let client = try GatewayClient(GatewayAddress("http://127.0.0.1:\(port)"))
            let start = ContinuousClock.now
            let set = try await client.fixedSet(anchor: anchor, today: clock.day)
            let keys = try ReceiptKeys(
                entropy: ReceiptCode().entropy, genesis: root.verifierKey)
            let log = try set.log.get()
            let own = keys.entries(in: log)
            let labels = ThreadLabels(keys, set.organisation)
            let found = set.replies.filter { labels[$0.label] != nil }
            let elapsed = ContinuousClock.now - start
            precondition(own.isEmpty && found.isEmpty)
            let bytes =
                set.replies.count * (EnvelopeShape.tagByteCount + EnvelopeShape.replyByteCount)
                + log.entries.count * (2 + LogEntry.byteCount)
                + log.shown.reduce(0) { $0 + $1.note.bytes.count }
            await client.close()
            return (
                bytes,
                Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
            )
        }
    }
}

/// A counsellor's public keys, and those that are needed here.
private struct Person {
    let notes: NoteSigner
    let collector: NoteSigner
    let imported: NoteSigner
    let counsellor: Roster.Counsellor

    init(_ id: String, since: Day) throws {
        func signer(_ name: String, _ type: SignatureType = .ed25519) throws -> NoteSigner {
            try NoteSigner(name: "bench.example/\(id)/\(name)", type: type)
        }
        notes = try signer("counsellor")
        collector = try signer("collector", .cosignature)
        imported = try signer("imported", .cosignature)
        counsellor = Roster.Counsellor(
            id: id, name: id, role: .internal, languages: [.en],
            request: try signer("request").verifierKey, collector: collector.verifierKey,
            imported: imported.verifierKey, notes: notes.verifierKey,
            threadKey: KeyExchangePrivateKey(seed: .random(byteCount: 32)).publicKey, since: since)
    }
}
