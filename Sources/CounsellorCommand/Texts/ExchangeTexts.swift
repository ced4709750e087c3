internal import TransparencyLog

/// Moving files between the two machines and the gateway, and keeping copies.
struct ExchangeTexts: Sendable {
    let fetched: @Sendable (_ new: Int, _ entries: Int, _ pending: Int, _ folder: String) -> String
    let refetched: @Sendable (_ count: Int) -> String
    let imported: @Sendable (_ messages: Int, _ newCases: Int) -> String
    let nothingNew: String
    let notAuthentic: @Sendable (_ count: Int) -> String
    let malformed: @Sendable (_ count: Int) -> String
    let withoutKey: @Sendable (_ count: Int, _ month: Month) -> String
    let posted: @Sendable (_ count: Int) -> String
    let renumbered: @Sendable (_ count: Int) -> String
    let destroyed: @Sendable (_ months: String) -> String
    let stale: @Sendable (_ fetched: Day, _ today: Day) -> String
    let notListed: @Sendable (_ serial: Int) -> String
    let rosterEnds: @Sendable (_ days: Int) -> String
    let keysEnd: @Sendable (_ last: Month) -> String
    let noCurrentKey: @Sendable (_ month: Month) -> String
    let keysUnpublished: String
    let handedOver: @Sendable (_ replies: Int, _ notes: Int, _ folder: String) -> String
    let replyPosted: @Sendable (_ name: String) -> String
    let notePosted: @Sendable (_ name: String) -> String
    let nothingToPost: String
    let backedUp: @Sendable (_ folder: String) -> String
    let backupLacksMonths: String
    let monthsBackedUp: @Sendable (_ file: String, _ count: Int) -> String
    let restored: @Sendable (_ home: String) -> String
    let restoredWithoutMonths: String
}
