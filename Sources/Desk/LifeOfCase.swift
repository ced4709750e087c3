internal import Casework
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// All that the case screen shows of a case besides its messages, read at once.
struct LifeOfCase: Sendable {
    let overview: CaseOverview
    let milestones: [Milestone]
    let timeline: [TimelineEntry]
    let aftercare: [Aftercare]
    let erasure: Day?
    let hold: Hold?
    let account: Account?
    let origin: Int?
    let parts: [CasePart]
    /// Cases that this one can be merged into with proof.
    let proven: [Int]
    let received: [ReceivedMessage]

    init(_ number: Int, of home: OfflineHome) throws {
        overview = try home.overview(number)
        milestones = try home.milestones(number)
        timeline = try home.timeline(number)
        aftercare = try home.aftercare(number)
        erasure = try home.erasureDay(number)
        hold = try home.hold(on: number)
        account = try home.account(number)
        origin = try home.splitOrigin(number)
        parts = try home.parts(number)
        let own = parts[0].file
        received = own.received
        let others = own.summary.movedTo + own.received.compactMap { $0.continuation?.oldCase }
        proven = try Set(others).filter { try home.isProvenMerge(number, $0) }.sorted()
    }

    /// The conversation that an answer goes to: the newest that another one is proven to go on in.
    var answered: Int {
        let moved = Set(
            parts.flatMap { part in
                part.file.summary.movedTo.filter { next in parts.contains { $0.number == next } }
            })
        return parts.map(\.number).filter { number in
            moved.contains(number) && part(number)?.file.summary.movedTo.isEmpty == true
        }.max() ?? parts[0].number
    }

    private func part(_ number: Int) -> CasePart? { parts.first { $0.number == number } }

    /// Both sides' messages of all conversations, by day; of one day each conversation in its own order.
    var messages: [(part: Int, message: CaseFile.Message)] {
        let all = parts.flatMap { part in part.file.messages.map { (part.number, $0) } }
        guard parts.count > 1 else { return all }
        return all.enumerated().sorted { one, other in
            (one.element.1.day, one.offset) < (other.element.1.day, other.offset)
        }.map(\.element)
    }
}

extension CaseFile.Message {
    var day: Day {
        switch self {
        case .received(let one): one.day
        case .written(let one): one.day
        }
    }
}
