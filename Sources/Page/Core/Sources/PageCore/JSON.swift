internal import TransparencyLog

/// What an operation answers, before it is written. Members keep their order.
enum JSON: Sendable {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSON])
    case object([(name: String, value: JSON)])

    /// The text, or null.
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    /// Such as "2026-11-24", or null.
    init(_ day: Day?) { self.init(day?.text) }

    /// As UTF-8.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += [UInt8]("null".utf8)
        case .bool(let value): bytes += [UInt8]((value ? "true" : "false").utf8)
        case .number(let value): bytes += [UInt8](String(value).utf8)
        case .text(let text): Self.write(text, to: &bytes)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for index in values.indices {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                values[index].write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for index in members.indices {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(members[index].name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                members[index].value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// A Swift string is UTF-8 already: only quotes, backslashes and control characters are escaped.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        let digits = [UInt8]("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in [UInt8](text.utf8) {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20, 0x7f:
                bytes += [UInt8]("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(members.map { (name: $0.0, value: $0.1) })
    }

    init(arrayLiteral values: JSON...) { self = .list(values) }
}
