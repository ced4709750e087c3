internal import Casework
internal import DurableFiles
internal import Foundation
internal import Reporting
internal import TransparencyLog

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

    /// The organisation's address; nil where no collector is.
    var host: String? {
        guard let link = try? DurableFile.read(folder + "/anchor", limit: 4_096) else { return nil }
        return try? TrustAnchor(link: String(decoding: link, as: UTF8.self)).host
    }

    /// Where an outbox waits for `counsellor post`, which empties it.
    var outbox: String { "\(folder)/\(CollectorFolder.outboxName)" }

    /// Whether a person let it go online, so that the daily timer does too.
    var isOnline: Bool { CollectorFolder.isOnline(folder) }

    func set(online: Bool) throws { try CollectorFolder.set(online: online, in: folder) }

    /// Runs `counsellor` with these arguments, and waits for its end. Throws when it can't be started.
    func callAsFunction(_ arguments: [String], language: Language) async throws -> Outcome {
        let arguments = arguments + ["--collector", folder, "--language", language.rawValue]
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
            lines: String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
                .filter { !Self.isForTerminal($0) }.map(Self.sentence))
    }

    /// A hint that names a command or an option: here is a screen for it.
    private static func isForTerminal(_ line: String) -> Bool {
        line.hasPrefix("hint: ") && (line.contains("counsellor ") || line.contains(" --"))
    }

    /// Without the label that a terminal gives it.
    private static func sentence(_ line: String) -> String {
        for label in ["error: ", "hint: "] where line.hasPrefix(label) {
            let text = line.dropFirst(label.count)
            return text.prefix(1).uppercased() + text.dropFirst()
        }
        return line
    }

    /// Through which proxy, as the commands take it; empty for none.
    func proxy() throws -> String { try CollectorFolder.proxy(in: folder) ?? "" }

    func choose(proxy: String) throws {
        try CollectorFolder.choose(proxy: proxy.isEmpty ? nil : proxy, in: folder)
    }

    /// Those in the list fetched last whom nobody has approved here. While another command has the folder, none.
    func unapproved(today: Day) -> [Roster.Counsellor] {
        guard let collector = try? CollectorFolder(opening: folder),
            let roster = try? collector.organisation(today: today).roster
        else { return [] }
        return (try? collector.memory.unapproved(in: roster)) ?? []
    }

    /// Approves one of them, as she was shown. Returns false, and approves nobody, when the list says something else
    /// of her by now.
    func approve(_ shown: String, today: Day) throws -> Bool {
        let collector = try CollectorFolder(opening: folder)
        let roster = try collector.organisation(today: today).roster
        guard let one = roster.counsellors.first(where: { Fingerprint.lines(of: $0) == shown })
        else { return false }
        try collector.memory.approve([one])
        return true
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
