import Age
import Casework
import Dispatch
import Foundation
import Reporting
import Sodium
import TransparencyLog
import XWing

/// Opening many fetched reports on all cores, as `counsellor import` does, against the raw X-Wing
/// decapsulations that must be tried for them on the same cores.
func measureOpening(_ report: BenchmarkReport, count: Int) throws {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "sottovoce-bench-\(ProcessInfo.processInfo.processIdentifier)")
    let envelopes = folder.appending(path: "envelopes")
    try FileManager.default.createDirectory(at: envelopes, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    let day = Month(year: 2026, month: 11).firstDay.adding(14)
    var months = MonthKeys()
    months.extend(from: day.month, count: 1)
    guard let month = months.identities[day.month] else { return }
    let scene = try BenchmarkScene(month: month)
    var entries: [LoggedEntry] = []
    for _ in 0..<count {
        let sealed = try scene.seal()
        try Data(sealed.bytes).write(to: envelopes.appending(path: Hex.encode(sealed.hash)))
        entries.append(LoggedEntry(day: day, entry: sealed.entry))
    }

    let opener = Opener(
        mirror: Mirror(folder: folder.path()), months: months, id: "intern", thread: scene.thread)
    var opened = 0
    let own = try medianSeconds(runs: 3) {
        opened = try opener.open(entries).count {
            if case .opened(_, let proofs) = $0 { proofs.isAuthentic } else { false }
        }
    }
    guard opened == count else { throw BenchmarkFailure.notAllOpened(opened, of: count) }
    let limit = medianSeconds(runs: 3) {
        DispatchQueue.concurrentPerform(iterations: count) { _ in
            for _ in 0..<BenchmarkScene.decapsulationsTried { try? scene.decapsulate() }
        }
    }
    try report.add(
        Measurement(
            "open \(count) reports, all cores", own, "s", peer: "decapsulations tried, s", limit,
            atMost: 1.5))
}

/// What makes a figure worthless.
enum BenchmarkFailure: Error {
    case notAllOpened(Int, of: Int)
    case commandFailed(String, status: Int32)
}
