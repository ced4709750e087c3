/// Many requests, one transaction: what comes while one is being written goes into the next.
///
/// Nobody waits for others to come; a lone request is written at once.
package actor GroupCommit {
    package typealias Outcome = Result<Accepted, DropBoxError>

    /// The most a transaction holds, so that no answer waits for an endless one.
    static let batchLimit = 128

    private let write: @Sendable ([Submission]) async throws -> [Outcome]
    private var waiting: [(Submission, CheckedContinuation<Accepted, any Error>)] = []
    private var isWriting = false

    /// - Parameter write: returns one outcome for each, in order, when all are on the disk.
    package init(write: @escaping @Sendable ([Submission]) async throws -> [Outcome]) {
        self.write = write
    }

    /// Returns when it is on the disk.
    ///
    /// - Throws: its outcome's error, or what `write` threw for all.
    package func accept(_ submission: Submission) async throws -> Accepted {
        try await withCheckedThrowingContinuation { continuation in
            waiting.append((submission, continuation))
            if !isWriting {
                isWriting = true
                // Its own task: a sender who goes away must not cancel what others wait for.
                Task { await writeAll() }
            }
        }
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            // Shuffled: inside one transaction nothing tells who came first.
            let batch = waiting.prefix(Self.batchLimit).shuffled()
            waiting.removeFirst(batch.count)
            do {
                let outcomes = try await write(batch.map(\.0))
                for ((_, continuation), outcome) in zip(batch, outcomes) {
                    continuation.resume(with: outcome.mapError { $0 as any Error })
                }
            } catch {
                for (_, continuation) in batch { continuation.resume(throwing: error) }
            }
        }
        isWriting = false
    }
}
