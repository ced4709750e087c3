internal import CSodium

/// Lower-case hexadecimal.
public enum Hex {
    private static let digits = [UInt8]("0123456789abcdef".utf8)

    /// Two digits a byte.
    public static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// nil unless an even number of lower-case digits.
    public static func decode(_ text: String) -> [UInt8]? {
        let text = [UInt8](text.utf8)
        guard text.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        for index in stride(from: 0, to: text.count, by: 2) {
            guard let high = value(text[index]), let low = value(text[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

/// Base64 with the standard alphabet, canonical or refused. Source: RFC 4648 §4.
public enum Base64 {
    private static func variant(_ padded: Bool) -> Int32 { padded ? 1 : 3 }

    /// The one encoding, with or without `=` at its end.
    public static func encode(_ bytes: [UInt8], padded: Bool = true) -> String {
        let capacity = sodium_base64_encoded_len(bytes.count, variant(padded))
        var text = [CChar](repeating: 0, count: capacity)
        unsafe _ = sodium_bin2base64(&text, capacity, bytes, bytes.count, variant(padded))
        return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// nil for anything but the one encoding of some bytes.
    public static func decode(_ text: String, padded: Bool = true) -> [UInt8]? {
        decode([UInt8](text.utf8), padded: padded)
    }

    /// The same, of ASCII bytes.
    public static func decode(_ text: [UInt8], padded: Bool = true) -> [UInt8]? {
        // libsodium's function takes bytes above 127 for some of the alphabet's.
        guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
        var bytes = [UInt8](repeating: 0, count: text.count / 4 * 3 + 3)
        var count = 0
        let characters = text.map { CChar(bitPattern: $0) }
        let code = unsafe sodium_base642bin(
            &bytes, bytes.count, characters, characters.count, nil, &count, nil, variant(padded))
        guard code == 0 else { return nil }
        return [UInt8](bytes.prefix(count))
    }
}
