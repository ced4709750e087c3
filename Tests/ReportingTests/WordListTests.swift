import Foundation
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

    /// What Docs/protocol.md §2 asks of our own list, beyond the rules of every list.
    @Test func dutchWordsAreFarApart() {
        let words = WordList.dutch.words.map { [UInt8]($0.utf8) }
        #expect(words.allSatisfy { (4...8).contains($0.count) })
        // Words less than two changes apart share a form that at most one letter was left out of.
        var forms: [[UInt8]: [Int]] = [:]
        var nearest = Int.max
        for (index, word) in words.enumerated() {
            var own: Set = [word]
            for place in word.indices { own.insert([UInt8](word[..<place] + word[(place + 1)...])) }
            for form in own {
                for other in forms[form, default: []] {
                    nearest = min(nearest, WordList.editDistance(words[other], word))
                }
                forms[form, default: []].append(index)
            }
        }
        #expect(nearest == 2)
    }

    /// A code outlives a release, so a list never changes: Docs/protocol.md §2 has both digests.
    @Test(arguments: WordList.all.map(\.language)) func digestsStandInTheProtocol(
        _ language: Language
    ) throws {
        let document = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Docs/protocol.md")
        let text = WordList.list(for: language).words.joined(separator: "\n") + "\n"
        let digest = Hex.encode(SHA256.hash([UInt8](text.utf8)))
        #expect(try String(contentsOf: document, encoding: .utf8).contains("`\(digest)`"))
    }

    /// A sample of what must never come back.
    @Test(arguments: [
        "dood", "moord", "ontslag", "baas", "verkrachting", "angst", "seks", "kanker",
    ])
    func dutchHasNoFrighteningWords(_ word: String) {
        #expect(!WordList.dutch.words.contains(word))
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
