// The native half of the tests in Tests/Page: an organisation made of fixed seeds, whose counsellor opens what the
// WebAssembly build sealed and seals what it is to open, and whose log shows what is asked for. Not a product;
// byte strings pass as hexadecimal.
import Age
import Foundation
import Reporting
import Sodium
import TransparencyLog

/// Standard input: first a line of text, then lines of hexadecimal or of what the log is to hold.
private func run(_ command: String, _ values: [String]) throws -> String {
    let exchange = try Exchange()
    let text = readLine() ?? ""
    var lines: [String] = []
    while let line = readLine() { lines.append(line) }
    let posted = lines.first.flatMap { Hex.decode($0) } ?? []
    switch command {
    case "organisation": return try exchange.facts()
    case "open-report":
        let report = try exchange.open(posted).0.report
        return "\(report.kind.rawValue) \(report.sequence) \(report.about?.counsellor ?? "-") "
            + "\(report.track?.rawValue ?? "-") \(report.category?.rawValue ?? "-") "
            + "\(report.language?.rawValue ?? "-")\n" + report.body
    case "continues": return String(try exchange.continues(posted, text))
    case "seal-report": return Hex.encode(try exchange.sealReport(text))
    case "seal-reply":
        return Hex.encode(
            try exchange.reply(
                to: posted, text, number: Int(values[0]) ?? 0, kind: values[1], day: values[2]))
    case "promise": return Hex.encode(try exchange.promise(posted, day: values[0]))
    case "log": return try ShownLog(exchange, today: values[0], lines).text
    default: throw CocoaError(.featureUnsupported)
    }
}

do {
    let arguments = CommandLine.arguments.dropFirst()
    print(try run(arguments.first ?? "", [String](arguments.dropFirst())))
} catch {
    FileHandle.standardError.write(Data("refused: \(error)\n".utf8))
    exit(1)
}
