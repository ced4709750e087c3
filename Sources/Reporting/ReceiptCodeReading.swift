/// What a text that should be a receipt code turned out to be.
///
/// Positions count from 0 to 9, as in the protocol; people count from 1. A reading holds words of the
/// code: show it to the reporter, never write it down.
public enum ReceiptCodeReading: Sendable {
    /// Ten words that fit together.
    case valid(ReceiptCode, Language)
    /// Not as it stands, but it would be after a change. The change is to be shown, and made only after a
    /// yes.
    case correctable(ReceiptCodeCorrection)
    /// Words that stand in no list, of a code whose other words are of this language: at least one.
    case unknownWords([ReceiptCodeUnknownWord], Language)
    /// More than two words written `?`: more than can be found again.
    case tooManyUnreadable(count: Int)
    /// Another number of words than ten.
    case wrongCount(Int)
    /// Ten words of this language which don't fit together, in more ways than can be put right.
    case invalid(Language)
}

/// A change that makes ten words a valid receipt code.
public struct ReceiptCodeCorrection: Sendable {
    /// One thing to change.
    public enum Change: Sendable, Equatable {
        /// The word at `position` is not right: `word` would be. `typed` is what stands there.
        case replace(position: Int, typed: String, word: String)
        /// The unreadable word at `position`, written `?`, is `word`.
        case fill(position: Int, word: String)
        /// A word is missing: `word`, at `position`.
        case insert(position: Int, word: String)
        /// The word at `position` is one too many.
        case remove(position: Int, typed: String)
        /// The words at these two positions have changed places.
        case exchange(Int, Int)
        /// The word at position `from` belongs at position `to`.
        case move(from: Int, to: Int)
        /// The words stand in another order, of two columns read the wrong way: place n takes the word that
        /// stands at the nth of these positions.
        case reorder([Int])
    }

    /// What to change, in the order of the positions.
    public let changes: [Change]
    /// The code after the change.
    public let code: ReceiptCode
    /// The language of its words.
    public let language: Language
    /// Whether something bears it out: check bits that the change did not use up, or that what was
    /// typed is much like what it should be.
    ///
    /// When two words were unreadable nothing is left that could notice a further mistake, and it
    /// is false.
    public let isProven: Bool

    /// Whether nine words were given and the tenth is to come: while someone is typing, nothing is wrong.
    public var onlyLastWordIsMissing: Bool {
        guard changes.count == 1, case .insert(let position, _) = changes[0] else { return false }
        return position == ReceiptCode.wordCount - 1
    }
}

/// A typed word that stands in no list.
public struct ReceiptCodeUnknownWord: Sendable, Equatable {
    /// Where it stands.
    public let position: Int
    /// The word, as it was understood: lower-case letters.
    public let typed: String
    /// Words of the list it could be, the nearest first: at most five, perhaps none.
    public let near: [String]
}
