import Sodium
import Testing

@testable import Reporting

/// What holds for every code, tried on random ones.
@Suite struct ReceiptCodePropertyTests {
    private let list = WordList.english

    private func text(_ symbols: [FieldElement]) -> String {
        symbols.map { list.words[Int($0.bits)] }.joined(separator: " ")
    }

    private func otherSymbol(than symbol: FieldElement) -> FieldElement {
        symbol + FieldElement(UInt16.random(in: 1..<2_048))
    }

    @Test func everyLanguageRoundTrips() {
        for list in WordList.all {
            for _ in 0..<200 {
                let code = ReceiptCode()
                let text = code.words(in: list).joined(separator: " ")
                guard case .valid(let read, list.language) = ReceiptCode.parse(text) else {
                    Issue.record("not read: \(text)")
                    continue
                }
                #expect(read.entropy.copyOut() == code.entropy.copyOut())
            }
        }
    }

    @Test(arguments: Language.allCases) func anyWrongWordIsOfferedAndAnyTwoMissingAreFilled(
        _ language: Language
    ) {
        let list = WordList.list(for: language)
        for _ in 0..<10 {
            let code = ReceiptCode()
            let words = code.words(in: list)
            for position in words.indices {
                var wrong = words
                while wrong[position] == words[position] {
                    wrong[position] = list.words.randomElement()!
                }
                var missing = words
                missing[position] = "?"
                missing[(position + 3) % words.count] = "?"
                for text in [wrong, missing] {
                    guard
                        case .correctable(let correction) = ReceiptCode.parse(
                            text.joined(separator: " "))
                    else {
                        Issue.record("no correction")
                        continue
                    }
                    #expect(correction.language == language)
                    #expect(correction.code.entropy.copyOut() == code.entropy.copyOut())
                    #expect(correction.isProven == (text == wrong))
                }
            }
        }
    }

    @Test func anySingleWrongSymbolIsLocated() {
        for _ in 0..<40 {
            let symbols = ReceiptCode().symbols
            for position in symbols.indices {
                var wrong = symbols
                wrong[position] = otherSymbol(than: wrong[position])
                let found = ReedSolomon.locateError(wrong)
                #expect(found?.position == position && found?.symbol == symbols[position])
            }
        }
    }

    @Test func anyTwoErasuresAreRecovered() {
        for _ in 0..<10 {
            let symbols = ReceiptCode().symbols
            for left in 0..<10 {
                #expect(ReedSolomon.recover(left, in: symbols) == symbols[left])
                for right in 0..<10 where right != left {
                    let found = ReedSolomon.recover(left, right, in: symbols)
                    #expect(found == (symbols[left], symbols[right]))
                }
            }
        }
    }

    @Test func anyExchangeIsPointedOut() {
        for _ in 0..<4 {
            let symbols = ReceiptCode().symbols
            for left in 0..<10 {
                for right in (left + 1)..<10 where symbols[left] != symbols[right] {
                    var slipped = symbols
                    slipped.swapAt(left, right)
                    #expect(!ReedSolomon.isValid(slipped))
                    #expect(ReedSolomon.locateError(slipped) == nil)
                    let slip = OrderSlip.find(in: slipped)
                    #expect(slip?.change == .exchange(left, right) && slip?.symbols == symbols)
                }
            }
        }
    }

    /// Ten random words are valid once in 4 million times, and look like one wrong word 10 × 2,047 times
    /// in 4 million: about once in 205.
    @Test func randomWordsAreRefusedAtTheExpectedRate() {
        let trials = 6_000
        var valid = 0
        var oneWrong = 0
        for _ in 0..<trials {
            let symbols = (0..<10).map { _ in FieldElement(UInt16.random(in: 0..<2_048)) }
            if ReedSolomon.isValid(symbols) { valid += 1 }
            if ReedSolomon.locateError(symbols) != nil { oneWrong += 1 }
        }
        #expect(valid <= 1)
        // Expected 29.3; six standard deviations are 32.
        #expect((1...61).contains(oneWrong))
    }

    @Test func theFieldIsOne() {
        var element = FieldElement.one
        var seen: Set<UInt16> = []
        for _ in 0..<2_047 {
            #expect(seen.insert(element.bits).inserted)
            #expect(element * element.inverse == .one)
            #expect(element.timesA == element * FieldElement(2))
            element = element.timesA
        }
        #expect(element == .one, "a is primitive")
        #expect(FieldElement.power(11) == FieldElement(0b101), "x^11 = x^2 + 1")
        for _ in 0..<1_000 {
            let (a, b, c) = (
                otherSymbol(than: .zero), otherSymbol(than: .zero), otherSymbol(than: .zero)
            )
            #expect(a * b == b * a && a * (b + c) == a * b + a * c && a * (b * c) == (a * b) * c)
        }
    }
}
