import DropBox
import Foundation
import Reporting
import Sodium
import TransparencyLog

/// The log: closing a day, starting with many entries, proving one, and what a collector does for one new
/// report in logs of growing size.
func measureLog(_ report: BenchmarkReport) async throws {
    for count in [1_000, 100_000] { try await measureClosing(report, count: count) }
    try measureProofs(report)
    try measureCollecting(report)
}

/// Against hashing the same entries into a tree alone; then opening the store again.
private func measureClosing(_ report: BenchmarkReport, count: Int) async throws {
    let folder = try ScratchFolder()
    let log = try NoteSigner(name: "bench.example")
    let path = folder.path + "/drop-box.sqlite"
    let day = Day("2026-11-24") ?? Day(number: 0)
    let template = try ReportTemplate()
    var entries: [LogEntry] = []
    do {
        let dropBox = try DropBox(path: path, log: log, today: { day })
        for start in stride(from: 0, to: count, by: 512) {
            let submissions = (start..<min(start + 512, count)).compactMap { _ in
                let bytes = template.fresh()
                return Submission(
                    kind: .report, tag: [UInt8](bytes.prefix(LogEntry.tagByteCount)),
                    envelope: [UInt8](bytes.dropFirst(LogEntry.tagByteCount)))
            }
            entries += submissions.map(\.entry)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for submission in submissions {
                    group.addTask { _ = try await dropBox.accept(submission) }
                }
                try await group.waitForAll()
            }
        }
        let closing = try medianSeconds(runs: 1) { _ = try dropBox.closeDays(through: day) }
        let hashing = medianSeconds(runs: 1) {
            var edge = TreeEdge()
            for entry in entries.sorted() {
                edge.append(leafHash: MerkleTree.leafHash(entry.bytes))
            }
            precondition(edge.size == count)
        }
        try report.add(
            Measurement(
                "close a day of \(count) envelopes", closing * 1e6 / Double(count), "µs each",
                peer: "sorting and hashing the entries alone", hashing * 1e6 / Double(count),
                atMost: 500))
    }
    let restart = try medianSeconds(runs: 3) {
        _ = try DropBox(path: path, log: log, today: { day.adding(1) })
    }
    try report.add(
        Measurement(
            "start with \(count) entries", restart * 1e3, "ms", peer: "aim in ms", 1_000, atMost: 1)
    )
}

/// The levels of a tree of made-up leaves.
private struct Levels {
    var rows: [[[UInt8]]]

    init(size: Int) {
        rows = [(0..<size).map { MerkleTree.leafHash(bigEndian(UInt64($0))) }]
        while let row = rows.last, row.count > 1 {
            rows.append(
                stride(from: 0, to: row.count - 1, by: 2).map {
                    MerkleTree.nodeHash(row[$0], row[$0 + 1])
                })
        }
    }
}

/// A proof in a log a hundred times as long costs little more: it has log2 n hashes, 20 for 13, though they lie
/// farther apart in memory.
private func measureProofs(_ report: BenchmarkReport) throws {
    var small = 0.0
    for size in [10_000, 1_000_000] {
        let levels = Levels(size: size)
        let seconds = medianSeconds {
            for step in 0..<1_000 {
                let proof = InclusionProof(index: step * (size / 1_000), size: size) {
                    (height, index) throws(Never) in levels.rows[height][index]
                }
                precondition(proof.hashes.count <= 20)
            }
        }
        let each = seconds * 1e3
        if small == 0 {
            small = each
            continue
        }
        try report.add(
            Measurement(
                "inclusion proof in 1,000,000 entries", each, "µs",
                peer: "the same in 10,000, µs", small, atMost: 4))
    }
}

/// One new entry, from the tree seen before: bytes of the bundle to fetch, and seconds to check it.
private func measureCollecting(_ report: BenchmarkReport) throws {
    let log = try NoteSigner(name: "bench.example")
    var smallest: (bytes: Double, seconds: Double)?
    for size in [10_000, 100_000, 1_000_000] {
        var edge = TreeEdge()
        for number in 0..<size {
            edge.append(leafHash: MerkleTree.leafHash(bigEndian(UInt64(number))))
        }
        guard
            let entry = LogEntry(kind: .report, hash: randomBytes(32), tag: randomBytes(16)),
            let tile = Tile(
                .entries, number: size / Tile.fullWidth, inTreeOfSize: size + 1)
        else { continue }
        var next = edge
        next.append(leafHash: MerkleTree.leafHash(entry.bytes))
        let note = try Checkpoint(origin: "bench.example", head: next.head).signed(by: log)
        let days = LogDays(
            firstEntry: 0, records: [LogDays.Record(day: Day("2026-11-24"), note: note)])
        let start = edge
        let seconds = try medianSeconds {
            for _ in 0..<100 {
                _ = try LogView(
                    log: log.verifierKey, days: days, checkpoint: note, start: start,
                    entries: [entry])
            }
        }
        let bytes = Double(tile.width * (2 + LogEntry.byteCount) + note.bytes.count)
        if let smallest {
            try report.add(
                Measurement(
                    "collector's bytes a new report, \(size)", bytes, "B",
                    peer: "a full bundle", Double(Tile.fullWidth * (2 + LogEntry.byteCount)),
                    atMost: 1.05))
            try report.add(
                Measurement(
                    "collector's check of a new report, \(size)", seconds * 1e4, "µs",
                    peer: "the same in 10,000 entries", smallest.seconds * 1e4, atMost: 1.5))
        } else {
            smallest = (bytes, seconds)
        }
    }
}
