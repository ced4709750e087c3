internal import Age
internal import Dispatch
package import Reporting
package import Sodium
internal import Synchronization
internal import TransparencyLog

/// Opens many envelopes at once, on all cores.
package struct Opener: Sendable {
    /// What came of one envelope.
    package enum Outcome: Sendable {
        /// It is for her.
        case opened(OpenedReport, Proofs)
        /// None of the month keys opens it: it is for others.
        case notMine
        /// It opens, and is not a report: nothing that follows the rules made it.
        case malformed
        /// None of the months it may be of has a key here.
        case noKey
        /// The mirror doesn't have it.
        case missing(file: String)
        /// What the mirror has under this hash is something else: this file.
        case damaged(file: String)
    }

    /// What a message proves to her.
    package struct Proofs: Sendable, Equatable {
        /// Its MAC: the thread's reporter wrote it for her.
        package let isAuthentic: Bool
        /// And whoever wrote it holds the code of the older thread that it goes on with.
        package let continues: Bool
        /// Who of the lists kept referred it, as is proven.
        package var sender: Roster.Counsellor?
    }

    let mirror: Mirror
    let months: MonthKeys
    let id: String
    let thread: KeyExchangePrivateKey
    let colleagues: [Roster.Counsellor]

    /// - Parameters:
    ///   - id: her identifier in the roster.
    ///   - colleagues: of every roster kept: who may refer to her.
    package init(
        mirror: Mirror, months: MonthKeys, id: String, thread: KeyExchangePrivateKey,
        colleagues: [Roster.Counsellor] = []
    ) {
        self.mirror = mirror
        self.months = months
        self.id = id
        self.thread = thread
        self.colleagues = colleagues
    }

    /// One outcome for each entry, in the same order. Costs one X-Wing decapsulation for each stanza
    /// and month tried. Throws what reading a file throws.
    package func open(_ entries: [LoggedEntry]) throws -> [Outcome] {
        let outcomes = Mutex<[Outcome]>(Array(repeating: .noKey, count: entries.count))
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: entries.count) { index in
            do {
                let outcome = try open(entries[index])
                outcomes.withLock { $0[index] = outcome }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        return outcomes.withLock { $0 }
    }

    private func open(_ logged: LoggedEntry) throws -> Outcome {
        let identities = MonthKeys.tried(on: logged.day).compactMap { months.identities[$0] }
        guard !identities.isEmpty else { return .noKey }
        let envelope: [UInt8]
        do {
            guard let found = try mirror.envelope(of: logged.entry) else {
                return .missing(file: mirror.envelopePath(logged.entry.hash))
            }
            envelope = found
        } catch CaseworkError.damagedMirror(let file) {
            return .damaged(file: file)
        }
        do throws(ReportingError) {
            let opened = try OpenedReport.open(envelope, with: identities)
            let keys = try ThreadKeys(counsellor: thread, reporterThread: opened.report.thread)
            let isAuthentic = opened.isAuthentic(for: id, keys)
            if let refers = opened.report.refers {
                // A thread that nothing can be shared with is none.
                _ = try ThreadKeys(counsellor: thread, reporterThread: refers.thread)
                let sender = isAuthentic ? sender(opened.report.thread) : nil
                return .opened(
                    opened, Proofs(isAuthentic: sender != nil, continues: false, sender: sender))
            }
            return .opened(
                opened,
                Proofs(isAuthentic: isAuthentic, continues: isAuthentic && continues(opened)))
        } catch {
            return error == .authenticationFailed ? .notMine : .malformed
        }
    }

    /// The colleague whose thread key this is. It is her own half of what they share, so no other could use it.
    private func sender(_ key: [UInt8]) -> Roster.Counsellor? {
        colleagues.first { $0.threadKey == key && $0.threadKey != thread.publicKey && $0.id != id }
    }

    /// A claim that can't be proven is told, and hides nothing of the message.
    private func continues(_ opened: OpenedReport) -> Bool {
        guard let claim = opened.report.continues else { return false }
        do throws(ReportingError) {
            let old = try ThreadKeys(counsellor: thread, reporterThread: claim.thread)
            return opened.continues(old, for: id)
        } catch {
            return false
        }
    }
}
