// Texts are taken apart as bytes, all in the same two ways: the standard library's generic algorithms are compiled anew
// for each kind of collection, which the page's core has no room for.

extension String {
    /// What stands between each two of these bytes, nothing too; after `maxSplits` of them the rest in one.
    package func parts(between separator: UInt8, maxSplits: Int = .max) -> [String] {
        [UInt8](utf8)[...].split(
            separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: false
        ).map { String(decoding: [UInt8]($0), as: UTF8.self) }
    }

    /// What follows this beginning; nil when the text has another.
    package func after(_ beginning: String) -> String? {
        let (bytes, beginning) = ([UInt8](utf8)[...], [UInt8](beginning.utf8))
        guard bytes.starts(with: beginning) else { return nil }
        return String(decoding: [UInt8](bytes.dropFirst(beginning.count)), as: UTF8.self)
    }
}

/// A whole number of at most so many digits; nil for anything else, and for more than fits.
package func decimal(_ text: String, atMost count: Int = 9) -> Int? {
    let digits = [UInt8](text.utf8)
    guard !digits.isEmpty, digits.count <= count else { return nil }
    var value = 0
    for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, isTooLargeYet) = tenfold.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
        if isTooLarge || isTooLargeYet { return nil }
        value = sum
    }
    return value
}
