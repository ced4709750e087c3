internal import TransparencyLog

extension ReceiptCode {
    /// Reads a receipt code, in whichever language it was written.
    ///
    /// Each list is tried whole, and the check words decide. Nothing is corrected silently: where the check
    /// words show what was meant, that is offered as a correction.
    /// - Parameters:
    ///   - text: what a person typed; four letters of each word suffice, `?` stands for an unreadable one.
    ///   - lists: the lists to try, in this order.
    public static func parse(_ text: String, lists: [WordList] = WordList.all) -> ReceiptCodeReading
    {
        let words = ReceiptCodeText.words(in: text)
        let readers = lists.map { ReceiptCodeReader(list: $0, words: words) }
        for reader in readers {
            if let code = reader.valid { return .valid(code, reader.language) }
        }
        // The list that has most of the words is the one meant; between equals, one that can correct.
        let most = readers.reduce(0) { max($0, $1.knownCount) }
        let readings = readers.filter { $0.knownCount == most }.map { $0.read() }
        for reading in readings {
            if case .correctable = reading { return reading }
        }
        return readings[0]
    }
}

/// Reads words by one list.
struct ReceiptCodeReader {
    private typealias Replacement = (position: Int, symbol: FieldElement)

    private let list: WordList
    private let words: [ReceiptCodeText.Word]
    /// The symbol of each word that stands in the list.
    private let symbols: [FieldElement?]

    init(list: WordList, words: [ReceiptCodeText.Word]) {
        self.list = list
        // Only what makes ten: a count that is wrong anyway is the count of what was typed.
        let separated =
            words.count < ReceiptCode.wordCount ? Self.separated(words, by: list) : words
        self.words = separated.count == ReceiptCode.wordCount ? separated : words
        self.symbols = self.words.map { Self.symbol($0, in: list) }
    }

    private static func symbol(_ word: ReceiptCodeText.Word, in list: WordList) -> FieldElement? {
        list.index(of: word.letters).map { FieldElement(UInt16($0)) }
    }

    var language: Language { list.language }

    /// Whether the text begins as the files do in which the words are saved with others around them.
    private var isSavedFile: Bool { words.first?.letters == ReceiptCodeText.savedFileFirstWord }

    /// How many of the words stand in the list.
    var knownCount: Int { symbols.reduce(0) { $1 == nil ? $0 : $0 + 1 } }

    /// The code, when the words are one as they stand.
    var valid: ReceiptCode? {
        let count = ReceiptCode.wordCount
        guard words.count >= count else { return nil }
        // Among others only in a whole saved file: elsewhere a word too many is a mistake to be told.
        // A question mark after the ten is punctuation.
        let others = words.dropFirst(count)
        guard isSavedFile || others.allSatisfy({ $0.isUnreadable }) else { return nil }
        for start in 0...words.count - count {
            let ten = symbols[start..<start + count].compactMap { $0 }
            if ten.count == count, ReedSolomon.isValid(ten) { return ReceiptCode(symbols: ten) }
        }
        return nil
    }

    /// What is the matter, when they aren't.
    func read() -> ReceiptCodeReading {
        guard words.count == ReceiptCode.wordCount else { return readAnotherCount() }
        let unreadable = words.indices.filter { words[$0].isUnreadable }
        let unknown = words.indices.filter { symbols[$0] == nil && !words[$0].isUnreadable }
        let known = symbols.map { $0 ?? .zero }
        if unreadable.count > 2 { return .tooManyUnreadable(count: unreadable.count) }
        switch unreadable.count + unknown.count {
        case 0: return readTen(known)
        case 1:
            let position = (unreadable + unknown)[0]
            if let symbol = ReedSolomon.recover(position, in: known) {
                return correction([(position: position, symbol: symbol)], of: known, isProven: true)
            }
        case 2:
            let positions = (unreadable + unknown).inOrder(<)
            let found = ReedSolomon.recover(positions[0], positions[1], in: known)
            let changes: [Replacement] = [
                (position: positions[0], symbol: found.left),
                (position: positions[1], symbol: found.right),
            ]
            let isLikely = changes.allSatisfy { change in
                let word = words[change.position]
                return word.isUnreadable
                    || WordList.isNear(word.letters, to: list.words[Int(change.symbol.bits)])
            }
            if isLikely { return correction(changes, of: known, isProven: !unknown.isEmpty) }
        default:
            if unreadable.isEmpty, let changes = nearWordsThatFit(unknown, known) {
                return correction(changes, of: known, isProven: true)
            }
        }
        guard !unknown.isEmpty else { return .invalid(list.language) }
        return .unknownWords(
            unknown.map {
                ReceiptCodeUnknownWord(
                    position: $0, typed: words[$0].text, near: list.near(words[$0].letters))
            }, list.language)
    }

