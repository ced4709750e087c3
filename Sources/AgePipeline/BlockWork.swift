internal import Age

/// What is done to a block of chunks, on any thread.
protocol BlockWork: Sendable {
    /// Of a whole chunk, as it comes in and as it goes out.
    static var inputByteCount: Int { get }
    static var outputByteCount: Int { get }

    /// Works on the chunk `input[start..<end]`.
    ///
    /// - Parameters:
    ///   - number: of the chunk in its payload.
    ///   - isLast: whether nothing follows.
    /// - Returns: how many bytes of `output` from `offset` on are to be written, and why nothing is after them.
    func process(
        _ input: Span<UInt8>, number: Int, isLast: Bool, into output: inout [UInt8], at offset: Int
    ) -> (byteCount: Int, failure: AgeError?)
}

struct SealingWork: BlockWork {
    static let inputByteCount = PayloadKey.chunkByteCount
    static let outputByteCount = PayloadKey.sealedChunkByteCount
    let key: PayloadKey

    func process(
        _ input: Span<UInt8>, number: Int, isLast: Bool, into output: inout [UInt8], at offset: Int
    ) -> (byteCount: Int, failure: AgeError?) {
        key.seal(input, number: number, isLast: isLast, into: &output, at: offset)
        return (input.count + PayloadKey.tagByteCount, nil)
    }
}

struct OpeningWork: BlockWork {
    static let inputByteCount = PayloadKey.sealedChunkByteCount
    static let outputByteCount = PayloadKey.chunkByteCount
    let key: PayloadKey

    func process(
        _ input: Span<UInt8>, number: Int, isLast: Bool, into output: inout [UInt8], at offset: Int
    ) -> (byteCount: Int, failure: AgeError?) {
        guard input.count >= PayloadKey.tagByteCount else {
            return (0, input.isEmpty ? .truncated : .payloadFailure)
        }
        let count = input.count - PayloadKey.tagByteCount
        switch key.open(input, number: number, isLast: isLast, into: &output, at: offset) {
        case .opened: return (count, nil)
        case .openedBefore(let failure): return (count, failure)
        case .refused: return (0, .payloadFailure)
        }
    }
}
