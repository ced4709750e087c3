internal import PageRelease

/// Whether bytes are one PNG picture and nothing else. Source: W3C PNG, "File structure".
enum PNGFile {
    /// More bytes than this are no logo.
    static let byteLimit = 65_536
    private static let sideLimit = 2048
    private static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    private static let header: [UInt8] = Array("IHDR".utf8)
    private static let end: [UInt8] = Array("IEND".utf8)

    /// Its signature, its chunks from IHDR to IEND with their checksums, nothing behind them, sides of at most
    /// 2,048 points. The picture in it is not decoded.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= byteLimit, bytes.starts(with: signature) else { return false }
        var rest = bytes.dropFirst(signature.count)
        var isFirst = true
        while rest.count >= 12 {
            let length = Int(number(rest.prefix(4)))
            guard rest.count >= length + 12 else { return false }
            let named = rest.dropFirst(4).prefix(4 + length)
            let content = named.dropFirst(4)
            let sum = rest.dropFirst(8 + length).prefix(4)
            guard CRC32.of(named) == number(sum) else { return false }
            rest = rest.dropFirst(12 + length)
            if isFirst {
                guard named.starts(with: header), length == 13,
                    isSide(content.prefix(4)), isSide(content.dropFirst(4).prefix(4))
                else { return false }
                isFirst = false
            }
            if named.starts(with: end) { return length == 0 && rest.isEmpty }
        }
        return false
    }

    private static func isSide(_ bytes: ArraySlice<UInt8>) -> Bool {
        (1...UInt32(sideLimit)).contains(number(bytes))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
