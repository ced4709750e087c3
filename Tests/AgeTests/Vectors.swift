import Foundation

/// Tests/Vectors, found from this source file.
let vectorFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Vectors")

/// The file NAME below it.
func vector(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: vectorFolder.appendingPathComponent(name)))
}
