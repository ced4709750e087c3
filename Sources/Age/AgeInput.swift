internal import Sodium

/// Tells an armored file from a plain one by its beginning, and takes the armor off if there is one.
public struct AgeInput: ~Copyable {
    private var armor: ArmorReader?
    private var isDecided: Bool
    private var held: [UInt8] = []

    /// At the beginning of a file of either form.
    public init() { isDecided = false }

    /// At the beginning of a file whose form is known.
    public init(isArmored: Bool) {
        isDecided = true
        armor = isArmored ? ArmorReader() : nil
    }

    /// Whether bytes pass as they are: known only after the first.
    public var isPlain: Bool { isDecided && armor == nil }

    /// Takes bytes of the file and appends those of the plain form. Throws `armorFailure`.
    public mutating func push(_ bytes: Span<UInt8>, into plain: inout [UInt8]) throws(AgeError) {
        if isDecided { return try pass(bytes, into: &plain) }
        held.append(copying: bytes)
        guard let first = held.first(where: { !isWhiteSpace($0) }) else {
            // White space alone: only an armored file may start so.
            if held.count > 1_024 { throw .notAnAgeFile }
            return
        }
        isDecided = true
        if first == UInt8(ascii: "-") { armor = ArmorReader() }
        let start = held
        held = []
        try pass(start.span, into: &plain)
    }

    /// The file has ended. Throws `armorFailure`.
    public mutating func finish(into plain: inout [UInt8]) throws(AgeError) {
        plain += held
        guard let armor = armor.take() else { return }
        try armor.finish(into: &plain)
    }

    private mutating func pass(_ bytes: Span<UInt8>, into plain: inout [UInt8]) throws(AgeError) {
        // A plain file passes as it is.
        if try armor?.push(bytes, into: &plain) == nil { plain.append(copying: bytes) }
    }
}
