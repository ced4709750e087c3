/// One record of a month of replies; nothing in it is proven until it is opened.
public struct ReplyRecord: Sendable, Equatable {
    /// 16 bytes.
    public let label: [UInt8]
    /// 8,192 bytes.
    public let envelope: [UInt8]

    /// The records of a month as served, one after the other; nil for bytes that are not that.
    public static func records(_ bytes: [UInt8]) -> [ReplyRecord]? {
        let size = EnvelopeShape.tagByteCount + EnvelopeShape.replyByteCount
        guard bytes.count % size == 0 else { return nil }
        return stride(from: 0, to: bytes.count, by: size).map { start in
            let envelope = start + EnvelopeShape.tagByteCount
            return ReplyRecord(
                label: [UInt8](bytes[start..<envelope]),
                envelope: [UInt8](bytes[envelope..<start + size]))
        }
    }
}
