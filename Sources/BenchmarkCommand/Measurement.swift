import Foundation

/// One figure and, from the same run, the figure it is to be held against.
struct Measurement: Encodable {
    let name: String
    let value: Double
    let unit: String
    let peer: String
    let peerValue: Double
    /// How the value compares: value ÷ peer where more is better, peer's share of it where less is.
    let ratio: Double
    let aim: String
    let met: Bool

    /// - Parameter atLeast: the aim: value ÷ peerValue is at least this.
    init(
        _ name: String, _ value: Double, _ unit: String, peer: String, _ peerValue: Double,
        atLeast: Double
    ) {
        self.init(
            name: name, value: value, unit: unit, peer: peer, peerValue: peerValue,
            ratio: value / peerValue, aim: "at least \(Self.text(atLeast)) ×",
            met: value / peerValue >= atLeast)
    }

    /// - Parameter atMost: the aim: value ÷ peerValue is at most this.
    init(
        _ name: String, _ value: Double, _ unit: String, peer: String, _ peerValue: Double,
        atMost: Double
    ) {
        self.init(
            name: name, value: value, unit: unit, peer: peer, peerValue: peerValue,
            ratio: value / peerValue, aim: "at most \(Self.text(atMost)) ×",
            met: value / peerValue <= atMost)
    }

    private init(
        name: String, value: Double, unit: String, peer: String, peerValue: Double, ratio: Double,
        aim: String, met: Bool
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.peer = peer
        self.peerValue = peerValue
        self.ratio = ratio
        self.aim = aim
        self.met = met
    }

    static func text(_ number: Double) -> String {
        number >= 100 ? String(Int(number.rounded())) : String(format: "%.3g", number)
    }
}

/// Collects measurements, prints each as it comes, and keeps them as JSON lines.
final class BenchmarkReport {
    private let file: FileHandle

    /// - Parameter path: replaced; one JSON object a line.
    init(path: String) throws {
        try FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        self.file = file
        print(row("what", "measured", "against", "ratio", "aim", ""))
        print(String(repeating: "-", count: 118))
    }

    func add(_ measurement: Measurement) throws {
        print(
            row(
                measurement.name, "\(Measurement.text(measurement.value)) \(measurement.unit)",
                "\(measurement.peer): \(Measurement.text(measurement.peerValue))",
                Measurement.text(measurement.ratio), measurement.aim,
                measurement.met ? "met" : "NOT MET"))
        fflush(nil)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try file.write(contentsOf: encoder.encode(measurement) + Data("\n".utf8))
    }

    private func row(_ columns: String...) -> String {
        zip(columns, [44, 16, 44, 7, 14, 8])
            .map { $0.padding(toLength: max($1, $0.count), withPad: " ", startingAt: 0) }
            .joined(separator: " ")
    }
}

/// Seconds that `body` takes, the median of `runs`.
func medianSeconds(runs: Int = 5, _ body: () throws -> Void) rethrows -> Double {
    var times: [Double] = []
    for _ in 0..<runs {
        let start = ContinuousClock.now
        try body()
        let elapsed = ContinuousClock.now - start
        times.append(
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
    }
    return times.sorted()[runs / 2]
}
