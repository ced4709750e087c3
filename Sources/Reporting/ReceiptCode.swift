public import Sodium

/// The ten words by which a reporter comes back: 88 random bits in eight words, and two check words.
///
/// Whoever has it reads the answers and can answer back; nobody can recover it. It has no description and
/// no `==`, so that it can't be logged by mistake. Sharing the object copies no secret.
/// Source: Docs/protocol.md §2.
public final class ReceiptCode: Sendable {
    /// Bytes of entropy.
    public static let entropyByteCount = 11
    /// Words of a code.
    public static let wordCount = ReedSolomon.symbolCount

    /// The eight data symbols of 11 bits, packed big-endian: 11 bytes.
    public let entropy: SecretBytes

    /// A code drawn from the system's random generator.
    public init() {
        self.entropy = .random(byteCount: Self.entropyByteCount)
    }

    /// - Parameter entropy: 11 bytes.
    public init(entropy: consuming SecretBytes) {
        precondition(entropy.byteCount == Self.entropyByteCount)
        self.entropy = entropy
    }

    /// - Parameter symbols: ten that are valid together.
    init(symbols: [FieldElement]) {
        precondition(ReedSolomon.isValid(symbols))
        self.entropy = SecretBytes(byteCount: Self.entropyByteCount) { bytes in
            for bit in 0..<Self.entropyByteCount * 8 {
                let (word, place) = bit.quotientAndRemainder(dividingBy: FieldElement.bitCount)
                let value = symbols[word].bits >> UInt16(FieldElement.bitCount - 1 - place) & 1
                bytes[bit / 8] |= UInt8(value) << UInt8(7 - bit % 8)
            }
        }
    }

    /// All ten symbols.
    var symbols: [FieldElement] {
        let data = entropy.withBytes { bytes in
            (0..<ReedSolomon.dataSymbolCount).map { word in
                var bits: UInt16 = 0
                for place in 0..<FieldElement.bitCount {
                    let bit = word * FieldElement.bitCount + place
                    bits = bits << 1 | UInt16(bytes[bit / 8] >> UInt8(7 - bit % 8) & 1)
                }
                return FieldElement(bits)
            }
        }
        return ReedSolomon.encode(data)
    }

    /// The ten words, to be shown to the reporter and to nobody else.
    public func words(in list: WordList) -> [String] {
        symbols.map { list.words[Int($0.bits)] }
    }
}
