internal import Reporting

extension Operations {
    /// what was typed, language of the page → whether it is a receipt code, and what would make it one.
    static func readCode(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let text = try fields.nextText()
        let language = try fields.next { Language(rawValue: $0) }
        try fields.finish()
        let lists = [WordList.list(for: language)] + WordList.all.filter { $0.language != language }
        return CodeReading(ReceiptCode.parse(text, lists: lists), language).json.bytes
    }
}

/// A reading of a receipt code, as the page shows it. Positions count from 1 here.
struct CodeReading {
    private var isValid = false
    private var isProven = true
    private var words: [String] = []
    private var language: Language?
    private var hint: String?
    private var problems: [JSON] = []
    private var count = ReceiptCode.wordCount

    init(_ reading: ReceiptCodeReading, _ page: Language) {
        switch reading {
        case .valid(let code, let language):
            isValid = true
            words = code.words(in: .list(for: language))
            self.language = language
            if language != page { hint = "otherLanguage" }
        case .correctable(let correction):
            isProven = correction.isProven
            language = correction.language
            words = correction.code.words(in: .list(for: correction.language))
            for change in correction.changes { add(change) }
            if correction.onlyLastWordIsMissing { hint = "lastMissing" }
        case .unknownWords(let unknown, let language):
            self.language = language
            for word in unknown { add(word.position, word.typed, word.near) }
        case .tooManyUnreadable: hint = "unreadable"
        case .wrongCount(let count):
            hint = "count"
            self.count = count
        case .invalid(let language):
            self.language = language
            hint = "dontFit"
        }
    }

    private mutating func add(_ position: Int, _ typed: String, _ suggestions: [String]) {
        problems.append(
            .object([
                ("word", .number(position + 1)),
                ("typed", .text(typed)),
                ("suggestions", .list(suggestions.map { .text($0) })),
            ]))
    }

    private mutating func add(_ change: ReceiptCodeCorrection.Change) {
        switch change {
        case .replace(let position, let typed, let word): add(position, typed, [word])
        case .fill(let position, let word): add(position, "?", [word])
        case .insert(let position, let word):
            add(position, "", [word])
            count -= 1
            hint = "missing"
        case .remove(let position, let typed):
            add(position, typed, [])
            count += 1
            hint = "extra"
        case .exchange(let first, let second):
            for (place, other) in [(first, second), (second, first)] {
                add(place, words[other], [words[place]])
            }
            hint = "swapped"
        case .move(let from, let to):
            add(from, words[to], [])
            hint = "moved"
        case .reorder: hint = "order"
        }
    }

    var json: JSON {
        .object([
            ("valid", .bool(isValid)),
            ("words", .list(words.map { .text($0) })),
            ("problems", .list(problems)),
            ("hint", JSON(hint)),
            ("language", JSON(language?.rawValue)),
            ("count", .number(count)),
            ("proven", .bool(isProven)),
        ])
    }
}
