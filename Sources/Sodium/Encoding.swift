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
    ///
    /// Not for secrets: the table it looks values up in may leave traces in the processor's cache.
    public static func decode(_ text: [UInt8], padded: Bool = true) -> [UInt8]? {
        var end = text.count
        if padded {
            guard end % 4 == 0 else { return nil }
            while end > text.count - 2, end > 0, text[end - 1] == UInt8(ascii: "=") { end -= 1 }
        }
        guard end % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end / 4 * 3 + 2)
        let values = Self.values
        var index = 0
        while index < end {
            // Four characters are three bytes; at the end, three are two and two are one.
            let count = min(4, end - index)
            var group: UInt32 = 0
            for position in 0..<4 {
                let value = position < count ? values[Int(text[index + position])] : 0
                guard value < 64 else { return nil }
                group = group << 6 | UInt32(value)
            }
            bytes.append(UInt8(group >> 16))
            if count > 2 { bytes.append(UInt8(group >> 8 & 0xff)) }
            if count > 3 { bytes.append(UInt8(group & 0xff)) }
            // The bits that stand for no byte are zero.
            if count == 2, group & 0xffff != 0 { return nil }
            if count == 3, group & 0xff != 0 { return nil }
            index += count
        }
        return bytes
    }

    /// The value of each character, 0xff for what is none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xff, count: 256)
        let alphabet = [UInt8](
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for value in alphabet.indices { values[Int(alphabet[value])] = UInt8(value) }
        return values
    }()
}
