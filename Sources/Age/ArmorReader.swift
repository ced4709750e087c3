internal import Sodium

/// Takes the ASCII armor off a file that comes in pieces; strict, in constant memory.
///
/// White space may stand before and after, at most 1,024 bytes of each; lines end in LF or CRLF. Everything else
/// is exactly one form, so that an armored file can't be changed without notice.
/// Source: C2SP age.md, ASCII armor; RFC 7468 §3, figure 3.
public struct ArmorReader: ~Copyable {
    private enum Place { case before, inside, closing, after }
    private static let columnCount = 64
    private static let maximumWhiteSpace = 1_024

    private var place = Place.before
    private var line: [UInt8] = []
    private var whiteSpace = 0

    /// A reader at the beginning of an armored file.
    public init() {}

    /// Takes armored bytes and appends what they stand for. Throws `armorFailure`.
    public mutating func push(_ armored: Span<UInt8>, into bytes: inout [UInt8]) throws(AgeError) {
        var start = 0
        while start < armored.count {
            if place == .after {
                try countWhiteSpace(armored[start])
                start += 1
                continue
            }
            var end = start
            while end < armored.count, armored[end] != UInt8(ascii: "\n") { end += 1 }
            line.append(copying: armored.extracting(start..<end))
            guard line.count <= Self.maximumWhiteSpace else { throw .armorFailure }
            if end < armored.count { try take(endedByNewline: true, into: &bytes) }
            start = end + 1
        }
    }

    /// The file has ended. Throws `armorFailure` unless its last line was there.
    public consuming func finish(into bytes: inout [UInt8]) throws(AgeError) {
        if place != .after { try take(endedByNewline: false, into: &bytes) }
        guard place == .after else { throw .armorFailure }
    }

    private mutating func take(endedByNewline: Bool, into bytes: inout [UInt8]) throws(AgeError) {
        if endedByNewline, line.last == UInt8(ascii: "\r") { line.removeLast() }
        defer { line.removeAll(keepingCapacity: true) }
        switch place {
        case .before:
            if line == Label.armorBegin {
                place = .inside
                whiteSpace = 0
            } else {
                for byte in line { try countWhiteSpace(byte) }
                try countWhiteSpace(UInt8(ascii: "\n"))
            }
        case .inside where line == Label.armorEnd: place = .after
        case .inside:
            guard !line.isEmpty, line.count <= Self.columnCount,
                let decoded = Base64.decode(line)
            else { throw .armorFailure }
            bytes += decoded
            // A full line has no padding inside the text; a line with padding is the last.
            if line.count < Self.columnCount || decoded.count < Self.columnCount / 4 * 3 {
                place = .closing
            }
        case .closing, .after:
            guard line == Label.armorEnd else { throw .armorFailure }
            place = .after
        }
    }

    private mutating func countWhiteSpace(_ byte: UInt8) throws(AgeError) {
        whiteSpace += 1
        guard whiteSpace <= Self.maximumWhiteSpace, isWhiteSpace(byte) else {
            throw .armorFailure
        }
    }
}

/// Space, tab, CR, LF.
func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == 0x0a
}
