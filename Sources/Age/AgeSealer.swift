/// Seals an age file whose plaintext comes in pieces; in constant memory.
public struct AgeSealer: ~Copyable {
    private var payload: PayloadSealer

    /// Appends header and nonce. Throws `unfitRecipients` and what sealing a file key can throw.
    public init(to recipients: [Recipient], into sealed: inout [UInt8]) throws(AgeError) {
        let key = FileKey()
        self.init(try AgeHeader(sealing: key, to: recipients), key: key, into: &sealed)
    }

    /// The same for a header that was made for this key.
    init(_ header: AgeHeader, key: borrowing FileKey, into sealed: inout [UInt8]) {
        sealed += header.bytes
        let nonce = PayloadKey.randomNonce()
        sealed += nonce
        payload = PayloadSealer(key.payloadKey(nonce: nonce))
    }

    /// Takes plaintext and appends the chunks it completes.
    public mutating func push(_ plaintext: Span<UInt8>, into sealed: inout [UInt8]) {
        payload.push(plaintext, into: &sealed)
    }

    /// Appends the last chunk.
    public consuming func finish(into sealed: inout [UInt8]) { payload.finish(into: &sealed) }
}
