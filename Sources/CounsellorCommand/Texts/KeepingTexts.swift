internal import Casework
internal import Desk
internal import Reporting
internal import TransparencyLog

/// Today, what is kept for her, and what is done once: what the commands of `Keeping` and the account say.
struct KeepingTexts: Sendable {
    // Today.
    let afterClosing: String
    let new: String
    let now: String
    let week: String
    let later: String
    let calm: String
    let aftercareDue: @Sendable (_ number: Int, _ step: String, _ due: Day) -> String
    let erasureDue: @Sendable (_ one: ErasureDue) -> String
    let unsent: @Sendable (_ count: Int) -> String
    let newInSorted: @Sendable (_ count: Int) -> String
    let practice: @Sendable (_ count: Int) -> String
    let fetched: @Sendable (_ day: Day?, _ isDue: Bool) -> String
    // What was told.
    let account: @Sendable (_ state: Account.State?, _ day: Day?) -> String
    let typeAccount: String
    let accountState: Sentence
    let noAccount: Sentence
    // Lists and settings.
    let saved: String
    let removed: String
    let contact: @Sendable (_ entry: DirectoryEntry, _ today: Day) -> String
    let noContact: Sentence
    let example: @Sendable (_ example: Example) -> String
    let typeExample: String
    let titleNeeded: Sentence
    let noExample: @Sendable (_ name: String) -> Sentence
    let notChanged: Sentence
    let settings: @Sendable (_ settings: SettingsJSON) -> [String]
    let chooseAgain: String
    let noStick: @Sendable (_ path: String) -> Sentence
    // Who goes on.
    let toWhom: Sentence
    let canBeTold: @Sendable (_ count: Int) -> String
    let told: @Sendable (_ count: Int) -> String
    let untold: @Sendable (_ cases: String) -> String
    let nobodyElse: String
    let writeToAll: @Sendable (_ count: Int) -> String
    let nothingWritten: String
    // The end.
    let openCases: String
    let typeName: @Sendable (_ name: String) -> String
    let otherName: Sentence
    let otherCollector: @Sendable (_ path: String) -> Sentence
    let ended: @Sendable (_ name: String, _ folder: String) -> String
    let afterEnding: String
    let erasedOn: String
    // What was set aside.
    let nothingAside: String
    let notAside: @Sendable (_ path: String) -> Sentence
    let eraseAside: @Sendable (_ path: String) -> String
    let asideErased: String
    let nothingErased: String
}

extension Texts {
    var keeping: KeepingTexts {
        switch language {
        case .nl: .dutch
        case .en: .english
        }
    }
}
