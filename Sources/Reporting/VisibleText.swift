/// What of a text can be seen.
public enum VisibleText {
    /// Whether there is nothing to see in a text: it is empty, or only spaces and what is invisible.
    public static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { isSpace($0.value) || isInvisible($0.value) }
    }

    /// C1 controls, direction marks, line separators, and what has no width of its own.
    public static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0x80...0x9F, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5: true
        case 0x180B...0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164: true
        case 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true
        case 0xE0000...0xE0FFF: true
        default: false
        }
    }

    /// C0 controls and Unicode's spaces (category Zs).
    private static func isSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0...0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}
