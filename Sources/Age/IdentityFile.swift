/// A file of identities: one a line, beside empty lines and comments (`#`). Source: age-keygen(1).
public enum IdentityFile {
    /// Reads all identities.
    ///
    /// - Parameter text: LF or CRLF lines.
    /// - Throws: `malformedIdentityLine`, `noIdentities`.
    public static func parse(_ text: Span<UInt8>) throws(AgeError) -> [Identity] {
        var identities: [Identity] = []
        var number = 0
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
            number += 1
            let next = end + 1
            if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            if end > start, text[start] != UInt8(ascii: "#") {
                do throws(AgeError) {
                    identities.append(try Identity(text: text.extracting(start..<end)))
                } catch { throw .malformedIdentityLine(number) }
            }
            start = next
        }
        guard !identities.isEmpty else { throw .noIdentities }
        return identities
    }
}
