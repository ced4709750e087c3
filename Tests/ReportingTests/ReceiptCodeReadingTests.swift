import Foundation
import Sodium
import Testing

@testable import Reporting

/// A text becomes a code, or says what is the matter with it: Docs/protocol.md §2.
@Suite struct ReceiptCodeReadingTests {
    private let list = WordList.english

    private func text(_ symbols: [UInt16]) -> String {
        symbols.map { list.words[Int($0)] }.joined(separator: " ")
    }

    /// The words of a fixed code, so that a failure can be repeated.
    private func words(_ list: WordList = .english) -> [String] {
        ReceiptCodeVectors.valid[0].symbols.map { list.words[Int($0)] }
    }

    private func entropy(_ reading: ReceiptCodeReading) -> [UInt8]? {
        switch reading {
        case .valid(let code, _): code.entropy.copyOut()
        case .correctable(let correction): correction.code.entropy.copyOut()
        default: nil
        }
    }

    private func changes(_ text: String) -> [ReceiptCodeCorrection.Change]? {
        guard case .correctable(let correction) = ReceiptCode.parse(text) else { return nil }
        return correction.changes
    }

    private func isValid(_ text: String, as list: WordList = .english) -> Bool {
        guard case .valid(let code, let language) = ReceiptCode.parse(text) else { return false }
        return language == list.language
            && code.entropy.copyOut() == ReceiptCodeVectors.valid[0].entropy
    }

    // MARK: Vectors

    @Test(arguments: ReceiptCodeVectors.valid, WordList.all.map(\.language))
    func validVectors(_ vector: ReceiptCodeVectors.Valid, _ language: Language) {
        let list = WordList.list(for: language)
        let text = vector.symbols.map { list.words[Int($0)] }.joined(separator: " ")
        guard case .valid(let code, let read) = ReceiptCode.parse(text) else {
            Issue.record("not valid")
            return
        }
        #expect(read == language && code.entropy.copyOut() == vector.entropy)
    }

