internal import TransparencyLog

/// What went wrong, and what to do.
struct FailureTexts: Sendable {
    let noHome: @Sendable (_ path: String) -> Sentence
    let homeExists: @Sendable (_ path: String) -> Sentence
    let incompleteHome: @Sendable (_ missing: String) -> Sentence
    let notOwnBackup: @Sendable (_ path: String) -> Sentence
    let wrongPassphrase: Sentence
    let passphraseTooShort: Sentence
    let damaged: @Sendable (_ file: String) -> Sentence
    let damagedCollector: @Sendable (_ file: String) -> Sentence
    let noOutbox: @Sendable (_ path: String) -> Sentence
    let notForThis: @Sendable (_ path: String) -> Sentence
    /// What helps when it is the backup that is damaged.
    let olderBackup: String
    let newerVersion: @Sendable (_ file: String) -> Sentence
    let noMirror: @Sendable (_ path: String) -> Sentence
    let damagedMirror: @Sendable (_ file: String) -> Sentence
    let incompleteMirror: @Sendable (_ count: Int, _ file: String) -> Sentence
    let rosterRollback: @Sendable (_ seen: Int, _ served: Int) -> Sentence
    let rosterFork: @Sendable (_ serial: Int) -> Sentence
    let notInRoster: @Sendable (_ id: String) -> Sentence
    let foreignKeys: @Sendable (_ id: String) -> Sentence
    let clockBehind: @Sendable (_ known: Day, _ today: Day) -> Sentence
    /// Of the online machine, since it fetched last.
    let clockBehindOnline: @Sendable (_ fetched: Day, _ today: Day) -> Sentence
    let clockAhead: @Sendable (_ known: Day, _ today: Day) -> Sentence
    let unknownCase: @Sendable (_ number: Int) -> Sentence
    let noAuthenticReport: @Sendable (_ number: Int) -> Sentence
    let tooLong: @Sendable (_ characters: Int) -> Sentence
    let emptyText: Sentence
    let controlCharacter: Sentence
    let referralToHerself: @Sendable (_ id: String) -> Sentence
    let conversationFull: @Sendable (_ number: Int) -> Sentence
    let movedOn: @Sendable (_ number: Int, _ others: String) -> Sentence
    let importFirst: Sentence
    let notABackup: @Sendable (_ path: String) -> Sentence
    let damagedOutbox: @Sendable (_ file: String) -> Sentence
    let incompleteOutbox: @Sendable (_ path: String) -> Sentence
    let olderOutbox: Sentence
    let otherOutbox: @Sendable (_ path: String, _ owner: String, _ id: String) -> Sentence
    let badEnrolment: @Sendable (_ path: String) -> Sentence
    let badOrganisation: @Sendable (_ file: String) -> Sentence
    let backupOfWhat: Sentence
    let openWithWhat: Sentence
    let sealToWhom: Sentence
    let secondKeyOrOne: Sentence
    let settingsOfWhom: Sentence
    let badValue: @Sendable (_ option: String, _ expected: String) -> Sentence
    let expected: ExpectedTexts
    let emptyValue: @Sendable (_ option: String) -> Sentence
    let badHours: Sentence
    let notPlain: @Sendable (_ option: String, _ shown: String) -> Sentence
    let notAnOrganisationKey: @Sendable (_ name: String) -> Sentence
    let alreadyInRoster: @Sendable (_ id: String) -> Sentence
    let nothingToSign: Sentence
    let noCounsellors: Sentence
    let notConfirmed: Sentence

    let unsigned: Sentence
    let missingSignature: @Sendable (_ name: String) -> Sentence
    let badSignature: @Sendable (_ name: String) -> Sentence
    let expired: @Sendable (_ day: Day, _ today: Day) -> Sentence
    let notYetValid: @Sendable (_ day: Day, _ today: Day) -> Sentence
    let otherOrganisation: Sentence
    let noRoster: Sentence
    let malformedRoster: @Sendable (_ line: Int) -> Sentence
    let badLink: @Sendable (_ path: String) -> Sentence

    let notFound: @Sendable (_ path: String) -> Sentence
    let alreadyExists: @Sendable (_ path: String) -> Sentence
    let notPermitted: @Sendable (_ path: String) -> Sentence
    let diskFull: @Sendable (_ path: String) -> Sentence
    let outputFull: Sentence
    let tooLarge: @Sendable (_ path: String, _ limit: Int) -> Sentence
    let inUse: @Sendable (_ path: String) -> Sentence
    let isFolder: @Sendable (_ path: String) -> Sentence
    let isFile: @Sendable (_ path: String) -> Sentence
    let fileError: @Sendable (_ path: String, _ code: Int) -> Sentence
}
