/// The Reed–Solomon code of the receipt code: ten symbols of GF(2^11), of which two are check symbols.
///
/// Symbols s_0 … s_9 are valid when Σ s_i·a^i = 0 and Σ s_i·a^(2i) = 0. Its distance is 3: one wrong symbol
/// at an unknown position, or two missing ones at known positions, can be found.
/// Source: Docs/protocol.md §2; Reed and Solomon, 1960.
enum ReedSolomon {
    static let symbolCount = 10
    static let dataSymbolCount = 8

    /// Σ s_i·a^i and Σ s_i·a^(2i): both zero for a valid code.
    static func syndromes(_ symbols: [FieldElement]) -> (first: FieldElement, second: FieldElement)
    {
        precondition(symbols.count == symbolCount)
        var first = FieldElement.zero
        var second = FieldElement.zero
        // Horner's rule, from the last position down.
        for symbol in symbols.reversed() {
            first = first.timesA + symbol
            second = second.timesA.timesA + symbol
        }
        return (first, second)
    }

    static func isValid(_ symbols: [FieldElement]) -> Bool {
        syndromes(symbols) == (.zero, .zero)
    }

    /// The ten symbols of eight data symbols.
    static func encode(_ data: [FieldElement]) -> [FieldElement] {
        precondition(data.count == dataSymbolCount)
        let (first, last) = recover(8, 9, in: data + [.zero, .zero])
        return data + [first, last]
    }

    /// Where one symbol, replaced, makes the code valid, and by what.
    ///
    /// nil when there is no such place, or nothing to correct.
    static func locateError(
        _ symbols: [FieldElement]
    ) -> (position: Int, symbol: FieldElement)? {
        let (first, second) = syndromes(symbols)
        guard first != .zero, second != .zero else { return nil }
        // One error e at i leaves e·a^i and e·a^(2i): their ratio is a^i.
        let locator = second * first.inverse
        var place = FieldElement.one
        for position in 0..<symbolCount {
            if place == locator { return (position, symbols[position] + first * place.inverse) }
            place = place.timesA
        }
        return nil
    }

    /// The symbol that belongs at `position`, whatever stands there.
    ///
    /// nil when none makes the code valid.
    static func recover(_ position: Int, in symbols: [FieldElement]) -> FieldElement? {
        var symbols = symbols
        symbols[position] = .zero
        let place = FieldElement.power(position)
        let symbol = syndromes(symbols).first * place.inverse
        symbols[position] = symbol
        return isValid(symbols) ? symbol : nil
    }

    /// The symbols that belong at two different positions, whatever stands there.
    ///
    /// There are always such symbols: this proves nothing about the other eight.
    static func recover(
        _ left: Int, _ right: Int, in symbols: [FieldElement]
    ) -> (left: FieldElement, right: FieldElement) {
        precondition(left != right)
        var symbols = symbols
        symbols[left] = .zero
        symbols[right] = .zero
        let (first, second) = syndromes(symbols)
        let leftPlace = FieldElement.power(left)
        let rightPlace = FieldElement.power(right)
        let sum = leftPlace + rightPlace
        return (
            (second + rightPlace * first) * (leftPlace * sum).inverse,
            (second + leftPlace * first) * (rightPlace * sum).inverse
        )
    }
}
