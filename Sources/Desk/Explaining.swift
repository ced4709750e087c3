internal import Casework
internal import DurableFiles
internal import TransparencyLog

extension Texts {
    /// What went wrong, and what to do, for a person.
    func explain(_ error: any Error) -> String {
        switch error {
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
        case CaseworkError.notInRoster, CaseworkError.referralToHerself:
            self["referral-chooseSomeone"]
        case CaseworkError.importFirst: self["importFirst"]
        case CaseworkError.conversationFull: self["conversationFull"]
        case CaseworkError.noMirror(let path): self("noMirror", path)
        case CaseworkError.damagedMirror(let file): self("damagedMirror", file)
        case CaseworkError.clockBehind(let known, let today):
            self("clockBehind", known.text, today.text)
        case CaseworkError.clockAhead(let known, let today):
            self("clockAhead", known.text, today.text)
        case CaseworkError.damaged(let file), CaseworkError.incompleteHome(let file):
            self("damaged", file)
        case FileError.inUse: self["inUse"]
        default: self("otherFault", "\(error)")
        }
    }
}
