/// What an organisation itself says on the page: a welcome and help entries of its own, by language.
///
/// The file `page-texts` has `name: text` a line, `#` before remarks: `language`, then for that language `welcome` (once
/// a line of it) and for each entry `help`, `for` and `contact`. It is text, whatever it looks like: never markup.
package struct OrganisationTexts: Sendable, Equatable {
    /// One way to get help.
    package struct Help: Sendable, Equatable {
        package var name: String
        package var purpose = ""
        package var contact = ""
    }

    /// Of one language.
    package struct Texts: Sendable, Equatable {
        package var welcome = ""
        package var help: [Help] = []
    }

    /// What is wrong, on which line from 1.
    package struct Fault: Error, Equatable {
        package let line: Int
        package let reason: Reason

        package init(line: Int, reason: Reason) {
            self.line = line
            self.reason = reason
        }
    }

    /// What can be wrong with a line.
    package enum Reason: Error, Equatable {
        /// No `name: text`.
        case noName
        case unknown(String)
        /// No text after the colon.
        case empty(String)
        /// Not a code of two or three small letters.
        case notALanguage(String)
        case languageTwice(String)
        /// Something before the first `language`.
        case noLanguageYet(String)
        /// `for` or `contact` before a `help`, or twice under it.
        case notUnderHelp(String)
        /// The `help` of this name has no `contact`.
        case noContact(String)
        case tooLong(String, limit: Int)
        case tooMany(String, limit: Int)
        case notUTF8
        case controlCharacter
    }

    package static let fileName = "page-texts"
    package static let byteLimit = 65_536
    private static let languageLimit = 8
    private static let helpLimit = 20
    private static let welcomeLimit = 2000
    private static let lineLimit = 200

    /// Code and texts, in the order of the file.
    package private(set) var languages: [(code: String, texts: Texts)] = []

    /// No texts: what an organisation has that wrote none.
    package init() {}

    /// Reads the file. Throws `Fault`.
    package init(parsing bytes: [UInt8]) throws(Fault) {
        var number = 0
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        // Some editors put a byte order mark first.
        let bytes = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
            number += 1
            do throws(Reason) { try read(line) } catch { throw Fault(line: number, reason: error) }
        }
        do throws(Reason) { try requireContact() } catch {
            throw Fault(line: number, reason: error)
        }
    }

    private mutating func read(_ line: ArraySlice<UInt8>) throws(Reason) {
        let line = line.last == 0x0d ? line.dropLast() : line
        let text = String(decoding: line, as: UTF8.self)
        guard text.utf8.elementsEqual(line) else { throw .notUTF8 }
        guard !text.unicodeScalars.contains(where: Self.isControl) else { throw .controlCharacter }
        let trimmed = Self.trimmed(text[...])
        guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { return }
        guard let colon = trimmed.firstIndex(of: ":") else { throw .noName }
        let name = String(Self.trimmed(trimmed[..<colon]))
        let value = String(Self.trimmed(trimmed[trimmed.index(after: colon)...]))
        guard ["language", "welcome", "help", "for", "contact"].contains(name) else {
            throw .unknown(name)
        }
        guard !value.isEmpty else { throw .empty(name) }
        if name == "language" { return try begin(value) }
        guard !languages.isEmpty else { throw .noLanguageYet(name) }
        if name == "welcome" { return try welcome(value) }
        guard value.unicodeScalars.count <= Self.lineLimit else {
            throw .tooLong(name, limit: Self.lineLimit)
        }
        if name == "help" { return try beginHelp(value) }
        let last = languages.count - 1
        let entry = languages[last].texts.help.count - 1
        let part: WritableKeyPath<Help, String> = name == "for" ? \.purpose : \.contact
        guard entry >= 0, languages[last].texts.help[entry][keyPath: part].isEmpty else {
            throw .notUnderHelp(name)
        }
        languages[last].texts.help[entry][keyPath: part] = value
    }

    private mutating func begin(_ code: String) throws(Reason) {
        try requireContact()
        guard (2...3).contains(code.utf8.count),
            code.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { throw .notALanguage(code) }
        guard !languages.contains(where: { $0.code == code }) else { throw .languageTwice(code) }
        guard languages.count < Self.languageLimit else {
            throw .tooMany("language", limit: Self.languageLimit)
        }
        languages.append((code, Texts()))
    }

    private mutating func welcome(_ value: String) throws(Reason) {
        let last = languages.count - 1
        let before = languages[last].texts.welcome
        let welcome = before.isEmpty ? value : before + "\n" + value
        guard welcome.unicodeScalars.count <= Self.welcomeLimit else {
            throw .tooLong("welcome", limit: Self.welcomeLimit)
        }
        languages[last].texts.welcome = welcome
    }

    private mutating func beginHelp(_ name: String) throws(Reason) {
        try requireContact()
        let last = languages.count - 1
        guard languages[last].texts.help.count < Self.helpLimit else {
            throw .tooMany("help", limit: Self.helpLimit)
        }
        languages[last].texts.help.append(Help(name: name))
    }

    /// Of the entry read last: a help line without a way to reach it helps nobody.
    private func requireContact() throws(Reason) {
        guard let entry = languages.last?.texts.help.last else { return }
        guard !entry.contact.isEmpty else { throw .noContact(entry.name) }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        var text = text.drop(while: isBlank)
        while let last = text.last, isBlank(last) { text.removeLast() }
        return text
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\t" || (0x7f...0x9f).contains(scalar.value)
            || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// The same languages with the same texts in the same order.
    package static func == (left: Self, right: Self) -> Bool {
        left.languages.elementsEqual(right.languages, by: ==)
    }
}
