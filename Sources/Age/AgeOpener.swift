/// Opens an age file, armored or not, that comes in pieces; in constant memory.
///
/// Each byte released is authentic and in its place, but only after `finish` has returned is it certain that the
/// file is whole.
public struct AgeOpener: ~Copyable {
    private let identities: [Identity]
    private var input: AgeInput
    private var reader = HeaderReader()
    private var payload: PayloadOpener?

    /// - Parameters:
    ///   - identities: tried in their order.
    ///   - isArmored: nil to tell by the first bytes.
    public init(identities: [Identity], isArmored: Bool? = nil) {
        self.identities = identities
        if let isArmored {
            input = AgeInput(isArmored: isArmored)
        } else {
            input = AgeInput()
        }
    }

    /// Whether the header was read whole, opened and authentic: what fails now is the payload.
    public private(set) var isPastHeader = false

    /// Takes bytes of the file and appends plaintext.
    ///
    /// - Throws: any of the failures of reading; what `plaintext` then holds was released before it.
    public mutating func push(
        _ bytes: Span<UInt8>, into plaintext: inout [UInt8]
    ) throws(AgeError) {
        var plain: [UInt8] = []
        var failure: AgeError?
        // What stood before a fault of the armor still counts.
        do throws(AgeError) { try input.push(bytes, into: &plain) } catch { failure = error }
        try take(plain.span, into: &plaintext)
        if let failure { throw failure }
    }

    /// The file has ended: appends what was held back.
    public consuming func finish(into plaintext: inout [UInt8]) throws(AgeError) {
        var plain: [UInt8] = []
        try input.finish(into: &plain)
        try take(plain.span, into: &plaintext)
        guard let payload = payload.take() else { throw reader.failureAtEnd() }
        try payload.finish(into: &plaintext)
    }

    private mutating func take(
        _ plain: Span<UInt8>, into plaintext: inout [UInt8]
    ) throws(AgeError) {
        if try payload?.push(plain, into: &plaintext) != nil { return }
        guard let found = try reader.push(plain) else { return }
        let key = try found.header.open(with: identities)
        isPastHeader = true
        var opener = PayloadOpener(key.payloadKey(nonce: found.nonce))
        try opener.push(found.rest.span, into: &plaintext)
        payload = .some(opener)
    }
}
