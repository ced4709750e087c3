/// What can be told of a gzip file without decompressing it. Source: RFC 1952.
enum Gzip {
    private static let signature: [UInt8] = [0x1f, 0x8b, 0x08]
    private static let least = 18

    /// Whether `compressed` says that it holds so many bytes with the CRC-32 of `bytes`.
    ///
    /// It finds a copy that was forgotten when the file changed; it proves nothing against who makes one on purpose.
    static func claims(_ compressed: [UInt8], toHold bytes: [UInt8]) -> Bool {
        guard compressed.count >= least, compressed.starts(with: signature) else { return false }
        return littleEndian(compressed.suffix(8).prefix(4)) == CRC32.of(bytes)
            && littleEndian(compressed.suffix(4)) == UInt32(truncatingIfNeeded: bytes.count)
    }

    private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// The checksum of gzip and PNG, against accidents only. Source: ISO 3309; RFC 1952 §8.
package enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in
            value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1
        }
    }

    package static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)]
        }
    }
}
