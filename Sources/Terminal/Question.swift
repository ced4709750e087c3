internal import CProcess
internal import Foundation

/// Questions put to a person at a terminal.
extension Console {
    /// One line, without its end.
    ///
    /// `option` names what gives the answer where there is no terminal.
    ///
    /// - Parameter mayBeEmpty: whether Enter alone is an answer; if not, it asks again.
    package func ask(
        _ prompt: String, option: String, mayBeEmpty: Bool = true
    ) throws(CommandFailure) -> String {
        try withTerminal(prompt, option: option) { (terminal) throws(CommandFailure) in
            while true {
                Self.write(prompt + " ", to: .standardError)
                guard let bytes = readLine(from: terminal) else {
                    throw CommandFailure(texts.inputEnded(prompt))
                }
                guard let line = understood(bytes) else { continue }
                if line.allSatisfy(\.isWhitespace) && !mayBeEmpty {
                    notice(texts.nothingTyped)
                } else {
                    return line
                }
            }
        }
    }

    /// Yes or no; anything else asks again.
    package func confirm(_ prompt: String, option: String) throws(CommandFailure) -> Bool {
        while true {
            let answer = try ask(prompt, option: option).trimmed.lowercased()
            if Self.saysYes(answer) { return true }
            if Self.saysNo(answer) { return false }
            notice(texts.answerYesOrNo)
        }
    }

    /// The number of one of `choices`, from 0.
    ///
    /// They are shown numbered from 1.
    ///
    /// - Parameter enter: the choice Enter alone stands for, where the question says that it may be
    ///   skipped; nil asks again.
    package func choose(
        _ prompt: String, from choices: [String], enter: Int? = nil, option: String
    ) throws(CommandFailure) -> Int {
        showNumbered(choices)
        while true {
            let answer = try ask(prompt, option: option)
            if let enter, answer.allSatisfy(\.isWhitespace) { return enter }
            if let numbers = Self.numbers(answer, below: choices.count), numbers.count == 1 {
                return numbers[0]
            }
            notice(texts.chooseOne(choices.count))
        }
    }

    /// The numbers, from 0, of one up to `most` of `choices`, in the order typed, each once.
    package func choose(
        _ prompt: String, from choices: [String], most: Int, option: String
    ) throws(CommandFailure) -> [Int] {
        showNumbered(choices)
        while true {
            let answer = try ask(prompt, option: option)
            if let numbers = Self.numbers(answer, below: choices.count),
                (1...most).contains(numbers.count)
            {
                return numbers
            }
            notice(
                most == 1
                    ? texts.chooseOne(choices.count) : texts.chooseSome(choices.count, most))
        }
    }

    private func showNumbered(_ choices: [String]) {
        for (index, choice) in choices.enumerated() { notice("  \(index + 1)  \(choice)") }
    }

    static func saysYes(_ answer: String) -> Bool {
        ConsoleTexts.dutch.yesWords.union(ConsoleTexts.english.yesWords).contains(answer)
    }

    static func saysNo(_ answer: String) -> Bool {
        ConsoleTexts.dutch.noWords.union(ConsoleTexts.english.noWords).contains(answer)
    }

    /// "1, 3" → [0, 2]; nil when anything else is in it.
    static func numbers(_ answer: String, below count: Int) -> [Int]? {
        var numbers: [Int] = []
        for part in answer.split(whereSeparator: { " ,;\t".contains($0) }) {
            guard let number = Int(part), (1...max(count, 1)).contains(number) else { return nil }
            if !numbers.contains(number - 1) { numbers.append(number - 1) }
        }
        return numbers
    }

    /// Lends the descriptor of the terminal a person sits at.
    func withTerminal<Result: ~Copyable>(
        _ prompt: String, option: String, _ body: (Int32) throws(CommandFailure) -> Result
    ) throws(CommandFailure) -> Result {
        if Self.inputIsTerminal { return try body(STDIN_FILENO) }
        guard let terminal = FileHandle(forReadingAtPath: "/dev/tty") else {
            throw CommandFailure(
                texts.noTerminal(prompt, option), status: CommandFailure.Status.usage)
        }
        // Closed when it goes, which must not be before the answer is there.
        defer { withExtendedLifetime(terminal) {} }
        return try body(terminal.fileDescriptor)
    }
}

/// One line without its end, as it was typed; nil at the end of input.
func readLine(from descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
        let byte = terminal_read_byte(descriptor)
        if byte < 0 && bytes.isEmpty { return nil }
        if byte < 0 || byte == 0x0A { break }
        bytes.append(UInt8(byte))
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    return bytes
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
