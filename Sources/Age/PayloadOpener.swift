internal import Sodium

/// Opens a payload that comes in pieces; holds one sealed chunk at most.
///
/// Each chunk released is authentic and in its place, but only after `finish` has returned is it certain that
/// the payload is whole: what was released before an error is the beginning of it.
public struct PayloadOpener: ~Copyable {
    private let key: PayloadKey
    private var held: [UInt8] = []
    private var number = 0

    /// An opener for one payload; its nonce has been read already.
    public init(_ key: PayloadKey) { self.key = key }

    /// Takes sealed bytes and appends the plaintext of the chunks that are complete and not the last.
    ///
    /// - Throws: `payloadFailure`; what `plaintext` then holds was released before the failure.
    public mutating func push(
        _ sealed: Span<UInt8>, into plaintext: inout [UInt8]
    ) throws(AgeError) {
        var position = 0
        while position < sealed.count {
            if held.count == PayloadKey.sealedChunkByteCount {
                try flush(isFinal: false, into: &plaintext)
            }
            let count = min(
                PayloadKey.sealedChunkByteCount - held.count, sealed.count - position)
            held.append(copying: sealed.extracting(position..<(position + count)))
            position += count
        }
    }

    /// Appends the plaintext of the last chunk.
    ///
    /// - Throws: `truncated` when the payload ends between two chunks, else `payloadFailure`.
    public consuming func finish(into plaintext: inout [UInt8]) throws(AgeError) {
        guard held.count >= PayloadKey.tagByteCount else {
            throw held.isEmpty ? .truncated : .payloadFailure
        }
        try flush(isFinal: true, into: &plaintext)
    }

    private mutating func flush(isFinal: Bool, into plaintext: inout [UInt8]) throws(AgeError) {
        let start = plaintext.count
        let count = held.count - PayloadKey.tagByteCount
        plaintext += [UInt8](repeating: 0, count: count)
        switch key.open(held.span, number: number, isLast: isFinal, into: &plaintext, at: start) {
        case .opened:
            held.removeAll(keepingCapacity: true)
            number += 1
        case .openedBefore(let failure): throw failure
        case .refused:
            plaintext.removeLast(count)
            throw .payloadFailure
        }
    }
}
