internal import Sodium

/// One recipient stanza: the file key, sealed to one recipient. Source: C2SP age.md, recipient stanza.
public struct Stanza: Sendable, Equatable {
    /// One or more, each of one or more visible ASCII characters; the first names the kind.
    public let arguments: [String]
    /// Of any length.
    public let body: [UInt8]
    static let columnCount = 64

    init(_ arguments: [String], body: [UInt8]) {
        self.arguments = arguments
        self.body = body
    }

    /// The kind, `mlkem768x25519` or another.
    public var kind: String { arguments[0] }

    /// Its lines, as they stand in a header.
    func append(to header: inout [UInt8]) {
        header += [UInt8]("->".utf8)
        for argument in arguments {
            header.append(UInt8(ascii: " "))
            header += [UInt8](argument.utf8)
        }
        header.append(UInt8(ascii: "\n"))
        let text = [UInt8](Base64.encode(body, padded: false).utf8)
        var start = 0
        // The last line is always shorter than the others, and empty when it must be.
        while start + Self.columnCount <= text.count {
            header += text[start..<(start + Self.columnCount)]
            header.append(UInt8(ascii: "\n"))
            start += Self.columnCount
        }
        header += text[start...]
        header.append(UInt8(ascii: "\n"))
    }

    /// Reads one, its first line already taken from `lines`.
    static func parse(
        _ first: ArraySlice<UInt8>, _ lines: inout LineReader
    ) throws(AgeError) -> Stanza {
        guard first.starts(with: [UInt8]("-> ".utf8)) else { throw .headerFailure }
        var arguments: [String] = []
        var start = first.startIndex + 3
        for index in start...first.endIndex {
            // An argument ends at a space and at the end of the line.
            if index < first.endIndex, first[index] != UInt8(ascii: " ") {
                guard (0x21...0x7e).contains(first[index]) else { throw .headerFailure }
                continue
            }
            guard index > start else { throw .headerFailure }
            arguments.append(String(decoding: first[start..<index], as: UTF8.self))
            start = index + 1
        }
        var text: [UInt8] = []
        while true {
            guard let line = lines.next(), line.count <= columnCount else { throw .headerFailure }
            text += line
            if line.count < columnCount { break }
        }
        guard let body = Base64.decode(text, padded: false) else { throw .headerFailure }
        return Stanza(arguments, body: body)
    }

    /// An argument that is the canonical base64 of exactly `byteCount` bytes.
    func decodedArgument(_ index: Int, byteCount: Int) throws(AgeError) -> [UInt8] {
        guard let bytes = Base64.decode(arguments[index], padded: false), bytes.count == byteCount
        else { throw .headerFailure }
        return bytes
    }
}

/// Lines ended by LF, one after the other.
struct LineReader {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next line without its LF; nil when none is complete.
    mutating func next() -> ArraySlice<UInt8>? {
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { position = end + 1 }
        return bytes[position..<end]
    }
}
