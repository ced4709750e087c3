// Measures each thing a promise was made about, against a peer or a limit in the same run. It decides
// nothing: tests do.
import ArgumentParser

@main struct BenchmarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures Sottovoce against its peers and limits.",
        subcommands: [MeasureCommand.self, SceneCommand.self],
        defaultSubcommand: MeasureCommand.self)
}

struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Measure all, or the parts named.")

    @Option(help: "Where the figures are kept as JSON lines.")
    var output = ".build/bench.jsonl"

    @Argument(help: "Measure these alone, such as submissions; all when none is named.")
    var parts: [Part] = Part.allCases

    /// What can be measured by itself. Memory comes first: what the system says of a command's peak includes
    /// this program's own at the time it starts the command.
    enum Part: String, CaseIterable, ExpressibleByArgument {
        case memory
        case ageFiles = "age-files"
        case receiptCode = "receipt-code"
        case envelopes, opening, work, submissions, log, check
    }

    func run() async throws {
        let report = try BenchmarkReport(path: output)
        for part in parts {
            switch part {
            case .receiptCode: try measureReceiptCode(report)
            case .envelopes: try measureEnvelopes(report)
            case .opening: try measureOpening(report, count: 10_000)
            case .ageFiles: try measureAgeFiles(report)
            case .work: try measureWork(report)
            case .submissions: try await measureSubmissions(report)
            case .memory: try measureMemory(report)
            case .log: try await measureLog(report)
            case .check: try await measureCheck(report)
            }
        }
    }
}
