internal import Reporting
internal import Sodium
internal import Terminal

/// Asks for the ten words until they are a code, or reads them from where the options say.
struct CodePrompt {
    let console: Console
    let texts: Texts

    /// Nothing is corrected without a yes; where nobody can be asked, what is wrong is an error.
    func code(_ options: CodeOptions) throws(CommandFailure) -> ReceiptCode {
        try code(from: options.codeFile ?? (Console.inputIsTerminal ? nil : "-"))
    }

    /// - Parameter path: `-` for standard input, nil to ask.
    func code(from path: String?) throws(CommandFailure) -> ReceiptCode {
        if let path { return try read(path: path) }
        console.notice(wrapped(texts.code.visible))
        return try ask()
    }

    /// The whole file: a saved one may have more in it than the words.
    private func read(path: String) throws(CommandFailure) -> ReceiptCode {
        var bytes = try console.read(path: path, limit: 4_096)
        defer { wipe(&bytes) }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.contains(where: { $0 > 0x20 }) else {
            guard path == "-" else {
                throw CommandFailure(
                    texts.code.emptyFile(inert(path)), status: CommandFailure.Status.badInput)
            }
            throw CommandFailure(
                texts.failures.codeNeeded, status: CommandFailure.Status.usage)
        }
        let reading = ReceiptCode.parse(text)
        if case .valid(let code, _) = reading { return code }
        throw CommandFailure(
            texts.code.notAsked(problems(reading).joined(separator: " ")),
            status: CommandFailure.Status.badInput)
    }

    private func ask() throws(CommandFailure) -> ReceiptCode {
        var typed = ""
        while true {
            let prompt = typed.isEmpty ? texts.code.prompt : texts.code.morePrompt
            let line = try console.ask(prompt, option: texts.code.option)
            if line.allSatisfy(\.isWhitespace) {
                typed = ""
                continue
            }
            typed += (typed.isEmpty ? "" : " ") + line
            let reading = ReceiptCode.parse(typed)
            switch reading {
            case .valid(let code, _):
                return code
            case .correctable(let correction) where correction.onlyLastWordIsMissing:
                console.notice(texts.code.more(ReceiptCode.wordCount - 1))
            case .correctable(let correction):
                for problem in problems(reading) { console.notice(wrapped(problem)) }
                if try console.confirm(texts.code.isThatRight, option: texts.code.option) {
                    return correction.code
                }
                console.notice(texts.code.again)
                typed = ""
            case .wrongCount(let count) where count < ReceiptCode.wordCount:
                console.notice(texts.code.more(count))
            default:
                for problem in problems(reading) { console.notice(wrapped(problem)) }
                console.notice(texts.code.again)
                typed = ""
            }
        }
    }

    /// What is not right about a reading, a sentence each; none for a valid one.
    func problems(_ reading: ReceiptCodeReading) -> [String] {
        switch reading {
        case .valid: []
        case .correctable(let correction):
            correction.changes.map { sentence($0) }
                + (correction.isProven ? [] : [texts.code.unproven])
        case .unknownWords(let words, _):
            words.map { word in
                word.near.isEmpty
                    ? texts.code.unknownWord(word.position + 1, inert(word.typed))
                    : texts.code.unknownWordNear(
                        word.position + 1, inert(word.typed), word.near.joined(separator: ", "))
            }
        case .tooManyUnreadable: [texts.code.tooManyUnreadable]
        case .wrongCount(let count):
            [texts.code.tooMany(count)]
        case .invalid: [texts.code.invalid]
        }
    }

    private func sentence(_ change: ReceiptCodeCorrection.Change) -> String {
        switch change {
        case .replace(let position, let typed, let word):
            texts.code.notRight(position + 1, inert(typed), word)
        case .fill(let position, let word): texts.code.unreadable(position + 1, word)
        case .insert(let position, let word): texts.code.missing(position + 1, word)
        case .remove(let position, let typed): texts.code.surplus(position + 1, inert(typed))
        case .exchange(let first, let second): texts.code.exchanged(first + 1, second + 1)
        case .move(let from, let to): texts.code.moved(from + 1, to + 1)
        case .reorder(let order):
            texts.code.reordered(order.map { String($0 + 1) }.joined(separator: " "))
        }
    }
}
