internal import DropBox
internal import NIOCore
internal import Synchronization
internal import TransparencyLog

/// The months of replies as they are served, kept while nothing is posted.
///
/// Every reporter asks for all of them; one process writes replies, so it knows when a copy is old.
final class ReplyMonths: Sendable {
    private struct State {
        var records: [Month: ByteBuffer] = [:]
        /// Grows with each posting, so that what was read before one is not kept after it.
        var generation = 0
    }

    private let dropBox: DropBox
    private let state = Mutex(State())

    init(dropBox: DropBox) { self.dropBox = dropBox }

    /// Label ‖ envelope records of a month, sorted by label.
    func records(of month: Month) async throws -> ByteBuffer {
        let (kept, generation) = state.withLock { ($0.records[month], $0.generation) }
        if let kept { return kept }
        let records = ByteBuffer(bytes: try await dropBox.replies(of: month))
        state.withLock { state in
            guard state.generation == generation else { return }
            // Months out of reach are asked for no more.
            if state.records.count >= 32 { state.records = [:] }
            state.records[month] = records
        }
        return records
    }

    /// Called after a reply of this month was stored and before that is answered.
    func forget(_ month: Month) {
        state.withLock { state in
            state.generation += 1
            state.records[month] = nil
        }
    }
}
