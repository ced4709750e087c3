internal import DropBox
internal import Gateway
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// The words of this command for people. One instance a language; the compiler asks for all of them.
///
/// Lines of the log are for machines too, and stay in English.
struct GatewayTexts: Sendable {
    /// A message and perhaps a hint.
    typealias Words = (message: String, hint: String?)

    let vkeysWritten: @Sendable (_ folder: String) -> String
    let published: @Sendable (_ notice: Notice) -> String
    let closed: @Sendable (_ day: Day, _ entries: Int) -> String
    let nothingToClose: @Sendable (_ day: Day) -> String
    let noSuchPort: @Sendable (_ port: Int) -> String
    let beyondLoopback: @Sendable (_ host: String) -> Words
    let linkedWrongly: String
    let inUse: @Sendable (_ address: String) -> Words
    let notAllowed: @Sendable (_ address: String) -> Words
    let folder: @Sendable (_ fault: GatewayFolder.Fault, _ folder: String) -> Words
    let setting: @Sendable (_ reason: GatewayConfiguration.Reason) -> String
    let file: @Sendable (_ fault: FileFault) -> Words
    let dropBox: @Sendable (_ fault: DropBoxFault) -> Words
    let damage: @Sendable (_ damage: LogDamage, _ folder: String) -> Words
    let foreignCheckpoint: @Sendable (_ file: String, _ folder: String) -> Words
    let lossAccepted: @Sendable (_ loss: AcceptedLoss) -> String
    let lossAcceptedHint: String
    let verified: @Sendable (_ report: VerifiedStore) -> String
    let refusal: @Sendable (_ refusal: NoteRefusal) -> String
    let notPublished: @Sendable (_ file: String, _ refusal: String) -> String
    let page: PageTexts
    let status: StatusTexts

    /// What a file met, for people.
    enum FileFault: Sendable {
        case notFound(String), alreadyExists(String), notPermitted(String, folder: String)
        case diskFull(String), tooLarge(String, Int), served(folder: String), wrongKind(String)
        case system(String, Int32)
    }

    /// What the drop-box met, for people.
    enum DropBoxFault: Sendable {
        case conflict, full, newerVersion(String), damaged(String), unavailable(String, Int)
        case clockBehind(today: Day, closed: Day), clockAhead(today: Day, first: Day, last: Day)
    }

    /// Of `gateway status`.
    struct StatusTexts: Sendable {
        let labels: [Label: String]
        let origin: @Sendable (_ address: String, _ origin: String) -> String
        let roster: @Sendable (_ serial: Int, _ expires: Day) -> String
        let noRoster: String
        let keys: @Sendable (_ last: Month?) -> String
        let hours: @Sendable (_ day: Day?) -> String
        let stored: @Sendable (_ reports: Int, _ replies: Int, _ notes: Int) -> String
        let entries: @Sendable (_ count: Int) -> String
        let noDay: String
        let kept: @Sendable (_ since: Day, _ counsellors: [String]) -> String
        let bytes: @Sendable (_ count: Int) -> String

        /// What stands at the beginning of a line.
        enum Label: CaseIterable {
            case gateway, organisation, roster, counsellor, stored, pending, log, lastClosed, kept,
                database
        }
    }

    static func of(_ language: Language) -> GatewayTexts {
        switch language {
        case .nl: .dutch
        case .en: .english
        }
    }

    /// Those of this run's language.
    static let here = of(.ofCommandLine)
}
