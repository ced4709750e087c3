/// What the page hands over: byte strings one after the other, each behind its length (4 bytes,
/// little-endian).
struct Fields {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.rest = bytes[...] }

    /// The next field. Throws `malformedInput`.
    mutating func next() throws(PageFault) -> [UInt8] {
        guard rest.count >= 4 else { throw .malformedInput }
        var count = 0
        for byte in rest.prefix(4).reversed() { count = count << 8 | Int(byte) }
        rest = rest.dropFirst(4)
        guard count >= 0, rest.count >= count else { throw .malformedInput }
        defer { rest = rest.dropFirst(count) }
        return [UInt8](rest.prefix(count))
    }

    /// The next field as UTF-8.
    mutating func nextText() throws(PageFault) -> String {
        String(decoding: try next(), as: UTF8.self)
    }

    /// Throws `malformedInput` when fields are left over.
    func finish() throws(PageFault) {
        guard rest.isEmpty else { throw .malformedInput }
    }
}

/// Why an operation gave nothing: what the page sees in place of a byte count.
enum PageFault: Int32, Error {
    /// The fields are not those of the operation, or can't be read.
    case malformedInput = -1
    /// The text is no valid receipt code.
    case invalidCode = -2
    /// The link or the notes are not to be trusted, or name no such reader this month.
    case untrusted = -3
    /// The text doesn't fit, or holds what may not be sent.
    case notSealable = -4
    /// Not for this key, not from this sender, or changed.
    case authenticationFailed = -5
    /// The memory for a receipt code's derivation can't be had.
    case outOfMemory = -6
}