    @Test(arguments: ReceiptCodeVectors.oneWrong)
    func oneWrongVectors(_ vector: ReceiptCodeVectors.OneWrong) {
        #expect(
            changes(text(vector.symbols)) == [
                .replace(
                    position: vector.position,
                    typed: list.words[Int(vector.symbols[vector.position])],
                    word: list.words[Int(vector.symbol)])
            ])
    }

    @Test func swappedVectorsAreRefusedAndPointedOut() {
        #expect(ReceiptCodeVectors.swapped.count == 2)
        #expect(changes(text(ReceiptCodeVectors.swapped[0])) == [.exchange(1, 2)])
        #expect(changes(text(ReceiptCodeVectors.swapped[1])) == [.exchange(6, 7)])
    }

    // MARK: What is forgiven

    @Test func formsOfTheSameCode() {
        let words = words()
        #expect(isValid(words.joined(separator: " ")))
        #expect(isValid(words.map { String($0.prefix(4)) }.joined(separator: " ")))
        #expect(isValid(words.joined(separator: ", ").uppercased()))
        #expect(isValid(words.map(\.capitalized).joined(separator: ". ") + "."))
        #expect(isValid(words.joined(separator: "\r\n")))
        #expect(isValid("  " + words.joined(separator: "\n\n") + "\n"))
        #expect(isValid(words.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")))
        #expect(isValid(words.enumerated().map { "\($0 + 1)\($1)" }.joined(separator: " ")))
        #expect(isValid("“" + words.joined(separator: "” – ‘") + "’"))
        #expect(isValid("(" + words.joined(separator: ") (") + ")?"))
        #expect(isValid(words.joined(separator: "\u{A0}\u{200B}")))
        #expect(isValid(words.joined(separator: "-")))
        #expect(isValid(words.joined(separator: "\u{3000}")))
        // Accents, precomposed and combining.
        #expect(isValid(words.joined(separator: " ").replacing("e", with: "é")))
        #expect(isValid(words.joined(separator: " ").replacing("e", with: "e\u{301}")))
        #expect(isValid(words.joined(separator: " ").replacing("o", with: "Ö")))
        // A plural or an ending that autocorrection gave.
        #expect(isValid(words.map { $0.count >= 4 ? $0 + "'s" : $0 }.joined(separator: " ")))
    }

    @Test func ligaturesAndOtherLetters() {
        func letters(_ text: String) -> [String] {
            ReceiptCodeText.words(in: text).map(\.text)
        }
        #expect(letters("ĲSBERG ĳsje ij") == ["ijsberg", "ijsje", "ij"])
        #expect(letters("ça œuf Straße ﬁets") == ["ca", "oeuf", "strasse", "fiets"])
        #expect(letters("Ｍｏｌｅｎ molén mo\u{AD}len") == ["molen", "molen", "molen"])
        #expect(letters("мельница") == ["********"])
        #expect(letters("12 3. 4) … — 🙂") == [])
        #expect(letters("m0len mo?en") == ["m0len", "mo?en"])
        #expect(letters(String(repeating: "a", count: 1_000))[0].count == 32)
    }

    @Test func aPastedFile() {
        let numbered = words().enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
        #expect(isValid("Sottovoce\nYour receipt code:\n\n\(numbered)\n\nKeep it safe.\n"))
    }

    /// Only our own file may have words around the ten; elsewhere they are pointed out.
    @Test(arguments: WordList.all.map(\.language))
    func wordsAroundTheTenArePointedOut(_ language: Language) {
        let words = words(.list(for: language))
        let other = WordList.list(for: language).words[5]
        for (text, position) in [([other] + words, 0), (words + [other], 10)] {
            #expect(
                changes(text.joined(separator: " "))
                    == [.remove(position: position, typed: other)])
        }
        #expect(
            changes("molenaar " + words.joined(separator: " "))
                == [.remove(position: 0, typed: "molenaar")])
        for text in [
            [other, other] + words, [other] + words + [other], words + [other, "sottovoce"],
            words + words, ["sotto", "voce"] + words,
        ] {
            guard case .wrongCount(text.count) = ReceiptCode.parse(text.joined(separator: " "))
            else {
                Issue.record("\(text.count) words")
                continue
            }
        }
    }

    @Test func joinedWords() {
        var words = words()
        words[3] += words.remove(at: 4)
        #expect(words.count == 9)
        #expect(isValid(words.joined(separator: " ")))
    }

    // MARK: What is said

    @Test func numbersOfWords() {
        for count in [0, 1, 5, 8, 12, 500] {
            let text = Array(repeating: "zebra", count: count).joined(separator: " ")
            guard case .wrongCount(count) = ReceiptCode.parse(text) else {
                Issue.record("\(count)")
                continue
            }
        }
    }

    @Test func unreadableWords() {
        var words = words()
        let second = words[1]
        let seventh = words[6]
        words[1] = "?"
        #expect(changes(words.joined(separator: " ")) == [.fill(position: 1, word: second)])
        words[6] = "???"
        let text = words.joined(separator: " ")
        #expect(
            changes(text) == [.fill(position: 1, word: second), .fill(position: 6, word: seventh)])
        #expect(entropy(ReceiptCode.parse(text)) == ReceiptCodeVectors.valid[0].entropy)
        guard case .correctable(let correction) = ReceiptCode.parse(text) else { return }
        #expect(!correction.isProven)
        words[8] = "?"
        guard case .tooManyUnreadable(3) = ReceiptCode.parse(words.joined(separator: " ")) else {
            Issue.record("three can't be found")
            return
        }
    }

    @Test func oneUnreadableAndOneWrongIsNotGuessed() {
        var words = words()
        words[1] = "?"
        words[4] = words[4] == "zoo" ? "zone" : "zoo"
        guard case .invalid(.en) = ReceiptCode.parse(words.joined(separator: " ")) else {
            Issue.record("one check symbol can't locate")
            return
        }
    }

    @Test func aMistypedWordIsOffered() {
        var words = words()
        let meant = words[3]
        words[3] = "x" + meant
        #expect(
            changes(words.joined(separator: " "))
                == [.replace(position: 3, typed: words[3], word: meant)])
        // Two mistyped words, and one mistyped beside an unreadable one.
        let eighth = words[7]
        words[7] = "x" + words[7]
        #expect(
            changes(words.joined(separator: " ")) == [
                .replace(position: 3, typed: words[3], word: meant),
                .replace(position: 7, typed: words[7], word: eighth),
            ])
        words[3] = "?"
        #expect(
            changes(words.joined(separator: " ")) == [
                .fill(position: 3, word: meant),
                .replace(position: 7, typed: words[7], word: eighth),
            ])
    }

    @Test func threeMistypedWordsAreOfferedWhenTheyFit() {
        var words = words()
        let right = words
        for position in [0, 4, 9] { words[position] = "q" + words[position] }
        #expect(
            changes(words.joined(separator: " "))
                == [0, 4, 9].map {
                    .replace(position: $0, typed: words[$0], word: right[$0])
                })
    }

    @Test func wordsInNoListGetNearOnes() {
        var words = words()
        for position in [1, 2, 3, 4, 5] { words[position] = "xqzxqz" }
        words[2] = "zbera"
        guard case .unknownWords(let unknown, .en) = ReceiptCode.parse(words.joined(separator: " "))
        else {
            Issue.record("unknown words")
            return
        }
        #expect(unknown.map(\.position) == [1, 2, 3, 4, 5])
        #expect(unknown[0].typed == "xqzxqz" && unknown[0].near.isEmpty)
        #expect(unknown[1].near.first == "zebra")
    }

    @Test func slipsOfOrder() {
        let words = words()
        func read(_ change: (inout [String]) -> Void) -> [ReceiptCodeCorrection.Change]? {
            var slipped = words
            change(&slipped)
            return changes(slipped.joined(separator: " "))
        }
        #expect(read { $0.swapAt(0, 1) } == [.exchange(0, 1)])
        #expect(read { $0.swapAt(2, 8) } == [.exchange(2, 8)])
        #expect(read { $0.insert($0.remove(at: 7), at: 1) } == [.move(from: 1, to: 7)])
        #expect(
            read { $0 = (0..<5).flatMap { [words[$0], words[$0 + 5]] } }
                == [.reorder([0, 2, 4, 6, 8, 1, 3, 5, 7, 9])])
        #expect(
            read { $0 = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9].map { words[$0] } }
                == [.reorder([0, 5, 1, 6, 2, 7, 3, 8, 4, 9])])
    }

    @Test func missingAndSuperfluousWords() {
        var nine = words()
        let missing = nine.remove(at: 5)
        #expect(changes(nine.joined(separator: " ")) == [.insert(position: 5, word: missing)])
        let typing = ReceiptCode.parse(words().dropLast().joined(separator: " "))
        guard case .correctable(let correction) = typing else {
            Issue.record("the tenth word is to come")
            return
        }
        #expect(correction.onlyLastWordIsMissing)
        var eleven = words()
        eleven.insert(eleven[4], at: 5)
        #expect(
            changes(eleven.joined(separator: " "))
                == [.remove(position: 4, typed: eleven[4])])
    }

    @Test func longTextsEnd() {
        let text = String(repeating: words().reversed().joined(separator: " ") + " ", count: 200)
        guard case .wrongCount(2_000) = ReceiptCode.parse(text) else {
            Issue.record("2,000 words")
            return
        }
    }
}
