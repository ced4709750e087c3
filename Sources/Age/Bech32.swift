internal import Sodium

/// Bech32 without BIP 173's limit on length, as age has it. Source: BIP 173; C2SP age.md.
enum Bech32 {
    private static let alphabet = [UInt8]("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    private static let checksumCount = 6
    /// What each value of the five bits shifted out adds, of the code's five generators.
    private static let remainders: [UInt32] = {
        let generators: [UInt32] = [
            0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
        ]
        return (0..<32).map { top in
            var remainder: UInt32 = 0
            for bit in 0..<5 where top >> bit & 1 == 1 { remainder ^= generators[bit] }
            return remainder
        }
    }()
    /// The value of each lower-case character, 0xff for what is none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xff, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// ASCII text in the case of `prefix`, which is wholly lower or wholly upper.
    static func encode(_ bytes: Span<UInt8>, prefix: String) -> [UInt8] {
        let human = lowercased([UInt8](prefix.utf8))
        var values: [UInt8] = []
        values.reserveCapacity((bytes.count * 8 + 4) / 5)
        var held: UInt32 = 0
        var bits = 0
        for index in bytes.indices {
            held = (held & 0xff) << 8 | UInt32(bytes[index])
            bits += 8
            while bits >= 5 {
                bits -= 5
                values.append(UInt8(held >> UInt32(bits) & 31))
            }
        }
        if bits > 0 { values.append(UInt8(held << UInt32(5 - bits) & 31)) }
        let check = polymod(human, values, padding: checksumCount) ^ 1
        var text = human + [UInt8(ascii: "1")]
        text.reserveCapacity(text.count + values.count + checksumCount)
        let alphabet = Self.alphabet
        for value in values { text.append(alphabet[Int(value)]) }
        for index in 0..<checksumCount {
            text.append(alphabet[Int(check >> UInt32(5 * (5 - index)) & 31)])
        }
        wipe(&values)
        return human == [UInt8](prefix.utf8) ? text : uppercased(text)
    }

    /// The bytes of `text`, whose prefix and case are exactly `prefix`; nil for anything else.
    static func decode(_ text: Span<UInt8>, prefix: String) -> [UInt8]? {
        let prefix = [UInt8](prefix.utf8)
        let human = lowercased(prefix)
        let upper = human != prefix
        guard text.count >= prefix.count + 1 + checksumCount else { return nil }
        for index in prefix.indices where text[index] != prefix[index] { return nil }
        guard text[prefix.count] == UInt8(ascii: "1") else { return nil }
        var values: [UInt8] = []
        values.reserveCapacity(text.count)
        let table = Self.values
        for index in (prefix.count + 1)..<text.count {
            let value = value(of: text[index], upper: upper, table)
            guard value < 32 else { return nil }
            values.append(value)
        }
        defer { wipe(&values) }
        guard polymod(human, values, padding: 0) == 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(values.count * 5 / 8)
        var held: UInt32 = 0
        var bits = 0
        for value in values.dropLast(checksumCount) {
            held = (held & 0xff) << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> UInt32(bits) & 0xff))
            }
        }
        // What is left over is less than a character, and zero.
        guard bits < 5, held & ((1 << UInt32(bits)) - 1) == 0 else {
            wipe(&bytes)
            return nil
        }
        return bytes
    }

    /// 0xff for a character that has none in this case.
    private static func value(of character: UInt8, upper: Bool, _ table: [UInt8]) -> UInt8 {
        guard upper else { return table[Int(character)] }
        if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(character) { return 0xff }
        let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(character)
        return table[Int(isLetter ? character | 0x20 : character)]
    }

    private static func polymod(_ human: [UInt8], _ values: [UInt8], padding: Int) -> UInt32 {
        let remainders = Self.remainders
        var check: UInt32 = 1
        func step(_ value: UInt8) {
            check = (check & 0x1ff_ffff) << 5 ^ UInt32(value) ^ remainders[Int(check >> 25)]
        }
        for character in human { step(character >> 5) }
        step(0)
        for character in human { step(character & 31) }
        for value in values { step(value) }
        for _ in 0..<padding { step(0) }
        return check
    }

    private static func lowercased(_ text: [UInt8]) -> [UInt8] {
        text.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func uppercased(_ text: [UInt8]) -> [UInt8] {
        text.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 & ~0x20 : $0 }
    }
}
