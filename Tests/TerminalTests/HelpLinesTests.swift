import Foundation
import Terminal
import Testing
import TransparencyLog

/// The directory is written in two languages of program; both say the same.
struct HelpLinesTests {
    @Test func thePageHasTheSameLines() throws {
        let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let page = try String(
            contentsOfFile: folder + "/Sources/Page/scripts/help-lines.mjs", encoding: .utf8)
        let lines = page.matches(of: /\["[A-Za-z0-9]+", "([^"]+)", "([^"]+)"\]/).map {
            [String($0.output.1), String($0.output.2)]
        }
        let ours = HelpLine.all.map { [$0.name, $0.contact] }
        #expect(lines == ours)
        #expect(page.contains("asOf = \"\(HelpLine.asOf.text)\""))
        #expect(page.contains("freshDays = \(HelpLine.freshDays)"))
    }
}
