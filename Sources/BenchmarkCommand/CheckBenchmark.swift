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

extension CoveredScene {
    /// The fixed set, and everything looked up in it.
    fileprivate func check() async throws -> (bytes: Int, seconds: Double) {
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
