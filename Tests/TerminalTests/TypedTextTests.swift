import Reporting
import Testing

@testable import Terminal

@Suite struct TypedTextTests {
    let console = Console(language: .en)

    @Test func aLineWithWhatIsNotTextIsNotTaken() {
        #expect(console.understood([UInt8]("een\ttwee é".utf8)) == "een\ttwee é")
        for bytes in ["a\u{1B}[D", "a\u{7F}", "\u{0}", "\u{9B}"].map({ [UInt8]($0.utf8) }) {
            #expect(console.understood(bytes) == nil)
        }
        #expect(console.understood([0x61, 0xE9]) == nil, "not UTF-8")
        let most = Console.lineByteCount - 1
        #expect(console.understood(Array(repeating: 0x61, count: most))?.count == most)
        #expect(console.understood(Array(repeating: 0x61, count: most + 1)) == nil)
    }

    @Test func wholeLinesAreKept() {
        #expect(wholeLines(of: "een\ntwee\ndrie", capacity: 13) == "een\ntwee\ndrie")
        #expect(wholeLines(of: "een\ntwee\ndrie", capacity: 12) == "een\ntwee")
        #expect(
            wholeLines(of: "een\ntwee\ndrie", capacity: 8) == "een\ntwee", "just to a line's end")
        #expect(wholeLines(of: "een\n\ntwee", capacity: 6) == "een")
        #expect(wholeLines(of: "éénzinnigheid", capacity: 6) == "éénz", "a first line is cut")
        #expect(wholeLines(of: "aé", capacity: 2) == "a", "never within a character")
    }

    @Test func theExcessIsWhatHasToGo() {
        #expect(excess(of: "abc", over: 3) == nil)
        #expect(excess(of: "abé", over: 3) == "é")
    }
}
