// Measures each thing a promise was made about, against a peer or a limit in the same run. It decides
// nothing: tests do.
import ArgumentParser

@main struct BenchmarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures Sottovoce against its peers and limits.")

    @Option(help: "Where the figures are kept as JSON lines.")
    var output = ".build/bench.jsonl"

    func run() async throws {
        let report = try BenchmarkReport(path: output)
        try measureReceiptCode(report)
        try measureEnvelopes(report)
        try measureOpening(report, count: 10_000)
        try measureAgeFiles(report)
        try await measureSubmissions(report)
        try measureMemory(report)
    }
}
