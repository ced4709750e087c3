/// One plain sentence for each thing that can go wrong: what, where, and what to do.
struct FailureTexts: Sendable {
    // The link.
    let noLink: String
    let malformedLink: String
    let cannotReadLink: @Sendable (_ path: String) -> String
    let insecureLink: String
    let onionNeedsProxy: String
    let proxyHint: String
    let proxyUnreachable: @Sendable (_ proxy: String) -> String
    let malformedProxy: String
    // The gateway.
    let unreachable: @Sendable (_ address: String) -> String
    let insecureConnection: @Sendable (_ address: String) -> String
    let unreachableHint: String
    let withheld: String
    let busy: String
    /// Before a list of counsellors is published, and when it can't answer now.
    let notOpen: String
    let tooLarge: String
    let malformedAnswer: String
    // Who the counsellors are.
    let noRoster: String
    let malformedRoster: String
    let unsigned: String
    let signedByOneOnly: @Sendable (_ missing: String) -> String
    let badSignature: @Sendable (_ name: String) -> String
    let expired: @Sendable (_ last: String, _ today: String) -> String
    let notYetValid: @Sendable (_ first: String, _ today: String) -> String
    let otherMonth: @Sendable (_ today: String) -> String
    let otherOrganisation: String
    let conflicting: String
    let rollback: String
    let notTrustedHint: String
    // Sealing.
    let forbiddenCharacter: String
    let emptyMessage: String
    let nobodyThisMonth: @Sendable (_ month: String) -> String
    let readerNotThisMonth: @Sendable (_ name: String, _ month: String) -> String
    let nobodyConfirmed: String
    let readerNotConfirmed: @Sendable (_ name: String) -> String
    let cannotRead: @Sendable (_ path: String) -> String
    let unknownReader: @Sendable (_ name: String, _ known: String) -> String
    let noReaders: @Sendable (_ known: String) -> String
    let tooManyReaders: String
    let unknownTrack: @Sendable (_ known: String) -> String
    let unknownCategory: @Sendable (_ known: String) -> String
    let tooLong: @Sendable (_ by: Int, _ fits: Int) -> String
    let tooLongHint: String
    let notText: String
    let outOfMemory: String
    let cannotWrite: @Sendable (_ path: String) -> String
    let sameFile: @Sendable (_ options: String) -> String
    let alreadyThere: @Sendable (_ path: String) -> String
    let confirmationNeeded: String
    let codeNeeded: String
    let oneInput: String
}
