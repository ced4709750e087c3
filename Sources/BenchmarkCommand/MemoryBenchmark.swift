import Foundation
import Glibc

/// The most memory each command takes for the main job, against a limit we set ourselves: a small
/// server, an old laptop.
///
/// Runs the commands beside this one, with the invented organisation of `Tests/EndToEnd/scene.sh`.
func measureMemory(_ report: BenchmarkReport) throws {
    let scene = FileManager.default.temporaryDirectory
        .appending(path: "sottovoce-memory-\(ProcessInfo.processInfo.processIdentifier)").path()
    let bin = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path()
    try FileManager.default.createDirectory(atPath: scene, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scene) }
    let port = 20_000 + Int.random(in: 0..<20_000)
    _ = try peakMiB(
        "/bin/bash",
        [
            "-ec",
            "bin=\(bin) scene=\(scene); . Tests/EndToEnd/scene.sh; make_organisation \(port); publish_notes",
        ])

    let gateway = Process()
    gateway.executableURL = URL(filePath: bin + "gateway")
    gateway.arguments = ["serve", scene + "/gateway", "--port", "\(port)"]
    gateway.standardOutput = FileHandle.nullDevice
    gateway.standardError = FileHandle.nullDevice
    try gateway.run()
    defer {
        gateway.terminate()
        gateway.waitUntilExit()
    }
    try waitForListener(port)

    let link = scene + "/organisation/organisation.link"
    let message = scene + "/message.txt"
    try Data("A report to measure with.\n".utf8).write(to: URL(filePath: message))
    var peaks: [String: Double] = [:]
    func run(_ command: String, _ arguments: [String]) throws {
        let peak = try peakMiB(bin + command, arguments)
        peaks[command] = max(peaks[command] ?? 0, peak)
    }
    let hers = [
        "--home", scene + "/intern-offline", "--passphrase-file", scene + "/intern.passphrase",
    ]
    // Whoever has not confirmed the list of readers is not offered.
    try run("counsellor", ["fetch", "--collector", scene + "/intern-online"])
    for _ in 0..<20 {
        try run(
            "reporter",
            [
                "file", "--organisation", link, "--to", "intern", "--message-file", message,
                "--yes",
                "--language", "en",
            ])
    }
    try run("counsellor", ["fetch", "--collector", scene + "/intern-online"])
    try run("counsellor", ["import", scene + "/intern-online/mirror"] + hers)
    peaks["gateway"] = try peakMiB(ofRunning: gateway.processIdentifier)
    for (name, limit) in [("gateway", 128.0), ("reporter", 192), ("counsellor", 512)] {
        try report.add(
            Measurement(
                "memory of \(name), peak", peaks[name] ?? 0, "MiB", peer: "limit, MiB", limit,
                atMost: 1))
    }
}

/// Runs a command to its end, its output thrown away. Throws when it fails.
func peakMiB(_ path: String, _ arguments: [String]) throws -> Double {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
        unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, path, &actions, nil, words, environ) == 0 else {
        throw BenchmarkFailure.commandFailed(path, status: -1)
    }
    var status: Int32 = 0
    var usage = rusage()
    guard unsafe wait4(process, &status, 0, &usage) == process, status == 0 else {
        throw BenchmarkFailure.commandFailed(path, status: status)
    }
    return Double(usage.ru_maxrss) / 1024
}

private func peakMiB(ofRunning process: Int32) throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (Double(line.filter(\.isNumber)) ?? 0) / 1024
}

private func waitForListener(_ port: Int) throws {
    for _ in 0..<100 {
        let connects = try? peakMiB("/bin/bash", ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port)"])
        if connects != nil { return }
        usleep(100_000)
    }
    throw BenchmarkFailure.commandFailed("gateway", status: -1)
}
