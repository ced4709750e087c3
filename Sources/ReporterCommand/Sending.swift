internal import DurableFiles
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Sends one envelope, and says honestly what is known of it: sent, not sent, or uncertain.
struct Sending {
    let visit: Visit
    let roster: Roster
    /// When a promise can be of.
    let days: ClosedRange<Day>
    /// Whether somebody may be asked to try again.
    let asks: Bool

    private var console: Console { visit.console }
    private var texts: Texts { visit.texts }

    /// Posts until it is accepted or given up.
    ///
    /// A kept file is written first and goes once it is not needed.
    ///
    /// - Parameter path: where the sealed envelope is kept, or nil.
    /// - Throws: a failure that says whether it may have arrived.
    func send(_ kept: KeptEnvelope, keptAt path: String?) async throws(CommandFailure) -> Promise {
        while true {
            console.notice(texts.sending.sending)
            let error: GatewayError
            do throws(GatewayError) {
                let promise = try await visit.client.post(
                    report: kept.envelope, roster: roster, days: days)
                if let path {
                    try? DurableFile.remove(path)
                    console.notice(wrapped(texts.sending.removed(inert(path))))
                }
                return promise
            } catch let caught {
                error = caught
            }
            let failure = texts.sendingFailure(error, today: visit.today)
            guard asks else {
                if let path { sayKept(kept, at: path) }
                throw failure
            }
            console.notice(wrapped(failure.message))
            // Input that ends here must not hide what is known of the sending.
            if (try? console.confirm(texts.common.tryAgain, option: "--keep")) ?? false { continue }
            if let path {
                sayKept(kept, at: path)
            } else if (try? console.confirm(wrapped(texts.sending.keepOffer), option: "--keep"))
                ?? false
            {
                try askAndKeep(kept)
            }
            throw failure
        }
    }

    /// Writes a sealed envelope where it was asked for, never over another file.
    func keep(_ kept: KeptEnvelope, at path: String) throws(CommandFailure) {
        guard !DurableFile.exists(path) else {
            throw CommandFailure(texts.failures.alreadyThere(path))
        }
        do throws(FileError) {
            // Not `create`: sticks have file systems without links.
            try DurableFile.replace(path, with: kept.bytes)
        } catch {
            throw CommandFailure(texts.failures.cannotWrite(path))
        }
    }

    private func askAndKeep(_ kept: KeptEnvelope) throws(CommandFailure) {
        while true {
            let path = try console.ask(texts.sending.keepName, option: "--keep")
            if path.isEmpty { continue }
            do throws(CommandFailure) {
                try keep(kept, at: path)
                return sayKept(kept, at: path)
            } catch {
                console.notice(wrapped(error.message))
            }
        }
    }

    private func sayKept(_ kept: KeptEnvelope, at path: String) {
        console.notice(
            wrapped(texts.sending.kept(inert(path), texts.common.day(kept.lastDay))))
    }
}

extension Texts {
    /// What is known after sending failed.
    func sendingFailure(_ error: GatewayError, today: Day) -> CommandFailure {
        typealias Status = CommandFailure.Status
        switch error {
        case .unreachable:
            return CommandFailure(
                sending.unreachable, hint: sending.notSentHint, status: Status.unreachable)
        case .refused(429), .refused(503):
            return CommandFailure(
                sending.busy, hint: sending.notSentHint, status: Status.unreachable)
        case .refused(let status) where status < 500:
            return CommandFailure(sending.refused(status), hint: sending.notSentHint)
        case .notTrusted(.otherDay(let day)):
            return CommandFailure(
                sending.otherDay(common.day(day), common.day(today)), hint: sending.uncertainHint,
                status: Status.uncertain)
        case .notTrusted, .tooLarge, .malformedAnswer:
            return CommandFailure(
                sending.notTrusted, hint: sending.uncertainHint, status: Status.uncertain)
        default:
            return CommandFailure(
                sending.uncertain, hint: sending.uncertainHint, status: Status.uncertain)
        }
    }
}