    /// Ten words of the list.
    private func readTen(_ symbols: [FieldElement]) -> ReceiptCodeReading {
        if let (position, symbol) = ReedSolomon.locateError(symbols) {
            return correction([(position: position, symbol: symbol)], of: symbols, isProven: true)
        }
        if let slip = OrderSlip.find(in: symbols) {
            return correction([slip.change], to: slip.symbols)
        }
        return .invalid(list.language)
    }

    /// Three or four words with a slip in each: the near words of each, when the check words accept
    /// exactly one choice of them.
    private func nearWordsThatFit(
        _ unknown: [Int], _ known: [FieldElement]
    ) -> [Replacement]? {
        guard unknown.count <= 4 else { return nil }
        let near = unknown.map { position in
            list.near(words[position].letters).map {
                FieldElement(UInt16(list.index(of: [UInt8]($0.utf8))!))
            }
        }
        let choiceCount = near.reduce(1) { $0 * $1.count }
        var found: [Replacement]?
        for choice in 0..<choiceCount {
            var rest = choice
            var symbols = known
            for (index, position) in unknown.enumerated() {
                symbols[position] = near[index][rest % near[index].count]
                rest /= near[index].count
            }
            guard ReedSolomon.isValid(symbols) else { continue }
            guard found == nil else { return nil }
            found = unknown.map { (position: $0, symbol: symbols[$0]) }
        }
        return found
    }

    // MARK: More or fewer than ten

    private func readAnotherCount() -> ReceiptCodeReading {
        let count = ReceiptCode.wordCount
        if words.count == count - 1, let correction = withOneMore() { return correction }
        guard words.count > count else { return .wrongCount(words.count) }
        if words.count == count + 1 {
            for position in words.indices {
                var ten = symbols
                ten.remove(at: position)
                let known = ten.compactMap { $0 }
                if known.count == count, ReedSolomon.isValid(known) {
                    let typed = words[position].text
                    return correction([.remove(position: position, typed: typed)], to: known)
                }
            }
        }
        return .wrongCount(words.count)
    }

    /// Nine words of the list and the only one that can be missing.
    private func withOneMore() -> ReceiptCodeReading? {
        let known = symbols.compactMap { $0 }
        guard known.count == words.count else { return nil }
        var found: (position: Int, symbols: [FieldElement])?
        for position in 0...words.count {
            var ten = known
            ten.insert(.zero, at: position)
            guard let symbol = ReedSolomon.recover(position, in: ten) else { continue }
            ten[position] = symbol
            if let other = found, other.symbols != ten { return nil }
            found = found ?? (position, ten)
        }
        return found.map { found in
            let word = list.words[Int(found.symbols[found.position].bits)]
            return correction(
                [.insert(position: found.position, word: word)], to: found.symbols)
        }
    }

    /// Autocorrection joins short words: what is in no list, but two of its words written together, is two.
    private static func separated(
        _ words: [ReceiptCodeText.Word], by list: WordList
    ) -> [ReceiptCodeText.Word] {
        words.flatMap { word in
            let letters = word.letters
            guard letters.count >= 6, !list.hasWhole(letters) else { return [word] }
            for place in 3...letters.count - 3 {
                let left = [UInt8](letters[..<place])
                let right = [UInt8](letters[place...])
                if list.hasWhole(left), list.hasWhole(right) {
                    return [
                        ReceiptCodeText.Word(letters: left, isUnreadable: false),
                        ReceiptCodeText.Word(letters: right, isUnreadable: false),
                    ]
                }
            }
            return [word]
        }
    }

    // MARK: Corrections

    private func correction(
        _ replaced: [Replacement], of symbols: [FieldElement],
        isProven: Bool
    ) -> ReceiptCodeReading {
        var symbols = symbols
        var changes: [ReceiptCodeCorrection.Change] = []
        for (position, symbol) in replaced {
            symbols[position] = symbol
            let word = list.words[Int(symbol.bits)]
            changes.append(
                words[position].isUnreadable
                    ? .fill(position: position, word: word)
                    : .replace(position: position, typed: words[position].text, word: word))
        }
        return correction(changes, to: symbols, isProven: isProven)
    }

    private func correction(
        _ changes: [ReceiptCodeCorrection.Change], to symbols: [FieldElement], isProven: Bool = true
    ) -> ReceiptCodeReading {
        .correctable(
            ReceiptCodeCorrection(
                changes: changes, code: ReceiptCode(symbols: symbols), language: list.language,
                isProven: isProven))
    }
}
