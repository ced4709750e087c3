import Foundation
import Sodium

/// Reads `Tests/Vectors`: `name: value` lines, hexadecimal unless the file says otherwise.
enum VectorFile {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Vectors")

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }

    static func values(_ path: String) throws -> [String: String] {
        let text = String(decoding: try bytes(path), as: UTF8.self)
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let colon = line.range(of: ": ") else { continue }
            values[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
        }
        return values
    }
}

/// 32 bytes counting up from `first`: how the vectors make their seeds.
func countingSeed(from first: UInt8) -> SecretBytes {
    SecretBytes(copying: (0..<32).map { first + $0 })
}
