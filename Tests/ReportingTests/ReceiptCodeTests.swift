import Sodium
import Testing

@testable import Reporting

/// Creation, entropy and words: Docs/protocol.md §2.
@Suite struct ReceiptCodeTests {
    @Test(arguments: ReceiptCodeVectors.valid)
    func entropyGivesTheVectorsSymbols(_ vector: ReceiptCodeVectors.Valid) {
        let code = ReceiptCode(entropy: SecretBytes(copying: vector.entropy))
        #expect(code.symbols.map(\.bits) == vector.symbols)
        #expect(
            ReceiptCode(symbols: vector.symbols.map { FieldElement($0) }).entropy.copyOut()
                == vector.entropy)
        for list in WordList.all {
            #expect(code.words(in: list) == vector.symbols.map { list.words[Int($0)] })
        }
    }

    @Test func randomCodesAreValidAndDiffer() {
        var seen: Set<[UInt8]> = []
        for _ in 0..<1_000 {
            let code = ReceiptCode()
            #expect(ReedSolomon.isValid(code.symbols))
            #expect(seen.insert(code.entropy.copyOut()).inserted)
        }
    }

    @Test func aCodeIsNotPrinted() {
        let code = ReceiptCode()
        let printed = "\(code)" + String(reflecting: code)
        for word in code.words(in: .english) where word.count > 3 {
            #expect(!printed.contains(word))
        }
        #expect(!printed.contains(Hex.encode(code.entropy.copyOut())))
    }
}
