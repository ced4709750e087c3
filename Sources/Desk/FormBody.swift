internal import Hummingbird
internal import NIOCore
internal import Sodium

/// The fields of a form: `application/x-www-form-urlencoded` in UTF-8, the first of each name.
/// Source: WHATWG URL Standard, §5.1.
struct FormBody: Sendable {
    static let byteLimit = 1 << 20

    /// The body was not such a form, or was longer than `byteLimit`.
    struct Malformed: Error {}

    private var fields: [String: [UInt8]] = [:]

    init(_ request: Request) async throws {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }
        guard type == "application/x-www-form-urlencoded",
            let body = try? await request.body.collect(upTo: Self.byteLimit)
        else { throw Malformed() }
        try self.init([UInt8](buffer: body))
    }

    init(query: Substring) throws { try self.init([UInt8](query.utf8)) }

    init(_ bytes: [UInt8]) throws {
        for field in bytes.split(separator: UInt8(ascii: "&")) {
            let end = field.firstIndex(of: UInt8(ascii: "=")) ?? field.endIndex
            guard let name = String(validating: try Self.decoded(field[..<end]), as: UTF8.self)
            else { throw Malformed() }
            let value = try Self.decoded(field[end...].dropFirst())
            if fields[name] == nil { fields[name] = value }
        }
    }

    /// The bytes of a field; none when it is not there.
    func bytes(_ name: String) -> [UInt8] { fields[name] ?? [] }

    /// A field's text, its lines ended by LF; empty when it is not there.
    /// - Throws: `Malformed` when it is not UTF-8.
    func text(_ name: String) throws -> String {
        guard let text = String(validating: bytes(name), as: UTF8.self) else { throw Malformed() }
        return text.replacing("\r\n", with: "\n")
    }

    /// What follows `prefix` in the names of fields that begin with it, in order.
    func names(after prefix: String) -> [String] {
        fields.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
            .sorted()
    }

    func has(_ name: String) -> Bool { fields[name] != nil }

    private static func decoded(_ bytes: ArraySlice<UInt8>) throws -> [UInt8] {
        var decoded: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let value = Self.value(of: rest.prefix(2)) else {
                    throw Malformed()
                }
                rest = rest.dropFirst(2)
                decoded.append(value)
            default: decoded.append(byte)
            }
        }
        return decoded
    }

    private static func value(of digits: ArraySlice<UInt8>) -> UInt8? {
        guard digits.allSatisfy({ isHexDigit($0) }) else { return nil }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
