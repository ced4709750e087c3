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
        let durable = try await submissionsPerSecond(connections: connections, storing: .logged)
        let dropped = try await submissionsPerSecond(connections: connections, storing: .nothing)
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
    let plain = try await submissionsPerSecond(connections: 16, storing: .unlogged)
    let first = try await submissionsPerSecond(connections: 16, storing: .logged)
    try report.add(
        Measurement(
            "durable reports, with the log", first, "/s", peer: "same server, no log, no promise",
            plain, atLeast: 0.9))
    let logged = 20_000
    let later = try await submissionsPerSecond(connections: 16, storing: .logged, logged: logged)
    try report.add(
        Measurement(
            "durable reports, \(logged) logged before", later, "/s", peer: "with an empty log",
            first, atLeast: 0.9))
}

/// - Parameter logged: entries of a day that was closed before.
private func submissionsPerSecond(
    connections: Int, storing: Storing, logged: Int = 0
) async throws -> Double {
    let folder = try ScratchFolder()
    let clock = MovableClock(daysAgo: logged > 0 ? 1 : 0)
    let served = try await ServedOrganisation(
        folder: folder.path, storing: storing, clock: clock)
    if logged > 0 {
        try await served.fill(logged)
        clock.addDay()
        try served.close(before: clock.day)
    }
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

/// A folder for a benchmark's files, on the disk of the build; removed when it goes, or at the next run when this
/// one was stopped.
final class ScratchFolder {
    private static let parent = ".build"
    let path = "\(parent)/bench-\(getpid())-" + Hex.encode(randomBytes(6))

    init() throws {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: Self.parent)) ?? [] {
            let parts = name.split(separator: "-")
            guard parts.count == 3, parts[0] == "bench", let process = Int32(parts[1]),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(Self.parent)/\(name)")
        }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
