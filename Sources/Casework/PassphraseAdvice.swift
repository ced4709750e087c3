package import Reporting
internal import Sodium

/// What a new passphrase should be. Only a random one has a strength that is known; of others this is a guess.
package enum PassphraseAdvice {
    /// Of one made here: 77 bits, out of reach behind scrypt.
    package static let wordCount = 7
    package static let smallestByteCount = 12

    /// How hard it is to guess for who has the files, as far as can be told.
    package enum Strength: Sendable { case weak, fair, strong }

    /// Seven random words.
    package static func made(in language: Language) -> String {
        let list = WordList.list(for: language)
        return (0..<wordCount).map { _ in list.words[randomNumber(below: WordList.wordCount)] }
            .joined(separator: " ")
    }

    /// A guess on the generous side: a word is never worth more than one drawn from a list, and the same again
    /// nothing. A sentence out of a book is weaker than it looks.
    package static func strength(of passphrase: String) -> Strength {
        let parts = Set(passphrase.lowercased().split { !($0.isLetter || $0.isNumber) })
        let bits = parts.reduce(0) { bits, part in
            let isWord = part.allSatisfy(\.isLetter)
            return bits + (isWord ? min(3 * part.count, 11) : min(4 * part.count, 60))
        }
        return bits < 44 ? .weak : bits < 66 ? .fair : .strong
    }
}
