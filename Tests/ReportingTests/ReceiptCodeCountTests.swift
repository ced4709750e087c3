import Reporting
import Testing

@Suite struct ReceiptCodeCountTests {
    /// Some words of a list are two others written together (cup, board): they stay one.
    @Test(arguments: WordList.all.map(\.language))
    func nineWordsAreNine(_ language: Language) {
        for _ in 0..<200 {
            let words = ReceiptCode().words(in: .list(for: language))
            for position in [0, 4, 9] {
                var nine = words
                let missing = nine.remove(at: position)
                switch ReceiptCode.parse(nine.joined(separator: " ")) {
                case .correctable(let correction):
                    guard case .insert(_, let word) = correction.changes.first else {
                        Issue.record("another change: \(correction.changes)")
                        continue
                    }
                    #expect(word == missing)
                case .wrongCount(let count):
                    #expect(count == 9)
                default:
                    Issue.record("\(nine)")
                }
            }
        }
    }
}
