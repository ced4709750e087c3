internal import NIOCore
internal import Synchronization

/// A request's body that knows whether it was asked for: it is only once a connection stands.
final class BodyOnce: AsyncSequence, Sendable {
    typealias Element = ByteBuffer
    private let body: ByteBuffer
    private let left = Mutex(false)

    init(_ body: [UInt8]) { self.body = ByteBuffer(bytes: body) }

    /// Whether it may have been sent.
    var hasLeft: Bool { left.withLock { $0 } }

    func makeAsyncIterator() -> Iterator { Iterator(of: self) }

    struct Iterator: AsyncIteratorProtocol {
        private let sequence: BodyOnce
        private var isDone = false

        init(of sequence: BodyOnce) { self.sequence = sequence }

        mutating func next() async -> ByteBuffer? {
            guard !isDone else { return nil }
            isDone = true
            sequence.left.withLock { $0 = true }
            return sequence.body
        }
    }
}
