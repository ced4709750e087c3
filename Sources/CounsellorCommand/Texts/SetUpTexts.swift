internal import Reporting
internal import TransparencyLog

/// Setting up a counsellor's files and an organisation's roster.
struct SetUpTexts: Sendable {
    let passphrase: String
    let newPassphrase: @Sendable (_ what: String) -> String
    let makeOrChoose: @Sendable (_ what: String) -> String
    let madeForYou: String
    let ownChoice: String
    let madePassphrase: @Sendable (_ words: String) -> String
    let again: String
    let notTheseWords: String
    let notTheSame: String
    let tooShort: @Sendable (_ characters: Int) -> String
    let vault: String

    let id: String
    let name: String
    let role: String
    let roles: @Sendable (Roster.Counsellor.Role) -> String
    let made: @Sendable (_ home: String, _ collector: String) -> String
    let handOver: @Sendable (_ files: String) -> String
    let fingerprint: @Sendable (_ lines: String) -> String
    let managedComputer: String
    let monthsRenewed: @Sendable (_ last: Month) -> String
    let hoursRenewed: String
    let thenOutbox: String

    let rootKey: @Sendable (_ path: String) -> String
    let organisationMade: @Sendable (_ folder: String) -> String
    let oneKey: String
    let counsellorAdded: @Sendable (_ name: String, _ fingerprint: String) -> String
    let counsellorRemoved: @Sendable (_ id: String) -> String
    let renewed: @Sendable (_ until: Day) -> String
    let settings: @Sendable (_ months: Int, _ coverTotal: Int) -> String
    let settingsOf: @Sendable (_ name: String, _ cover: Int, _ fetchDays: Int) -> String
    let thenSign: String
    let rosterHeading: @Sendable (_ organisation: String, _ serial: Int) -> String
    let rosterFacts:
        @Sendable (_ gateways: String, _ from: Day, _ until: Day, _ months: Int) -> String
    let counsellor: @Sendable (_ name: String, _ id: String, _ role: String, _ since: Day) -> String
    let reached: @Sendable (_ languages: String, _ ways: [String]) -> String
    let keyFingerprint: @Sendable (_ lines: String) -> String
    let listFingerprint: @Sendable (_ lines: String) -> String
    let leftOut: @Sendable (_ name: String, _ id: String) -> String
    let signQuestion: String
    let stillToSign: @Sendable (_ names: String) -> String
    let complete: @Sendable (_ path: String) -> String
    let reads: String
}
