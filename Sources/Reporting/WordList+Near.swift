internal import TransparencyLog

extension WordList {
    /// How many near words are offered.
    static let nearWordCount = 5

    /// Words that a mistyped one could be, the nearest first: at most five, perhaps none.
    ///
    /// - Parameter typed: a word that is not in the list.
    package func near(_ typed: [UInt8]) -> [String] {
        let limit = Self.limit(for: typed)
        // The first in the list stands first among equals.
        var found: [(word: String, distance: Int)] = []
        for word in words {
            // Each letter more or less is a slip: most words need no closer look.
            guard word.utf8.count >= typed.count - limit else { continue }
            let distance = Self.distance(typed, to: word)
            if distance <= limit { found.append((word, distance)) }
        }
        return found.inOrder { $0.distance < $1.distance }.prefix(Self.nearWordCount).map {
            $0.word
        }
    }

    /// Whether `typed` could be meant for `word`.
    static func isNear(_ typed: [UInt8], to word: String) -> Bool {
        distance(typed, to: word) <= limit(for: typed)
    }

    /// A slip a word, two in a long one.
    private static func limit(for typed: [UInt8]) -> Int { typed.count < 5 ? 1 : 2 }

    /// The least number of letters left out, put in, changed, or exchanged with the next one, that turns
    /// `typed` into the word or, when that is less, into its first four letters.
    private static func distance(_ typed: [UInt8], to word: String) -> Int {
        let word = [UInt8](word.utf8)
        let whole = editDistance(typed, word)
        guard typed.count <= prefixLetterCount + 1, word.count > prefixLetterCount else {
            return whole
        }
        return min(whole, editDistance(typed, [UInt8](word.prefix(prefixLetterCount))))
    }

    /// Optimal string alignment: Levenshtein's distance, and exchanging two neighbours counts one.
    static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = [Int](0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let isSame = left[row] == right[column]
                var best = min(
                    last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
