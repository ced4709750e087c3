internal import TransparencyLog

/// The one form of every text here: a first line, then `name value value…` lines in a fixed order.
///
/// Values are separated by one space. In a value every byte but letters, digits and the punctuation
/// of its kind of text is percent-encoded with capital digits; any other encoding is refused, so that
/// one meaning has one form. Source: Docs/protocol.md §3, §6.
enum Lines {
    /// Sealed plaintexts: `-._~`.
    static let sealed = [UInt8]("-._~".utf8)
    /// Signed notes, which hold keys and addresses too.
    static let note = [UInt8]("-._~:/+=@,()".utf8)

    private static let digits = [UInt8]("0123456789ABCDEF".utf8)

    /// The value of a hexadecimal digit, of whatever size.
    static func value(ofDigit digit: UInt8) -> Int? {
        digits.firstIndex(of: (0x61...0x66).contains(digit) ? digit - 0x20 : digit)
    }

    static func encode(_ value: String, _ punctuation: [UInt8]) -> String {
        var text: [UInt8] = []
        for byte in [UInt8](value.utf8) {
            if isLetterOrDigit(byte) || punctuation.contains(byte) {
                text.append(byte)
            } else {
                text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// nil for any text but the one encoding of some UTF-8 without control characters.
    static func decode(_ text: ArraySlice<UInt8>, _ punctuation: [UInt8]) -> String? {
        // The common case; an import reads long keys by the thousand.
        if text.allSatisfy({ isLetterOrDigit($0) || punctuation.contains($0) }) {
            return String(decoding: text, as: UTF8.self)
        }
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap({ digits.firstIndex(of: $0) }),
                let low = rest.popFirst().flatMap({ digits.firstIndex(of: $0) })
            else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        let value = String(decoding: bytes, as: UTF8.self)
        guard [UInt8](encode(value, punctuation).utf8)[...] == text, isPrintable(value) else {
            return nil
        }
        return value
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
            || (0x61...0x7a).contains(byte)
    }

    /// No control characters at all.
    static func isPrintable(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { !isControl($0) }
    }

    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
    }

    /// `a`–`z`, `0`–`9` and `-`, at most 32: how a counsellor is named in reports and replies.
    static func isIdentifier(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && [UInt8](text.utf8).allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7a).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    /// A whole number without leading zeros; nil for anything else.
    static func number(_ text: String) -> Int? {
        guard text.utf8.count == 1 || text.utf8.first != UInt8(ascii: "0") else { return nil }
        return decimal(text)
    }
}

/// Writes such a text.
struct LineWriter {
    private(set) var text: String
    let punctuation: [UInt8]

    /// - Parameter firstLine: nil when others write it.
    init(_ firstLine: String?, punctuation: [UInt8]) {
        text = firstLine.map { $0 + "\n" } ?? ""
        self.punctuation = punctuation
    }

    mutating func add(_ name: String, _ values: [String]) {
        text += name
        for value in values { text += " " + Lines.encode(value, punctuation) }
        text += "\n"
    }

    mutating func add(_ name: String, _ value: String) { add(name, [value]) }

    mutating func add(_ name: String, optional value: String?) {
        if let value { add(name, [value]) }
    }
}

/// Reads such a text line by line, in order.
struct LineReader {
    private let lines: [ArraySlice<UInt8>]
    private var next = 0
    private let punctuation: [UInt8]

    /// - Parameter bytes: whole lines, each ended by LF.
    init(_ bytes: ArraySlice<UInt8>, punctuation: [UInt8]) throws(ReportingError) {
        lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
        guard lines.last?.isEmpty == true else { throw .malformedLine(lines.count) }
        self.punctuation = punctuation
    }

    var isAtEnd: Bool { next == lines.count - 1 }
    var error: ReportingError { .malformedLine(next) }

    mutating func takeFirst(_ line: String) throws(ReportingError) {
        guard next < lines.count - 1, lines[next] == [UInt8](line.utf8)[...] else {
            throw .malformedLine(next + 1)
        }
        next += 1
    }

    /// The values of the next line if it has this name.
    mutating func takeValues(_ name: String) throws(ReportingError) -> [String]? {
        let beginning = [UInt8]((name + " ").utf8)
        guard next < lines.count - 1, lines[next].starts(with: beginning) else { return nil }
        var values: [String] = []
        let parts = lines[next].dropFirst(beginning.count).split(
            separator: 0x20, omittingEmptySubsequences: false)
        for part in parts {
            guard !part.isEmpty, let value = Lines.decode(part, punctuation) else {
                throw .malformedLine(next + 1)
            }
            values.append(value)
        }
        next += 1
        return values
    }

    /// The only value of the next line if it has this name.
    mutating func takeOptional(_ name: String) throws(ReportingError) -> String? {
        guard let values = try takeValues(name) else { return nil }
        guard values.count == 1 else { throw error }
        return values[0]
    }

    /// The only value of the next line, which must have this name.
    mutating func take(_ name: String) throws(ReportingError) -> String {
        guard let value = try takeOptional(name) else { throw .malformedLine(next + 1) }
        return value
    }

    /// The next line's value, made into something by `convert`, which gives nil for what isn't one.
    mutating func take<Value>(
        _ name: String, _ convert: (String) -> Value?
    ) throws(ReportingError) -> Value {
        guard let value = convert(try take(name)) else { throw error }
        return value
    }

    /// The same where the line may be absent.
    mutating func takeOptional<Value>(
        _ name: String, _ convert: (String) -> Value?
    ) throws(ReportingError) -> Value? {
        guard let text = try takeOptional(name) else { return nil }
        guard let value = convert(text) else { throw error }
        return value
    }

    func finish() throws(ReportingError) {
        guard isAtEnd else { throw .malformedLine(next + 1) }
    }
}
