import Sodium
import Testing

@testable import Reporting

/// The rules every list keeps, and each list's own.
@Suite struct WordListTests {
    @Test(arguments: WordList.all.map(\.language)) func rulesOfEveryList(_ language: Language) {
        let list = WordList.list(for: language)
        #expect(list.language == language)
        #expect(list.words.count == WordList.wordCount)
        #expect(list.words == list.words.sorted())
        #expect(list.words.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } })
        #expect(list.words.allSatisfy { (3...8).contains($0.count) })
        #expect(Set(list.words.map { $0.prefix(4) }).count == WordList.wordCount)
        for (index, word) in list.words.enumerated() {
            #expect(list.index(of: [UInt8](word.utf8)) == index)
            #expect(list.index(of: [UInt8](word.utf8.prefix(4))) == index)
            #expect(list.hasWhole([UInt8](word.utf8)))
        }
        #expect(list.index(of: []) == nil && list.index(of: [UInt8]("qqqq".utf8)) == nil)
    }

    /// The digest by which BIP-39's english.txt is pinned elsewhere.
    @Test func englishIsBIP39() {
        let text = WordList.english.words.joined(separator: "\n") + "\n"
        #expect(
            Hex.encode(SHA256.hash([UInt8](text.utf8)))
                == "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda")
    }

    @Test func everyLanguageHasOneList() {
        #expect(Set(WordList.all.map(\.language)).count == WordList.all.count)
    }

    @Test func editDistances() {
        func distance(_ left: String, _ right: String) -> Int {
            WordList.editDistance([UInt8](left.utf8), [UInt8](right.utf8))
        }
        #expect(distance("", "") == 0 && distance("", "molen") == 5 && distance("molen", "") == 5)
        #expect(distance("molen", "molen") == 0 && distance("molen", "moeln") == 1)
        #expect(distance("molen", "olen") == 1 && distance("molen", "mollen") == 1)
        #expect(distance("molen", "polen") == 1 && distance("kitten", "sitting") == 3)
    }

    @Test(arguments: [
        ("nl", Language.nl), ("NL", .nl), ("Nederlands", .nl), ("dutch", .nl), ("nl_NL.UTF-8", .nl),
        ("nl-BE", .nl), ("en", .en), ("English", .en), ("en_GB.UTF-8", .en), ("engels", .en),
    ])
    func languagesByName(_ name: String, _ language: Language) {
        #expect(Language(name: name) == language)
    }

    @Test(arguments: ["", "C", "de", "nlx", "POSIX", "fr_FR"]) func otherNames(_ name: String) {
        #expect(Language(name: name) == nil)
    }
}
