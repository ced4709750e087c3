import DropBox
import Foundation
import Gateway
import Hummingbird
import Reporting
import Sodium
import TransparencyLog

/// Durable submissions a second over HTTP, against the same server answering the same bodies without
/// storing them, and against bare SQLite committing as many rows a transaction. The aim is 60 % of the
/// slower. Client and server share this machine's cores in both runs.
func measureSubmissions(_ report: BenchmarkReport) async throws {
    for connections in [1, 16, 64] {
        let durable = try await submissionsPerSecond(connections: connections, isStoring: true)
        let dropped = try await submissionsPerSecond(connections: connections, isStoring: false)
        let bare = try bareRowsPerSecond(batch: connections)
        let (peer, value) =
            dropped < bare
            ? ("same server without storing (SQLite \(Measurement.text(bare)))", dropped)
            : ("bare SQLite (no storing \(Measurement.text(dropped)))", bare)
        try report.add(
            Measurement(
                "durable reports, \(connections) connection\(connections == 1 ? "" : "s")", durable,
                "/s", peer: peer, value, atLeast: 0.6))
    }
}

private func submissionsPerSecond(connections: Int, isStoring: Bool) async throws -> Double {
    let folder = try ScratchFolder()
    let served = try await ServedOrganisation(folder: folder.path, isStoring: isStoring)
    return try await served.whileServing { port in
        let envelope = try ReportTemplate()
        return try await LoadGenerator(port: port, connections: connections, seconds: 3)
            .answersPerSecond { envelope.fresh() }
    }
}

/// A report of the right shape, made different each time without sealing it again.
struct ReportTemplate: Sendable {
    private let envelope: [UInt8]

    init() throws { envelope = try sealedReport() }

    /// Tag ‖ envelope, with a tag and an end of its own.
    func fresh() -> [UInt8] {
        randomBytes(LogEntry.tagByteCount) + envelope.dropLast(32) + randomBytes(32)
    }
}

/// A folder for a benchmark's files, on the disk of the build; removed when it goes.
final class ScratchFolder {
    let path = ".build/bench-" + Hex.encode(randomBytes(6))

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
