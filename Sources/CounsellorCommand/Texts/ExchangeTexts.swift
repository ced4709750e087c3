internal import TransparencyLog

/// Moving files between the two machines and the gateway, and keeping copies.
struct ExchangeTexts: Sendable {
    let fetched: @Sendable (_ new: Int, _ entries: Int, _ pending: Int, _ folder: String) -> String
    let refetched: @Sendable (_ count: Int) -> String
    let imported: @Sendable (_ messages: Int, _ newCases: Int) -> String
    let nothingNew: String
    let notAuthentic: @Sendable (_ count: Int) -> String
    let moved: @Sendable (_ count: Int) -> String
    let movesAlarm: @Sendable (_ count: Int) -> String
    let malformed: @Sendable (_ count: Int) -> String
    let withoutKey: @Sendable (_ count: Int, _ month: Month) -> String
    let posted: @Sendable (_ count: Int) -> String
    let waitingAgain: @Sendable (_ count: Int) -> String
    let destroyed: @Sendable (_ months: String) -> String
    let stale: @Sendable (_ fetched: Day, _ today: Day) -> String
    let notListed: @Sendable (_ serial: Int) -> String
    let rosterEnds: @Sendable (_ days: Int) -> String
    let keysEnd: @Sendable (_ last: Month) -> String
    let noCurrentKey: @Sendable (_ month: Month) -> String
    let keysUnpublished: String
    let handedOver: @Sendable (_ days: Int, _ notes: Int, _ folder: String) -> String
    let scheduled: @Sendable (_ replies: Int, _ last: Day) -> String
    let sentAtOnce: @Sendable (_ replies: Int) -> String
    let noRoom: @Sendable (_ replies: Int) -> String
    let noNumbers: @Sendable (_ cases: String) -> String
    let scheduleEnds: @Sendable (_ last: Day) -> String
    let scheduleEnded: String
    let goTomorrow: @Sendable (_ files: Int) -> String
    let limitReached: @Sendable (_ left: Int) -> String
    let labelTaken: @Sendable (_ name: String) -> String
    let filePosted: @Sendable (_ name: String) -> String
    let notePosted: @Sendable (_ name: String) -> String
    let nothingToPost: String
    let backedUp: @Sendable (_ folder: String) -> String
    let backupLacksMonths: String
    let monthsBackedUp: @Sendable (_ file: String, _ count: Int) -> String
    let restored: @Sendable (_ home: String) -> String
    let restoredWithoutMonths: String
}
