internal import DurableFiles
internal import Foundation
internal import Reporting

/// The collector's own commands, run as they are, where this machine may go online: the desk itself opens
/// no connection and has no key that the gateway would take.
struct CollectorRun: Sendable {
    /// What a command said, line by line, and whether it ended well.
    struct Outcome: Sendable {
        let isDone: Bool
        let lines: [String]
    }

    /// The desk is a command of `counsellor`.
    private static let program = "/proc/self/exe"
    /// The collector's folder.
    let folder: String

    /// Whether this machine has a collector at all; otherwise its work is done on another.
    var isHere: Bool { DurableFile.exists(folder + "/anchor") }

    /// Where an outbox waits for `counsellor post`, which empties it.
    var outbox: String { folder + "/outbox" }

    /// Runs `counsellor` with these arguments, and waits for its end. Throws when it can't be started.
    func callAsFunction(
        _ arguments: [String], proxy: String, language: Language
    ) async throws -> Outcome {
        var arguments = arguments + ["--collector", folder, "--language", language.rawValue]
        if !proxy.isEmpty { arguments += ["--proxy", proxy] }
        let command = Process()
        command.executableURL = URL(filePath: Self.program)
        command.arguments = arguments
        command.standardInput = FileHandle.nullDevice
        let output = Pipe()
        command.standardOutput = output
        command.standardError = output
        try command.run()
        let said = await Self.read(output.fileHandleForReading)
        command.waitUntilExit()
        return Outcome(
            isDone: command.terminationStatus == 0,
            lines: String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    /// To its end, on a thread that may wait.
    private static func read(_ file: FileHandle) async -> Data {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: (try? file.readToEnd()) ?? Data())
            }
        }
    }
}
