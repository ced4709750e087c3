internal import DurableFiles
internal import GatewayClient
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// Sends one envelope, and says honestly what is known of it: sent, not sent, or uncertain.
struct Sending {
    /// Seconds before each further try where nobody can be asked.
    static let pauses = [1, 2]

    let visit: Visit
    let roster: Roster
    /// When a promise can be of.
    let days: ClosedRange<Day>
    /// Whether somebody may be asked to try again.
    let asks: Bool
    /// Where the promise is kept, when asked for.
    let evidence: EvidenceFolder?
    /// Where an envelope is kept that may have arrived, when nobody said where.
    var folder = "."

    private var console: Console { visit.console }
    private var texts: Texts { visit.texts }

    /// Posts until it is accepted or given up: the very same envelope, which can't arrive twice.
    ///
    /// A kept file is written first and goes once it is not needed. Where nobody can be asked, a few
    /// more tries are made, and what is uncertain then is kept without being asked for: the envelope
    /// is the only thing that can be sent again without arriving twice.
    ///
    /// - Parameter path: where the sealed envelope is kept, or nil.
    /// - Throws: a failure that says whether it may have arrived.
    func send(_ kept: KeptEnvelope, keptAt path: String?) async throws(CommandFailure) -> Promise {
        var pauses = Self.pauses[...]
        var mayHaveArrived = false
        while true {
            console.notice(texts.sending.sending)
            let error: GatewayError
            do throws(GatewayError) {
                let signed = try await visit.client.post(
                    report: kept.envelope, roster: roster, days: days
                ) { console.notice(wrapped(texts.sending.working)) }
                let promise = signed.promise
                evidence?.keep(signed)
                if let path { visit.remove(path) }
                return promise
            } catch let caught {
                error = caught
            }
            var failure = texts.sendingFailure(error, today: visit.today)
            // A later try that failed does not undo what an earlier one may have brought there.
            if mayHaveArrived, !failure.isUncertain { failure = texts.uncertainSending }
            mayHaveArrived = failure.isUncertain
            guard asks else {
                if error.isPassing, let pause = pauses.popFirst() {
                    try? await Task.sleep(for: .seconds(pause))
                    continue
                }
                throw ended(failure, kept, at: path ?? (mayHaveArrived ? keepUnasked(kept) : nil))
            }
            let again = failure.isUncertain ? " " + texts.sending.againIsSafe : ""
            console.notice(wrapped(failure.message + again))
            // Input that ends here must not hide what is known of the sending.
            if (try? console.confirm(texts.common.tryAgain, option: "--keep")) ?? false { continue }
            throw ended(failure, kept, at: path ?? askAndKeep(kept))
        }
    }

    /// The failure, with what can be done now; a kept file is told.
    private func ended(
        _ failure: CommandFailure, _ kept: KeptEnvelope, at path: String?
    ) -> CommandFailure {
        if let path { tellKept(kept, at: path) }
        let hint =
            failure.isUncertain
            ? path.map { texts.sending.uncertainKept($0) } ?? texts.sending.uncertainNotKept
            : path == nil ? texts.sending.notSentHint : nil
        return CommandFailure(failure.message, hint: hint, status: failure.status)
    }

    /// Says where it is kept, until when it can be sent, and how.
    func tellKept(_ kept: KeptEnvelope, at path: String) {
        console.notice(
            wrapped(texts.sending.kept(inert(path), texts.common.day(kept.lastDay))))
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

    /// The file it is kept in, or nil where nothing can be written.
    private func keepUnasked(_ kept: KeptEnvelope) -> String? {
        let name = "sealed-\(Hex.encode([UInt8](kept.envelope.tag.prefix(4)))).kept"
        let path = folder == "." ? name : folder + "/" + name
        do throws(CommandFailure) {
            try keep(kept, at: path)
            return path
        } catch {
            console.notice(wrapped(error.message))
            return nil
        }
    }

    /// The file a person wants it kept in, or nil.
    private func askAndKeep(_ kept: KeptEnvelope) -> String? {
        let offer = wrapped(texts.sending.keepOffer)
        guard (try? console.confirm(offer, option: "--keep")) ?? false else { return nil }
        while let path = try? console.ask(texts.sending.keepName, option: "--keep") {
            if path.isEmpty { continue }
            do throws(CommandFailure) {
                try keep(kept, at: path)
                return path
            } catch {
                console.notice(wrapped(error.message))
            }
        }
        return nil
    }
}

extension Visit {
    /// Removes a file that is not needed any more, and says whether that went well: not on a stick that can only be read.
    func remove(_ path: String) {
        do throws(FileError) {
            try DurableFile.remove(path)
            console.notice(wrapped(texts.sending.removed(inert(path))))
        } catch {
            console.notice(wrapped(texts.sending.notRemoved(inert(path))))
        }
    }
}

extension GatewayError {
    /// Whether the same may go well a moment later.
    fileprivate var isPassing: Bool {
        if case .refused(let status) = self {
            return status == 428 || status == 429 || status >= 500
        }
        return true
    }
}

extension CommandFailure {
    /// Whether it may have arrived.
    fileprivate var isUncertain: Bool { status == Status.uncertain }
}

extension Texts {
    /// Whether it arrived is not known.
    var uncertainSending: CommandFailure {
        CommandFailure(sending.uncertain, status: CommandFailure.Status.uncertain)
    }

    /// What is known after sending failed.
    func sendingFailure(_ error: GatewayError, today: Day) -> CommandFailure {
        typealias Status = CommandFailure.Status
        switch error {
        case .unreachable, .insecureConnection:
            return CommandFailure(sending.unreachable, status: Status.unreachable)
        case .proxyUnreachable(let proxy):
            return CommandFailure(
                sending.proxyUnreachable(inert(proxy)), status: Status.unreachable)
        // After these nothing was stored. Source: Docs/http-api.md.
        case .workAsked, .refused(428), .refused(429), .refused(503):
            return CommandFailure(sending.busy, status: Status.unreachable)
        case .refused(507):
            return CommandFailure(sending.full, status: Status.unreachable)
        case .refused(let status) where status < 500:
            return CommandFailure(sending.refused(status), status: Status.unreachable)
        case .notTrusted(.otherDay(let day)):
            return CommandFailure(
                sending.otherDay(common.day(day), common.day(today)), status: Status.uncertain)
        case .notTrusted, .tooLarge, .malformedAnswer:
            return CommandFailure(sending.notTrusted, status: Status.uncertain)
        default:
            return uncertainSending
        }
    }
}
