import Foundation
import Sodium

/// Tests/Vectors/receipt-code.txt, made by an independent implementation.
enum ReceiptCodeVectors {
    /// Eleven bytes and their ten symbols.
    struct Valid: Sendable {
        let entropy: [UInt8]
        let symbols: [UInt16]
    }

    /// A code with one wrong symbol, and the one to offer.
    struct OneWrong: Sendable {
        let symbols: [UInt16]
        let position: Int
        let symbol: UInt16
    }

    static let valid = lines("valid").map {
        Valid(entropy: Hex.decode($0[0])!, symbols: numbers($0[1...]))
    }
    static let oneWrong = lines("one-wrong").map {
        // … ten symbols -> position P symbol S
        OneWrong(symbols: numbers($0[..<10]), position: Int($0[12])!, symbol: UInt16($0[14])!)
    }
    static let swapped = lines("refuse").map { numbers($0[1...]) }

    private static func lines(_ kind: String) -> [[String]] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Vectors/receipt-code.txt")
        let text = try! String(contentsOf: file, encoding: .utf8)
        return text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            .filter { $0.first == kind }.map { Array($0.dropFirst()) }
    }

    private static func numbers(_ fields: ArraySlice<String>) -> [UInt16] {
        fields.map { UInt16($0)! }
    }
}
