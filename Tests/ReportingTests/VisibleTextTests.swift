import Testing

@testable import Reporting

@Suite struct VisibleTextTests {
    @Test(arguments: [
        "", " \n\t", "\u{200B}", "\u{A0}\u{2003}\u{3000}", "\u{FEFF}\u{2060}\n\u{AD}", "\u{202E}",
        "\u{E0041}",
    ])
    func nothingToSee(text: String) { #expect(VisibleText.isBlank(text)) }

    @Test(arguments: ["a", "\u{200B}.\u{200B}", "🙂", "é", "\n\n-"])
    func somethingToSee(text: String) { #expect(!VisibleText.isBlank(text)) }
}
