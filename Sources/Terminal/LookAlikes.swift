internal import Reporting

/// Letters of another script in a word of Latin ones, such as a Cyrillic `а`: nobody sees the difference.
///
/// Words of one script alone stay as they are, whichever it is.
package enum LookAlikes {
    /// Whether a text has such a word.
    package static func isIn(_ text: String) -> Bool { marked(text) != text }

    /// Puts after each such letter what it is: `⟨U+0430⟩`. Where a word has no Latin letter but two other scripts, the
    /// letters of its first are not marked.
    static func marked(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        var word: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if isPart(scalar) {
                word.append(scalar)
            } else {
                shown.append(contentsOf: marked(word))
                word = []
                shown.append(scalar)
            }
        }
        shown.append(contentsOf: marked(word))
        return String(shown)
    }

    private static func marked(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let scripts = word.map { script(of: $0.value) }
        let own = scripts.contains(.latin) ? .latin : scripts.first { $0 != nil } ?? nil
        guard scripts.contains(where: { $0 != nil && $0 != own }) else { return word }
        return zip(word, scripts).flatMap { scalar, script in
            script == nil || script == own ? [scalar] : [scalar] + codePoint(scalar)
        }
    }

    /// `⟨U+0430⟩`.
    static func codePoint(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        return Array("⟨U+\(padding)\(digits)⟩".unicodeScalars)
    }

    /// Letters, what stands on them, digits; and what can't be seen, which ends no word.
    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isAlphabetic || VisibleText.isInvisible(scalar.value) { return true }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber: true
        default: false
        }
    }

    private enum Script { case latin, cyrillic, greek, armenian, cherokee, coptic, lisu, styled }

    /// Of letters that may look like those of another script; nil for all others. Source: Unicode's Blocks.txt.
    private static func script(of value: UInt32) -> Script? {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF:
            .latin
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x530...0x58F: .armenian
        case 0x13A0...0x13FF, 0xAB70...0xABBF: .cherokee
        case 0x2C80...0x2CFF: .coptic
        case 0xA4D0...0xA4FF: .lisu
        // Letters that are forms of Latin ones: of phonetics, mathematics, full width, numerals.
        case 0x251, 0x261, 0x212A...0x212B, 0x2160...0x217F, 0xFF21...0xFF3A, 0xFF41...0xFF5A,
            0x1D400...0x1D7FF:
            .styled
        default: nil
        }
    }
}
