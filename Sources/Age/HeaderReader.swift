internal import Sodium

/// Reads the header of a file that comes in pieces, and the nonce after it.
public struct HeaderReader: ~Copyable {
    private var held: [UInt8] = []
    /// Where the line being read starts.
    private var lineStart = 0
    /// How far the search for its end has come.
    private var searched = 0
    private var header: AgeHeader?

    /// A reader at the beginning of a file.
    public init() {}

    /// What stands before the first chunk.
    public struct Found: Sendable {
        /// Well-formed, not yet authentic.
        public let header: AgeHeader
        /// 16 bytes.
        public let nonce: [UInt8]
        /// What was pushed beyond: the payload's first bytes.
        public let rest: [UInt8]
    }

    /// Takes bytes; nil until header and nonce are complete. Not to be called after that.
    ///
    /// - Throws: `notAnAgeFile`, `headerFailure`.
    public mutating func push(_ bytes: Span<UInt8>) throws(AgeError) -> Found? {
        held.append(copying: bytes)
        if header == nil {
            let mark = min(held.count, Label.versionLine.count)
            guard held[..<mark].elementsEqual(Label.versionLine[..<mark]) else {
                throw .notAnAgeFile
            }
            try findEnd()
        }
        guard let header else { return nil }
        let start = header.byteCount + PayloadKey.nonceByteCount
        guard held.count >= start else { return nil }
        return Found(
            header: header, nonce: [UInt8](held[header.byteCount..<start]),
            rest: [UInt8](held[start...]))
    }

    /// The file ended before header and nonce were complete: says which failure that is.
    public borrowing func failureAtEnd() -> AgeError {
        if held.count < Label.versionLine.count { return .notAnAgeFile }
        return .truncated
    }

    /// Parses as soon as the line of the code is complete: no other line starts with its mark.
    private mutating func findEnd() throws(AgeError) {
        while let end = held[searched...].firstIndex(of: UInt8(ascii: "\n")) {
            if held[lineStart..<end].starts(with: [UInt8]("---".utf8)) {
                header = try AgeHeader(parsing: held)
                return
            }
            lineStart = end + 1
            searched = lineStart
        }
        searched = held.count
        guard held.count <= AgeHeader.maximumByteCount else { throw .headerFailure }
    }
}
