internal import ArgumentParser
internal import Foundation
internal import Terminal

/// How what was found or done is said.
struct JSONOption: ParsableArguments {
    @Flag(help: ArgumentHelp(en: "Say it as JSON.", nl: "Zeg het als JSON.")) var json = false
}

/// JSON with its names in order, and in ASCII alone: what a reporter wrote can't move or hide anything on a
/// terminal either.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    return text.utf16.map { unit in
        if unit < 0x7f { return String(UnicodeScalar(UInt8(unit))) }
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
}
