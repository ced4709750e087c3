internal import Casework
internal import DurableFiles
internal import Reporting
internal import TransparencyLog

extension Texts {
    /// What went wrong, and what to do, for a person.
    func explain(_ error: any Error) -> String {
        switch error {
        case let problem as Visit.Problem: self(problem.key, problem.about)
        case let error as RecoveryError: explain(error)
        case CaseworkError.foreignKeys: self["keeping-foreignKeysNow"]
        case CaseworkError.notInRoster: self["keeping-notInList"]
        case CaseworkError.notABackup(let path): self("backup-none", path)
        case CaseworkError.notOwnBackup(let path): self("backup-notOwn", path)
        case CaseworkError.notAnOrganisationKey: self["ceremony-notAKey"]
        case CaseworkError.alreadyInRoster: self["ceremony-twice"]
        case CaseworkError.nothingToSign: self["ceremony-nothingToSign"]
        case CaseworkError.badEnrolment(let file), CaseworkError.badOrganisation(let file):
            self("ceremony-badFile", file)
        case FileError.alreadyExists(let path): self("first-fileExists", path)
        case CaseworkError.homeExists(let path): self("first-exists", path)
        case CaseworkError.notPlain: self["first-notPlain"]
        case FileError.notFound(let path): self("keeping-notFound", path)
        case FileError.notPermitted(let path): self("keeping-notPermitted", path)
        case FileError.diskFull(let path): self("keeping-diskFull", path)
        case CaseworkError.wrongPassphrase: self["wrongPassphrase"]
        case CaseworkError.noHome(let path): self("noHome", path)
        case CaseworkError.emptyText: self["emptyText"]
        case CaseworkError.tooLong(let characters): self("tooLong", characters)
        case CaseworkError.controlCharacter: self["controlCharacter"]
        case CaseworkError.unknownCase: self["unknownCase"]
        case CaseworkError.noAuthenticReport: self["noAuthenticReport"]
        case CaseworkError.movedOn(_, let cases):
            self("movedOn", cases.map(String.init).joined(separator: ", "))
        case CaseworkError.referral(let fault): explain(fault)
        case CaseworkError.referralToHerself:
            self["referral-chooseSomeone"]
        case CaseworkError.importFirst: self["importFirst"]
        case CaseworkError.conversationFull: self["conversationFull"]
        case CaseworkError.noMirror(let path): self("noMirror", path)
        case CaseworkError.damagedMirror(let file): self("damagedMirror", file)
        case CaseworkError.clockBehind(let known, let today):
            self("clockBehind", words(of: known), words(of: today))
        case CaseworkError.clockAhead(let known, let today):
            self("clockAhead", words(of: known), words(of: today))
        case CaseworkError.life(let fault): explain(fault)
        case CaseworkError.notForThis(let path): self("fault-notForThis", path)
        case CaseworkError.damagedCollector(let file): self("fault-damagedCollector", file)
        case CaseworkError.damaged(let file), CaseworkError.incompleteHome(let file):
            self("damaged", file)
        case FileError.inUse: self["inUse"]
        default: explainRest(error)
        }
    }

    private func explainRest(_ error: any Error) -> String {
        switch error {
        case let error as OrganisationError: explain(error)
        case LogFault.stale: self["fault-logStale"]
        case is LogFault: self["fault-log"]
        case CaseworkError.newerVersion(let file): self("fault-newerVersion", file)
        case CaseworkError.rosterFork(let serial): self("fault-rosterFork", serial)
        case CaseworkError.promiseBroken(_, let day): self("fault-promise", words(of: day))
        case CaseworkError.damagedOutbox(let file): self("fault-damagedOutbox", file)
        case CaseworkError.incompleteOutbox(let path): self("fault-outboxIncomplete", path)
        case CaseworkError.otherOutbox(let path, _, _): self("fault-otherOutbox", path)
        case CaseworkError.olderOutbox: self["fault-olderOutbox"]
        case FileError.tooLarge(let path, _): self("fault-tooLarge", path)
        case FileError.wrongKind(let path): self("fault-wrongKind", path)
        case FileError.system(let path, let code): self("fault-disk", path, code)
        case is ReportingError, is NoteError: self["fault-value"]
        default: self("fault-unknown", "\(type(of: error))")
        }
    }

    private func explain(_ error: OrganisationError) -> String {
        switch error {
        case .noRoster: self["fault-noRoster"]
        case .malformedRoster, .unsigned, .signedByOneOnly, .badSignature: self["fault-rosterBad"]
        case .expired(let day): self("fault-expired", words(of: day))
        case .notYetValid(let day): self("fault-notYet", words(of: day))
        case .otherOrganisation: self["fault-otherOrganisation"]
        case .conflictingRosters(let serial): self("fault-rosterFork", serial)
        case .rollback: self["fault-rosterRollback"]
        case .notesWithheld, .notLogged: self["fault-withheld"]
        }
    }

    private func explain(_ error: RecoveryError) -> String {
        switch error {
        case .noneMade: self["recovery-none"]
        case .wordCount(let sheet, let found):
            self("recovery-wordCount", self["recovery-nth-\(sheet)"], found)
        case .unknownWord(let sheet, let place, let near):
            self("recovery-unknownWord", place, self["recovery-nth-\(sheet)"])
                + (near.isEmpty
                    ? "" : " " + self("recovery-near", near.joined(separator: ", ")))
        case .sameSheet: self["recovery-sameSheet"]
        case .wrongSheets(let sheet?):
            self("recovery-wrongSheet", self["recovery-nth-\(sheet)"])
        case .wrongSheets(nil): self["recovery-wrongSheets"]
        }
    }

    private func explain(_ fault: LifeFault) -> String {
        switch fault {
        case .reasonNeeded: self["life-fault-reason"]
        case .badDay: self["life-fault-day"]
        case .unknownStep: self["life-fault-step"]
        case .onHold(let number): self("life-fault-hold", number)
        case .notClosed: self["life-fault-open"]
        case .notDue: self["life-fault-early"]
        case .hasCode: self["life-fault-code"]
        case .notMergeable: self["life-fault-merge"]
        case .unsent(let number): self("life-fault-unsent", number)
        case .answersAnother(let number, let open):
            self("life-fault-answersAnother", number, open)
        case .notSplittable: self["life-fault-split"]
        }
    }
}
