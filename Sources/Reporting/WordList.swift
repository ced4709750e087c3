internal import TransparencyLog

/// The 2,048 words of one language that a receipt code is written in.
///
/// The same index means the same bits in every list.
///
/// A list is constant data: lower-case ASCII letters, in alphabetical order, each word known by its first
/// four letters. Another language is another list, in `all`. Source: Docs/protocol.md §2.
public struct WordList: Sendable {
    /// Words in a list.
    public static let wordCount = 2_048
    /// Letters that suffice to know a word; a shorter word needs all of its own.
    public static let prefixLetterCount = 4
    /// Every list, in the order in which they are tried.
    public static let all = [dutch, english]

    /// The list of a language.
    public static func list(for language: Language) -> WordList {
        switch language {
        case .nl: dutch
        case .en: english
        }
    }

    /// The language of the words.
    public let language: Language
    /// The words, by index.
    public let words: [String]

    /// - Parameter text: the words in alphabetical order, with a space or a line break between each two.
    init(_ language: Language, text: String) {
        self.language = language
        self.words = text.parts(between: 0x0a).flatMap { $0.parts(between: 0x20) }
    }

    /// The index of the word that `typed` stands for.
    ///
    /// the word itself, or a beginning of four letters or more, whatever follows. nil when there is
    /// none.
    ///
    /// - Parameter typed: lower-case ASCII letters.
    package func index(of typed: [UInt8]) -> Int? {
        let typed = typed.prefix(Self.prefixLetterCount)
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            let prefix = [UInt8](words[middle].utf8).prefix(Self.prefixLetterCount)
            if prefix == typed { return middle }
            if prefix.lexicographicallyPrecedes(typed) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// Whether `typed` is a word of the list, to its last letter.
    func hasWhole(_ typed: [UInt8]) -> Bool {
        index(of: typed).map { [UInt8](words[$0].utf8) == typed } ?? false
    }
}
