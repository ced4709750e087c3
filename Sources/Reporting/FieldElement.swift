/// An element of GF(2^11), the field of the receipt code's words: a polynomial over GF(2) of degree at
/// most 10, reduced by x^11 + x^2 + 1, which is primitive; a = x.
///
/// No tables and no branches on values: the words are a secret. Source: Docs/protocol.md §2.
struct FieldElement: Equatable, Sendable {
    static let bitCount = 11
    static let elementCount = 1 << bitCount
    static let zero = FieldElement(0)
    static let one = FieldElement(1)
    private static let modulus: UInt16 = 0b1000_0000_0101

    let bits: UInt16

    /// - Parameter bits: the coefficients, below 2,048.
    init(_ bits: UInt16) {
        precondition(bits < Self.elementCount)
        self.bits = bits
    }

    /// a^exponent.
    ///
    /// Linear in `exponent`: for positions 0 to 9.
    static func power(_ exponent: Int) -> FieldElement {
        var element = one
        for _ in 0..<exponent { element = element.timesA }
        return element
    }

    /// a · self: one shift.
    var timesA: FieldElement {
        let shifted = bits << 1
        return FieldElement(shifted ^ (Self.modulus & (0 &- (shifted >> UInt16(Self.bitCount)))))
    }

    /// The sum, which is the difference too.
    static func + (left: FieldElement, right: FieldElement) -> FieldElement {
        FieldElement(left.bits ^ right.bits)
    }

    static func * (left: FieldElement, right: FieldElement) -> FieldElement {
        var product: UInt16 = 0
        var shifted = left
        for bit in 0..<UInt16(bitCount) {
            product ^= shifted.bits & (0 &- (right.bits >> bit & 1))
            shifted = shifted.timesA
        }
        return FieldElement(product)
    }

    /// 1 / self: self^(2^11 − 2), by ten squarings.
    ///
    /// Zero has no inverse and gives zero.
    var inverse: FieldElement {
        var square = self * self
        var product = square
        for _ in 2..<Self.bitCount {
            square = square * square
            product = product * square
        }
        return product
    }
}
