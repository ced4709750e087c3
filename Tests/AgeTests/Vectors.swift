import Foundation

/// Tests/Vectors/NAME, found from this source file.
func vector(_ name: String) throws -> [UInt8] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: tests.appendingPathComponent("Vectors/" + name)))
}
