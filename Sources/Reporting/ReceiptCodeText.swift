/// The words in what a person typed, pasted or dictated for a receipt code.
///
/// Forgiven: capitals, accents (also as combining marks), ligatures, numbers before the words, punctuation
/// and quotation marks around them, line breaks, and what keyboards put in unasked: no-break and zero-width
/// spaces, soft hyphens, typographic apostrophes. Embedded Swift has no Regex; this is a loop.
enum ReceiptCodeText {
    /// One word, or a `?` that stands for one.
    struct Word: Sendable, Equatable {
        /// Lower-case ASCII letters; other signs between letters are kept, and are in no list.
        let letters: [UInt8]
        /// Whether it is one or more `?` and no letter.
        let isUnreadable: Bool

        /// For showing.
        var text: String { String(decoding: letters, as: UTF8.self) }
    }

    /// What a saved file that holds more than the ten words begins with.
    static let savedFileFirstWord = [UInt8]("sottovoce".utf8)

    /// Longer words are cut: the list's are much shorter.
    private static let letterLimit = 32

    private enum Sign {
        case letters([UInt8])
        case digit(UInt8)
        case questionMark
        /// A letter of another script.
        case foreign
        case ignored
        case separator
    }

    /// The words of `text`, in order.
    ///
    /// Linear in its length.
    static func words(in text: String) -> [Word] {
        var words: [Word] = []
        var signs: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch sign(of: scalar.value) {
            case .letters(let letters): signs += letters
            case .digit(let digit): signs.append(digit)
            case .questionMark: signs.append(UInt8(ascii: "?"))
            case .foreign: signs.append(UInt8(ascii: "*"))
            case .ignored: break
            case .separator:
                if let word = word(signs) { words.append(word) }
                signs = []
            }
        }
        if let word = word(signs) { words.append(word) }
        return words
    }

    /// nil when there is nothing but digits: the number of a word.
    private static func word(_ signs: [UInt8]) -> Word? {
        guard let first = signs.firstIndex(where: isWordSign),
            let last = signs.lastIndex(where: isWordSign)
        else {
            return signs.contains(UInt8(ascii: "?")) ? Word(letters: [], isUnreadable: true) : nil
        }
        return Word(letters: [UInt8](signs[first...last].prefix(letterLimit)), isUnreadable: false)
    }

    private static func isWordSign(_ sign: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(sign) || sign == UInt8(ascii: "*")
    }

    private static func sign(of scalar: UInt32) -> Sign {
        switch scalar {
        case 0x61...0x7A: .letters([UInt8(scalar)])
        case 0x41...0x5A: .letters([UInt8(scalar + 0x20)])
        case 0x30...0x39: .digit(UInt8(scalar))
        case 0x3F, 0xFF1F: .questionMark
        // ' ` ´ ʼ ‘ ’ ′ and the soft hyphen, combining marks, zero-width signs, variation selectors.
        case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0x2032, 0xAD, 0x300...0x36F, 0x200B...0x200F,
            0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF:
            .ignored
        case 0xC6, 0xE6: .letters([UInt8]("ae".utf8))
        case 0xDE, 0xFE: .letters([UInt8]("th".utf8))
        case 0xDF: .letters([UInt8]("ss".utf8))
        case 0x132, 0x133: .letters([UInt8]("ij".utf8))
        case 0x152, 0x153: .letters([UInt8]("oe".utf8))
        case 0xFB00: .letters([UInt8]("ff".utf8))
        case 0xFB01: .letters([UInt8]("fi".utf8))
        case 0xFB02: .letters([UInt8]("fl".utf8))
        case 0xC0...0x17F:
            latin[Int(scalar - 0xC0)] == UInt8(ascii: ".")
                ? .separator : .letters([latin[Int(scalar - 0xC0)]])
        // Full-width letters, which some keyboards give.
        case 0xFF21...0xFF3A: .letters([UInt8(scalar - 0xFF21 + 0x61)])
        case 0xFF41...0xFF5A: .letters([UInt8(scalar - 0xFF41 + 0x61)])
        case 0x180...0x24F, 0x370...0x1FFF, 0x3040...0xD7FF: .foreign
        default: .separator
        }
    }

    /// The letter without its accent for U+00C0 to U+017F.
    ///
    /// Unicode's canonical decompositions, and the plain letter for those with a stroke. A dot
    /// where there is none.
    private static let latin = [UInt8](
        ("aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
            + "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
