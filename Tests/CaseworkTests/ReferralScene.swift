import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// A scene in which both counsellors are offered to reporters, and one reporter who wrote to `intern`.
struct ReferralScene {
    let scene: Scene
    let reporter: ReceiptKeys

    init(_ body: String = "Ik word gepest.", today: String = "2026-11-24") throws {
        let scene = try Scene(today: today)
        self.scene = scene
        scene.confirming = scene.collectors
        let notes = try ["intern", "extern"].map {
            try scene.home($0).renewKeys(today: scene.today, count: 4)
        }
        try scene.publish(with: notes)
        reporter = try scene.reporter()
        try scene.log(
            scene.sealed(body, from: reporter) {
                $0.language = .nl
                $0.category = .bullying
            })
        try scene.importAll()
    }

    var intern: OfflineHome { scene.home() }
    var extern: OfflineHome { scene.home("extern") }
    var today: Day { scene.today }

    /// All of case 1 as text.
    func everything() throws -> String {
        let file = try intern.caseFile(1)
        return ReferralText(.nl).text(file, [], .all(of: file))
    }

    func ask(_ text: String? = nil) throws {
        try intern.askReferral(
            of: 1, .init(to: "extern", text: text ?? everything(), words: "Mag dit?"), today: today)
    }

    /// The reporter's word about a question of `intern`'s.
    func says(
        _ kind: Report.Kind, to ids: [String] = ["intern", "extern"], about number: Int = 0,
        sequence: Int = 2, on day: Day? = nil
    ) throws {
        try scene.log(
            scene.sealed("Mijn woord.", from: reporter, to: ids, on: day) {
                $0.kind = kind
                $0.about = Report.Answer(counsellor: "intern", number: number)
                $0.sequence = sequence
            }, on: day)
        try scene.importAll(on: day)
    }

    /// Asked, agreed and sent.
    func refer(_ text: String? = nil) throws {
        try ask(text)
        try postReplies()
        try says(.agree)
        try intern.sendReferral(of: 1, words: "Extern helpt je verder.", today: today)
    }

    func handOver(of number: Int = 1) throws {
        try intern.refer(
            number, without: .conflict,
            .init(to: "extern", text: everything(), words: "Overgedragen."), today: today)
    }

    /// What waits of `intern`'s, in files that say so, and none of it posted.
    func exported(on day: Day? = nil) throws -> [SealedEnvelope] {
        try intern.repliesAtOnce(to: scene.folder + "/outbox", today: day ?? today)
    }

    /// Posts `intern`'s answers that wait, and gives the envelopes of referrals.
    @discardableResult
    func postReplies(on day: Day? = nil) throws -> [SealedEnvelope] {
        let all = try exported(on: day)
        for reply in all where reply.kind == .reply { try scene.post(reply) }
        try scene.importAll(on: day)
        return all.filter { $0.kind == .report }
    }

    /// Posts everything of `intern`'s, and imports it on both sides.
    func deliver(on day: Day? = nil) throws {
        for envelope in try exported(on: day) {
            if envelope.kind == .reply {
                try scene.post(envelope)
            } else {
                try scene.log(envelope, on: day)
            }
        }
        try scene.importAll(on: day)
        try scene.importAll("extern", on: day)
    }

    /// What the reporter reads of a counsellor.
    func replies(_ envelopes: [SealedEnvelope], of id: String) throws -> [Reply] {
        let counsellor = scene.roster.counsellor(id)!
        let thread = try ThreadKeys(reporter: reporter.thread, counsellorKey: counsellor.threadKey)
        return envelopes.filter { $0.kind == .reply }.compactMap { envelope in
            (0..<20).first { thread.label($0) == envelope.tag }.flatMap {
                try? Reply.open(envelope.bytes, keys: reporter, counsellor: counsellor, number: $0)
            }
        }
    }
}
