internal import AgePipeline
internal import Casework
internal import DurableFiles
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// The one place where what went wrong becomes an `error:` and a `hint:` line.
extension Texts {
    /// Runs `body`; whatever it throws is thrown as a CommandFailure in this language.
    func explaining<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw failure(error) }
    }

    /// The same around waiting.
    func explaining<Result>(_ body: () async throws -> Result) async throws -> Result {
        do { return try await body() } catch { throw failure(error) }
    }

    /// A wrong option.
    func usage(_ sentence: Sentence) -> CommandFailure {
        CommandFailure(
            sentence.message, hint: sentence.hint, status: CommandFailure.Status.usage)
    }

    /// Refuses values that would be shown as something else than they are: with direction overrides,
    /// characters without width, controls.
    ///
    /// - Parameter option: nil for what a person typed.
    func checkPlain(_ values: [String], _ option: String?) throws {
        for value in values where inert(value) != value {
            throw usage(failures.notPlain(option ?? failures.expected.this, inert(value)))
        }
    }

    /// A value that can't be; `option` is nil for what a person typed.
    func badValue(_ option: String?, _ expected: String) -> CommandFailure {
        usage(failures.badValue(option ?? failures.expected.this, expected))
    }

    /// - Parameter name: what was being sent, if something was.
    func failure(_ error: any Error, about name: String = "") -> any Error {
        switch error {
        case let error as GatewayError:
            let (sentence, status) = explain(error, about: name)
            return CommandFailure(sentence.message, hint: sentence.hint, status: status)
        case let error as CaseworkError:
            let (sentence, status) = explain(error)
            return CommandFailure(sentence.message, hint: sentence.hint, status: status)
        case let error as RecoveryError:
            let sentence = recovery.explain(error)
            return CommandFailure(sentence.message, hint: sentence.hint)
        case let error as FileError:
            let sentence = explain(error)
            return CommandFailure(sentence.message, hint: sentence.hint)
        case let error as OrganisationError:
            let sentence = explain(error)
            return CommandFailure(
                sentence.message, hint: sentence.hint, status: CommandFailure.Status.badInput)
        case let error as LogFault:
            let sentence = log.fault(error)
            return CommandFailure(
                sentence.message, hint: sentence.hint, status: CommandFailure.Status.badInput)
        default: return error
        }
    }

    private func explain(_ error: GatewayError, about name: String) -> (Sentence, Int32) {
        typealias Status = CommandFailure.Status
        return switch error {
        case .invalidAddress, .insecureAddress: (gateway.badAddress, Status.usage)
        case .invalidProxy: (gateway.badProxy, Status.usage)
        case .onionNeedsProxy: (gateway.onionNeedsProxy, Status.usage)
        case .unreachable: (gateway.unreachable, Status.unreachable)
        case .proxyUnreachable(let proxy):
            (gateway.proxyUnreachable(inert(proxy)), Status.unreachable)
        case .withheld: (gateway.notShown, Status.badInput)
        case .refused(503): (gateway.notOpen, Status.unreachable)
        case .refused(507): (gateway.full, Status.unreachable)
        case .workAsked: (gateway.refused(428), Status.failed)
        case .insecureConnection: (gateway.insecureConnection, Status.unreachable)
        case .refused(let status): (gateway.refused(status), Status.failed)
        case .uncertain: (gateway.uncertain(name), Status.uncertain)
        case .tooLarge, .malformedAnswer: (gateway.malformedAnswer, Status.badInput)
        case .notTrusted(.otherDay(let day)):
            (gateway.promiseDay(day, currentDay()), Status.badInput)
        case .notTrusted: (gateway.badPromise(name), Status.badInput)
        }
    }

    private func explain(_ error: OrganisationError) -> Sentence {
        switch error {
        case .noRoster: failures.noRoster
        case .malformedRoster(let line): failures.malformedRoster(line)
        case .unsigned: failures.unsigned
        case .signedByOneOnly(let name): failures.missingSignature(name)
        case .badSignature(let name): failures.badSignature(name)
        case .expired(let day): failures.expired(day, currentDay())
        case .notYetValid(let day): failures.notYetValid(day, currentDay())
        case .otherOrganisation: failures.otherOrganisation
        case .conflictingRosters(let serial): failures.rosterFork(serial)
        case .rollback(let seen, let served): failures.rosterRollback(seen, served)
        case .notesWithheld(let count): log.notesWithheld(count)
        case .notLogged: log.notLogged
        }
    }

    private func explain(_ error: CaseworkError) -> (Sentence, Int32) {
        let bad = CommandFailure.Status.badInput
        let failed = CommandFailure.Status.failed
        return switch error {
        case .noHome(let path): (failures.noHome(path), failed)
        case .homeExists(let path): (failures.homeExists(path), failed)
        case .incompleteHome(let missing): (failures.incompleteHome(missing), bad)
        case .notOwnBackup(let path): (failures.notOwnBackup(path), failed)
        case .wrongPassphrase: (failures.wrongPassphrase, failed)
        case .damaged(let file): (failures.damaged(file), bad)
        case .damagedCollector(let file): (failures.damagedCollector(file), bad)
        case .noOutbox(let path): (failures.noOutbox(path), failed)
        case .notForThis(let path): (failures.notForThis(path), failed)
        case .newerVersion(let file): (failures.newerVersion(file), bad)
        case .noMirror(let path): (failures.noMirror(path), failed)
        case .damagedMirror(let file): (failures.damagedMirror(file), bad)
        case .rosterFork(let serial): (failures.rosterFork(serial), bad)
        case .notInRoster(let id): (failures.notInRoster(id), bad)
        case .foreignKeys(let id): (failures.foreignKeys(id), bad)
        case .clockBehind(let known, let today): (failures.clockBehind(known, today), failed)
        case .clockAhead(let known, let today): (failures.clockAhead(known, today), failed)
        case .promiseBroken(let file, let day): (log.promiseBroken(file, day), bad)
        case .unknownCase(let number): (failures.unknownCase(number), failed)
        case .noAuthenticReport(let number): (failures.noAuthenticReport(number), failed)
        case .tooLong(let characters): (failures.tooLong(characters), failed)
        case .emptyText: (failures.emptyText, failed)
        case .controlCharacter: (failures.controlCharacter, bad)
        case .referralToHerself(let id): (failures.referralToHerself(id), failed)
        case .referral(let fault): (referral.fault(fault), failed)
        case .conversationFull(let number): (failures.conversationFull(number), failed)
        case .movedOn(let number, let others):
            (failures.movedOn(number, caseNumbers(others)), failed)
        case .importFirst: (failures.importFirst, failed)
        case .notABackup(let path): (failures.notABackup(path), bad)
        case .damagedOutbox(let file): (failures.damagedOutbox(file), bad)
        case .incompleteOutbox(let path): (failures.incompleteOutbox(path), failed)
        case .otherOutbox(let path, let owner, let id):
            (failures.otherOutbox(path, inert(owner), id), failed)
        case .olderOutbox: (failures.olderOutbox, failed)
        case .badEnrolment(let path): (failures.badEnrolment(path), bad)
        case .badOrganisation(let file): (failures.badOrganisation(file), bad)
        case .notAnOrganisationKey(let name): (failures.notAnOrganisationKey(name), failed)
        case .alreadyInRoster(let id): (failures.alreadyInRoster(id), failed)
        case .notPlain:
            (failures.emptyValue("--name, --way"), CommandFailure.Status.usage)
        case .nothingToSign: (failures.nothingToSign, failed)
        case .life(let fault): (explain(fault), failed)
        }
    }

    private func explain(_ fault: LifeFault) -> Sentence {
        switch fault {
        case .reasonNeeded: life.fault.reasonNeeded
        case .badDay: life.fault.badDay
        case .unknownStep: life.fault.unknownStep
        case .onHold(let number): life.fault.onHold(number)
        case .notClosed(let number): life.fault.notClosed(number)
        case .notDue(let number): life.fault.notDue(number)
        case .hasCode(let number): life.fault.hasCode(number)
        case .notMergeable: life.fault.notMergeable
        case .unsent(let number): life.fault.unsent(number)
        case .answersAnother(let number, let open): life.fault.answersAnother(number, open)
        case .notSplittable: life.fault.notSplittable
        }
    }

    private func explain(_ error: FileError) -> Sentence {
        switch error {
        case .notFound(let path): failures.notFound(path)
        case .alreadyExists(let path): failures.alreadyExists(path)
        case .notPermitted(let path): failures.notPermitted(path)
        case .diskFull(FileEnd.standardOutput.path): failures.outputFull
        case .diskFull(let path): failures.diskFull(path)
        case .tooLarge(let path, let limit): failures.tooLarge(path, limit)
        case .inUse(let path): failures.inUse(path)
        case .wrongKind(let path):
            PrivateFolder.isFolder(path) ? failures.isFolder(path) : failures.isFile(path)
        case .system(let path, let code): failures.fileError(path, Int(code))
        }
    }
}
