import Foundation

/// Sealing and opening a file of 1 GiB to disk, against Debian's `age` with the same X25519 key, and the
/// memory it takes.
func measureAgeFiles(_ report: BenchmarkReport) throws {
    let folder = URL(filePath: ".build/bench-age").path()
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let bin = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path()
    let megabytes = 1024.0 * 1.048_576
    _ = try shell(
        "cd \(folder); age-keygen -o key 2>/dev/null; age-keygen -y key > to; head -c 1G /dev/urandom > plain"
    )
    let seal = (
        ours: "exec \(bin)counsellor seal-file --to $(cat to) plain > ours.age",
        peers: "exec age -r $(cat to) plain > peers.age"
    )
    let open = (
        ours: "exec \(bin)counsellor open-file --identity key peers.age > ours.plain",
        peers: "exec age -d -i key ours.age > peers.plain"
    )
    for (name, commands) in [("seal", seal), ("open", open)] {
        // In turn, so that neither finds the disk busier than the other.
        var own: [Run] = []
        var peer: [Run] = []
        for _ in 0..<3 {
            own.append(try shell("cd \(folder); \(commands.ours)"))
            peer.append(try shell("cd \(folder); \(commands.peers)"))
        }
        try report.add(
            Measurement(
                "age: \(name) 1 GiB to disk", megabytes / own.medianSeconds, "MB/s",
                peer: "Debian's age, MB/s", megabytes / peer.medianSeconds, atLeast: 1))
        try report.add(
            Measurement(
                "age: memory to \(name) 1 GiB", own.map(\.peakMiB).max() ?? 0, "MiB",
                peer: "limit, MiB", 64, atMost: 1))
    }
    _ = try shell("cd \(folder); cmp plain ours.plain && cmp plain peers.plain")
}

/// What one run of a command took.
private struct Run {
    let seconds: Double
    let peakMiB: Double
}

private func shell(_ script: String) throws -> Run {
    let start = ContinuousClock.now
    let peak = try peakMiB("/bin/bash", ["-ec", script])
    let elapsed = (ContinuousClock.now - start).components
    return Run(
        seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18, peakMiB: peak)
}

extension [Run] {
    fileprivate var medianSeconds: Double { map(\.seconds).sorted()[count / 2] }
}
