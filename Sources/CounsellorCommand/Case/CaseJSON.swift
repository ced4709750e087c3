internal import Casework
internal import Foundation
internal import Reporting
internal import Sodium
internal import TransparencyLog

/// JSON with its names in order, and in ASCII alone: what a reporter wrote can't move or hide anything on a
/// terminal either.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    return text.utf16.map { unit in
        if unit < 0x7f { return String(UnicodeScalar(UInt8(unit))) }
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
}

/// What may not be there, and is null then: every name is always present.
@propertyWrapper struct OrNull<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue {
            try container.encode(wrappedValue)
        } else {
            try container.encodeNil()
        }
    }
}

/// A case in a list. Codes are those of Docs/for-counsellors.md; what is not there is null.
struct CaseJSON: Encodable {
    struct Clock: Encodable {
        let step: String
        let due: String
        @OrNull var done: String?

        init(_ clock: CaseClock) {
            (step, due) = (clock.step.rawValue, clock.day.text)
            done = clock.done?.text
        }
    }

    let number: Int
    let received: String
    let lastDay: String
    @OrNull var closed: String?
    let status: String
    let track: String
    let category: String
    let route: String
    let outcome: String
    let newMessages: Int
    let awaitsAnswer: Bool
    let alarm: Bool
    let hasCode: Bool
    @OrNull var sorted: String?
    let practice: Bool
    @OrNull var partOf: Int?
    let movedTo: [Int]
    let clocks: [Clock]

    init(_ overview: CaseOverview) {
        let summary = overview.summary
        number = summary.number
        received = summary.opened.text
        lastDay = summary.lastDay.text
        closed = summary.closed?.text
        status = overview.status.rawValue
        track = summary.track
        category = summary.category
        route = summary.route.rawValue
        outcome = overview.outcome
        newMessages = summary.unseen
        awaitsAnswer = summary.awaitsReply
        alarm = summary.hasAlarm
        hasCode = summary.hasCode
        sorted = summary.sorted?.rawValue
        practice = summary.isPractice
        partOf = summary.partOf
        movedTo = summary.movedTo
        clocks = overview.clocks.map { Clock($0) }
    }
}

/// A page of cases.
struct CaseListJSON: Encodable {
    let cases: [CaseJSON]
    let count: Int
    /// From 1.
    let page: Int
    let pages: Int

    init(_ page: CasePage) {
        cases = page.cases.map { CaseJSON($0) }
        (count, self.page, pages) = (page.count, page.page + 1, page.pageCount)
    }
}

/// A case with all that is in it.
struct CaseFileJSON: Encodable {
    struct Message: Encodable {
        /// `reporter` or `counsellor`.
        let from: String
        /// The case whose code it came by: another than this one in a merged case.
        let conversation: Int
        let day: String
        let kind: String
        let body: String
        /// Hers: `written`, `handed-over`, `posted`.
        var state: String?
        /// Of a received one, SHA-256 of its envelope in hex: what `case split` takes.
        var hash: String?
        var authentic: Bool?
        var new: Bool?
        var addressed: [String]?
    }

    struct Dated: Encodable {
        let day: String
        let text: String
    }

    struct Step: Encodable {
        let step: String
        let day: String
    }

    struct Event: Encodable {
        let day: String
        let kind: String
        let value: String
    }

    struct CheckIn: Encodable {
        let step: String
        let due: String
        @OrNull var done: String?
        @OrNull var way: String?
        @OrNull var remark: String?

        init(_ one: Aftercare) {
            (step, due) = (one.step.rawValue, one.due.text)
            done = one.done?.day.text
            way = one.done?.way.rawValue
            remark = one.done?.remark
        }
    }

    struct Told: Encodable {
        let text: String
        let state: String
        let day: String
    }

    let overview: CaseJSON
    let messages: [Message]
    let notes: [Dated]
    let milestones: [Step]
    let timeline: [Event]
    let aftercare: [CheckIn]
    @OrNull var account: Told?
    @OrNull var erasure: String?
    @OrNull var hold: Dated?
    let parts: [Int]

    init(_ number: Int, of home: OfflineHome) throws {
        let isHidden = try home.isHandedAway(number)
        let parts = try home.parts(number)
        overview = CaseJSON(try home.overview(number))
        messages = (isHidden ? [] : parts).flatMap { part in
            part.file.messages.map { Self.message($0, part.number) }
        }
        self.parts = parts.dropFirst().map(\.number)
        notes = try (isHidden ? [] : home.privateNotes(number)).map {
            Dated(day: $0.day.text, text: $0.body)
        }
        milestones = try home.milestones(number).map { Step(step: $0.step, day: $0.day.text) }
        timeline = try home.timeline(number).map {
            Event(day: $0.day.text, kind: $0.kind.rawValue, value: $0.value)
        }
        aftercare = try home.aftercare(number).map { CheckIn($0) }
        account = try (isHidden ? nil : home.account(number)).map {
            Told(text: $0.body, state: $0.state.rawValue, day: $0.day.text)
        }
        erasure = try home.erasureDay(number)?.text
        hold = try home.hold(on: number).map { Dated(day: $0.day.text, text: $0.reason) }
    }

    private static func message(_ message: CaseFile.Message, _ number: Int) -> Message {
        switch message {
        case .received(let one):
            Message(
                from: "reporter", conversation: number, day: one.day.text, kind: one.kind,
                body: one.body, hash: Hex.encode(one.hash), authentic: one.isAuthentic,
                new: !one.isSeen, addressed: one.addressed)
        case .written(let one):
            Message(
                from: "counsellor", conversation: number, day: one.day.text, kind: one.kind,
                body: one.body, state: one.state.rawValue)
        }
    }

    enum CodingKeys: String, CodingKey {
        case overview = "case"
        case messages, notes, milestones, timeline, aftercare, account, erasure, hold, parts
    }
}
