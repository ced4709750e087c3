/// Texts of several lines, typed at a terminal.
///
/// Nothing that was typed is lost but by the person's own choice: a line that can't be taken is asked for
/// again by itself, and of a text that is too long the lines that fit are kept.
extension Console {
    /// What a terminal's line can hold (Linux: 4,096 bytes with its end).
    ///
    /// A longer one was cut.
    static let lineByteCount = 4_095
    /// Characters shown of where something is.
    private static let shownCount = 40

    /// Lines up to one that is a single full stop, or the end of input (Ctrl-D); joined by line
    /// feeds, without spaces and empty lines at the end.
    ///
    /// - Parameters:
    ///   - capacity: bytes of UTF-8 that fit. Of more, the person decides what becomes.
    ///   - option: what gives the text where there is no terminal.
    package func askText(
        _ prompt: String, capacity: Int, option: String
    ) throws(CommandFailure) -> String {
        notice(prompt)
        var kept = ""
        while true {
            let lines = try typedLines(prompt, option: option)
            let text = withoutEnd(([kept].filter { !$0.isEmpty } + lines).joined(separator: "\n"))
            guard let rest = excess(of: text, over: capacity) else { return text }
            let fitting = wholeLines(of: text, capacity: capacity)
            let left = String(text.dropFirst(fitting.count)).trimmed.prefix { $0 != "\n" }
            let begin = inert(String(left.prefix(Self.shownCount)))
            notice(wrapped(texts.textTooLong(rest.count, text.count - rest.count, begin)))
            switch try choose(
                texts.whatNow, from: texts.tooLongChoices(fitting.count), option: option)
            {
            case 0: return fitting
            case 1:
                kept = fitting
                let end = inert(String(fitting.suffix(Self.shownCount)), lines: true)
                notice(wrapped(texts.goOn(end, capacity - fitting.utf8.count)))
            case 2:
                kept = ""
                notice(prompt)
            default: throw CommandFailure(texts.stopped)
            }
        }
    }

    private func typedLines(_ prompt: String, option: String) throws(CommandFailure) -> [String] {
        try withTerminal(prompt, option: option) { (terminal) throws(CommandFailure) in
            var lines: [String] = []
            while let bytes = readLine(from: terminal), bytes != [0x2E] {
                if let line = understood(bytes) { lines.append(line) }
            }
            return lines
        }
    }

    /// A typed line that can be taken; nil after saying why it can't, and that it is asked for again.
    func understood(_ bytes: [UInt8]) -> String? {
        guard bytes.count < Self.lineByteCount else {
            notice(wrapped(texts.lineTooLong))
            return nil
        }
        guard let line = String(validating: bytes, as: UTF8.self),
            !line.unicodeScalars.contains(where: {
                $0.properties.generalCategory == .control && $0 != "\t"
            })
        else {
            notice(wrapped(texts.lineNotText))
            return nil
        }
        return line
    }
}

/// The end of a text that has to go for the rest to fit in so many bytes of UTF-8; nil when it fits.
package func excess(of text: String, over capacity: Int) -> Substring? {
    guard text.utf8.count > capacity else { return nil }
    var byteCount = 0
    let end = text.indices.first { index in
        byteCount += text[index].utf8.count
        return byteCount > capacity
    }
    return text[(end ?? text.startIndex)...]
}

/// The lines from the beginning that fit; of a first line too long by itself, what fits of it.
func wholeLines(of text: String, capacity: Int) -> String {
    guard let rest = excess(of: text, over: capacity) else { return text }
    let fitting = text[..<rest.startIndex]
    if rest.first == "\n" { return withoutEnd(String(fitting)) }
    let lines = withoutEnd(String(fitting[..<(fitting.lastIndex(of: "\n") ?? fitting.startIndex)]))
    return lines.isEmpty ? withoutEnd(String(fitting)) : lines
}

private func withoutEnd(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, last == "\n" || last == " " { text.removeLast() }
    return String(text)
}
