internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// The one place where errors become sentences.
extension Texts {
    func failure(_ error: GatewayError, address: String) -> CommandFailure {
        switch error {
        case .invalidAddress: CommandFailure(failures.malformedLink, status: Status.badInput)
        case .insecureAddress: CommandFailure(failures.insecureLink, status: Status.badInput)
        case .invalidProxy: CommandFailure(failures.malformedProxy, status: Status.usage)
        case .onionNeedsProxy:
            CommandFailure(
                failures.onionNeedsProxy, hint: failures.proxyHint, status: Status.usage)
        case .unreachable:
            CommandFailure(
                failures.unreachable(address), hint: failures.unreachableHint,
                status: Status.unreachable)
        case .proxyUnreachable(let proxy):
            CommandFailure(
                failures.proxyUnreachable(inert(proxy)), hint: failures.proxyHint,
                status: Status.unreachable)
        case .insecureConnection:
            CommandFailure(failures.insecureConnection(address), status: Status.unreachable)
        case .workAsked, .refused(428), .refused(429):
            CommandFailure(failures.busy, status: Status.unreachable)
        case .refused: CommandFailure(failures.notOpen, status: Status.unreachable)
        case .withheld: CommandFailure(failures.withheld, status: Status.badInput)
        case .tooLarge: CommandFailure(failures.tooLarge, status: Status.badInput)
        case .malformedAnswer: CommandFailure(failures.malformedAnswer, status: Status.badInput)
        case .uncertain, .notTrusted: uncertainSending
        }
    }

    func failure(_ error: OrganisationError, today: Day) -> CommandFailure {
        let message: String
        switch error {
        case .noRoster: message = failures.noRoster
        case .malformedRoster: message = failures.malformedRoster
        case .unsigned: message = failures.unsigned
        case .signedByOneOnly(let missing): message = failures.signedByOneOnly(missing)
        case .badSignature(let name): message = failures.badSignature(name)
        case .expired(let last): message = failures.expired(common.day(last), common.day(today))
        case .notYetValid(let first):
            message = failures.notYetValid(common.day(first), common.day(today))
        case .otherOrganisation: message = failures.otherOrganisation
        case .conflictingRosters: message = failures.conflicting
        case .rollback: message = failures.rollback
        case .notesWithheld, .notLogged: return failure(.shown(.notes(error)), today: today)
        }
        switch error {
        case .unsigned, .signedByOneOnly, .badSignature, .otherOrganisation:
            return CommandFailure(message, hint: failures.notTrustedHint, status: Status.badInput)
        default:
            return CommandFailure(message, status: Status.badInput)
        }
    }

    /// The gateway's log can't be believed: nothing is sent to it.
    func failure(_ problem: FixedSet.Problem, today: Day) -> CommandFailure {
        CommandFailure(
            alarm.notProven(what(problem, today: today)), hint: alarm.notProvenHint,
            status: Status.badInput)
    }

    /// What is wrong with the log, in a sentence without its end.
    func what(_ problem: FixedSet.Problem, today: Day) -> String {
        switch problem {
        case .withheld: alarm.withheld
        case .shown(let problem): what(problem, today: today)
        }
    }

    private func what(_ problem: LogProblem, today: Day) -> String {
        switch problem {
        case .log(.unsigned): alarm.unsigned
        case .log(.malformed): alarm.malformed
        case .log(.fork): alarm.fork
        case .log(.altered): alarm.altered
        case .log(.rewound): alarm.rewound
        case .log(.missingDay(let day)): alarm.missingDay(common.day(day))
        case .log(.repeated): alarm.repeated
        case .log(.shortened): alarm.shortened
        case .log(.stale(let last)): alarm.stale(last.map(common.day), common.day(today))
        case .log(.falseCosignature(let name)): alarm.falseConfirmation(inert(name))
        case .notes(.notesWithheld): alarm.notesWithheld
        case .notes: alarm.notLogged
        }
    }

    func failure(_ error: ReportingError) -> CommandFailure {
        switch error {
        case .forbiddenCharacter:
            CommandFailure(failures.forbiddenCharacter, status: Status.badInput)
        case .outOfMemory: CommandFailure(failures.outOfMemory)
        case .wrongReaders: CommandFailure(failures.tooManyReaders, status: Status.usage)
        default: CommandFailure(failures.malformedAnswer, status: Status.badInput)
        }
    }

    private typealias Status = CommandFailure.Status
}
