/// The inside of every envelope: lines, an empty line, a text, NUL padding to a fixed length.
enum Plaintext {
    /// Throws `forbiddenCharacter`, or `bodyTooLong`.
    static func padded(
        head: [UInt8], body: String, byteCount: Int
    ) throws(ReportingError) -> [UInt8] {
        guard isBody(body) else { throw .forbiddenCharacter }
        let needed = head.count + 1 + body.utf8.count
        guard needed <= byteCount else { throw .bodyTooLong(byBytes: needed - byteCount) }
        return head + [0x0a] + [UInt8](body.utf8)
            + [UInt8](repeating: 0, count: byteCount - needed)
    }

    /// The lines with their last LF, and the text.
    static func parts(
        _ bytes: [UInt8]
    ) throws(ReportingError) -> (head: ArraySlice<UInt8>, body: String) {
        var lineCount = 1
        var empty: Int?
        for index in bytes.indices where bytes[index] == 0x0a {
            if index > 0, bytes[index - 1] == 0x0a {
                empty = index
                break
            }
            lineCount += 1
        }
        guard let empty else { throw .malformedLine(lineCount) }
        let rest = bytes[(empty + 1)...]
        let end = rest.firstIndex(of: 0) ?? bytes.endIndex
        guard bytes[end...].allSatisfy({ $0 == 0 }) else { throw .malformedPadding }
        let body = String(decoding: bytes[(empty + 1)..<end], as: UTF8.self)
        guard [UInt8](body.utf8)[...] == bytes[(empty + 1)..<end], isBody(body) else {
            throw .forbiddenCharacter
        }
        return (bytes[..<empty], body)
    }

    private static func isBody(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            !Lines.isControl($0) || $0 == "\n" || $0 == "\t"
        }
    }
}
