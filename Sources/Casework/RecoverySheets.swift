internal import Foundation
package import Reporting
internal import Sodium

/// What keeps two sheets from opening anything.
package enum RecoveryError: Error, Equatable {
    /// No recovery files lie beside these files.
    case noneMade(folder: String)
    /// The text of the first or second sheet (1, 2) has so many words.
    case wordCount(sheet: Int, found: Int)
    /// A word of the first or second sheet, counted from 1, is in no list; these are near.
    case unknownWord(sheet: Int, place: Int, near: [String])
    /// The same words twice.
    case sameSheet
    /// Not two sheets of one set for these files; `sheet` is the one that is wrong, if that can be told.
    case wrongSheets(sheet: Int?)
}

/// Three sheets of words, of which any two open the vault identity. They are made, printed, and forgotten.
package struct RecoverySheets: Sendable {
    /// 110 bits: what no guessing reaches, so that opening need not be made slow.
    package static let wordCount = 10
    /// Who is to keep them, in the order of the sheets.
    package enum Holder: String, Sendable, CaseIterable { case external, council, deputy }
    /// The pairs that open, each with a file of its own. The first of a pair opens the outer layer.
    static let pairs = [[1, 2], [1, 3], [2, 3]]

    /// Four digits that tell sets apart; they stand on the sheets and in the names of the files.
    package let mark: String
    /// The words of sheets 1, 2 and 3.
    package let words: [[String]]

    /// New random words of a language's list.
    package init(in language: Language) {
        let list = WordList.list(for: language)
        mark = String(1_000 + randomNumber(below: 9_000))
        words = (1...3).map { _ in
            (0..<Self.wordCount).map { _ in list.words[randomNumber(below: WordList.wordCount)] }
        }
    }

    /// The passphrase of a sheet, as it is typed for the age tool.
    func phrase(_ sheet: Int) -> String { words[sheet - 1].joined(separator: " ") }

    /// The name of the file that two sheets open.
    package static func fileName(_ mark: String, _ pair: [Int]) -> String {
        "recovery-\(mark)-\(pair[0])-\(pair[1]).age"
    }

    /// The files of a set, by name. Throws `AgeError.outOfMemory`.
    func files(holding secret: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
        try Self.pairs.map { pair in
            let inner = try PassphraseFile.sealed(
                secret, passphrase: Self.secret(phrase(pair[1])), logN: Self.workFactorLogarithm)
            let outer = try PassphraseFile.sealed(
                inner, passphrase: Self.secret(phrase(pair[0])), logN: Self.workFactorLogarithm)
            return (Self.fileName(mark, pair), outer)
        }
    }

    /// Of scrypt: an eighth of age's own, for random words need no more.
    private static let workFactorLogarithm = 15

    static func secret(_ phrase: String) -> SecretBytes {
        SecretBytes(copying: [UInt8](phrase.utf8))
    }

    /// The phrase that a person means: capitals, accents, numbers, commas and line breaks are nothing, and four
    /// letters make a word.
    ///
    /// - Parameter sheet: 1 or 2, for errors.
    /// - Throws: `wordCount`, `unknownWord`.
    static func phrase(typed text: String, sheet: Int) throws -> String {
        let typed = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .split { !($0.isASCII && $0.isLetter) }.map { [UInt8]($0.utf8) }
        guard typed.count == wordCount else {
            throw RecoveryError.wordCount(sheet: sheet, found: typed.count)
        }
        let readings = WordList.all.map { list in
            (list, typed.map { word in list.index(of: word).map { list.words[$0] } })
        }
        let (list, words) = readings.max { one, other in
            one.1.count { $0 != nil } < other.1.count { $0 != nil }
        }!
        if let wrong = words.firstIndex(of: nil) {
            throw RecoveryError.unknownWord(
                sheet: sheet, place: wrong + 1, near: list.near(typed[wrong]))
        }
        return words.compactMap { $0 }.joined(separator: " ")
    }
}
