internal import Reporting
internal import TransparencyLog

/// Something the gateway serves: its path, and what stands there.
typealias Resource = (path: [UInt8], bytes: [UInt8])

/// What the page hands over: byte strings one after the other, each behind its length (4 bytes,
/// little-endian).
struct Fields {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.rest = bytes[...] }

    /// The next field. Throws `malformedInput`, as all that follow.
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

    /// The next field as what `read` makes of it; nil of it is a fault.
    mutating func next<Value>(_ read: (String) -> Value?) throws(PageFault) -> Value {
        guard let value = read(try nextText()) else { throw .malformedInput }
        return value
    }

    /// The same of a field that may be empty.
    mutating func nextOptional<Value>(_ read: (String) -> Value?) throws(PageFault) -> Value? {
        let text = try nextText()
        if text.utf8.isEmpty { return nil }
        guard let value = read(text) else { throw .malformedInput }
        return value
    }

    /// The next field as identifiers with spaces between.
    mutating func nextIdentifiers() throws(PageFault) -> [String] {
        try nextText().utf8.split(separator: 0x20).map {
            String(decoding: [UInt8]($0), as: UTF8.self)
        }
    }

    /// The next field as a receipt code, in whatever language. Throws `invalidCode` too.
    mutating func nextCode() throws(PageFault) -> ReceiptCode {
        guard case .valid(let code, _) = ReceiptCode.parse(try nextText()) else {
            throw .invalidCode
        }
        return code
    }

    /// The next field as resources of the gateway: the path of each, and its bytes, as fields in a field.
    mutating func nextResources() throws(PageFault) -> [Resource] {
        var inner = Fields(try next())
        var resources: [Resource] = []
        while !inner.rest.isEmpty {
            let path = try inner.next()
            resources.append((path, try inner.next()))
        }
        return resources
    }

    /// Throws when fields are left over.
    func finish() throws(PageFault) {
        guard rest.isEmpty else { throw .malformedInput }
    }
}
