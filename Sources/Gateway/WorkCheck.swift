internal import Dispatch
internal import Reporting

/// The memory-hard step of checking work, one at a time on a thread of its own.
///
/// A flood of false work keeps one processor busy and makes the next one wait, at most for as many steps of about a
/// millisecond as there are connections; it stops nobody.
final class WorkCheck: Sendable {
    private let queue = DispatchQueue(label: "work")

    /// Whether it is work for what was posted, tag ‖ envelope, and enough.
    ///
    /// What fails the gate costs no more than two hashes.
    /// - Throws: `ReportingError.outOfMemory`.
    func isDone(
        _ work: ProofOfWork, for posted: [UInt8], difficulty: Int
    ) async throws -> Bool {
        guard work.passesGate(for: posted) else { return false }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(
                    with: Result { try work.isDone(for: posted, difficulty: difficulty) })
            }
        }
    }
}

extension Gateway {
    /// What is asked now, of everyone the same.
    func workDemand(_ difficulty: Int?) async throws -> WorkDemand {
        WorkDemand(difficulty: difficulty, roots: try await logResources.currentRoots())
    }

    /// Does nothing where `work` is what is asked of whoever posts this, tag ‖ envelope.
    ///
    /// - Throws: `HTTPFailure.workRequired`.
    func require(
        _ work: ProofOfWork?, for posted: [UInt8], difficulty: Int
    ) async throws {
        let demand = try await workDemand(difficulty)
        guard let work, demand.roots.contains(work.root) else {
            throw HTTPFailure.workRequired(demand)
        }
        let isDone: Bool
        do {
            isDone = try await workCheck.isDone(work, for: posted, difficulty: difficulty)
        } catch ReportingError.outOfMemory {
            throw HTTPFailure.unavailable
        }
        guard isDone else { throw HTTPFailure.workRequired(demand) }
    }
}
