internal import Sodium

/// Seals a payload that comes in pieces; holds one chunk at most.
///
/// The last chunk is known only at the end, so a full one waits until more comes or `finish` is called.
public struct PayloadSealer: ~Copyable {
    private let key: PayloadKey
    private var held: [UInt8] = []
    private var number = 0

    /// A sealer for one payload; its nonce has been written already.
    public init(_ key: PayloadKey) { self.key = key }

    /// Takes plaintext and appends the chunks it completes.
    public mutating func push(_ plaintext: Span<UInt8>, into sealed: inout [UInt8]) {
        var position = 0
        while position < plaintext.count {
            if held.count == PayloadKey.chunkByteCount { flush(isFinal: false, into: &sealed) }
            let count = min(PayloadKey.chunkByteCount - held.count, plaintext.count - position)
            held.append(copying: plaintext.extracting(position..<(position + count)))
            position += count
        }
    }

    /// Appends the last chunk.
    public consuming func finish(into sealed: inout [UInt8]) { flush(isFinal: true, into: &sealed) }

    private mutating func flush(isFinal: Bool, into sealed: inout [UInt8]) {
        let start = sealed.count
        sealed += [UInt8](repeating: 0, count: held.count + PayloadKey.tagByteCount)
        key.seal(held.span, number: number, isLast: isFinal, into: &sealed, at: start)
        held.removeAll(keepingCapacity: true)
        number += 1
    }
}
