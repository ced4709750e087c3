import Age
import DurableFiles
import Foundation
import GRDB
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// What an export shows: nothing but its day.
@Suite struct CoverTests {
    let scene: Scene
    let reporter: ReceiptKeys

    init() throws {
        scene = try Scene()
        reporter = try scene.reporter()
        try scene.log(scene.sealed("Een vraag.", from: reporter))
        try scene.importAll()
    }

    private var intern: Roster.Counsellor { scene.roster.counsellor("intern")! }

    private func labels() throws -> [[UInt8]] {
        let thread = try ThreadKeys(reporter: reporter.thread, counsellorKey: intern.threadKey)
        return (0..<ThreadKeys.labelCount).map { thread.label($0) }
    }

    private func write(_ count: Int, on day: Day? = nil) throws {
        for number in 0..<count {
            _ = try scene.home().reply(
                to: 1, .answer, body: "Antwoord \(number).", today: day ?? scene.today)
        }
    }

    private func export(_ name: String = "outbox", on day: Day? = nil) throws -> Outbox {
        let folder = "\(scene.folder)/\(name)"
        _ = try scene.home().handOver(to: folder, today: day ?? scene.today)
        return Outbox(folder: folder)
    }

    private func slots(_ outbox: Outbox) throws -> [Slot] {
        try outbox.names().compactMap { Slot(name: $0) }
    }

    /// What the reporter finds among what was posted, equal ones too.
    private func opened(_ envelopes: [SealedEnvelope]) throws -> [Reply] {
        let labels = try labels()
        return try envelopes.compactMap { envelope in
            guard let number = labels.firstIndex(of: envelope.tag) else { return nil }
            return try Reply.open(
                envelope.bytes, keys: reporter, counsellor: intern, number: number)
        }
    }

    private func scheduled(_ outbox: Outbox, on day: Day? = nil) throws -> [SealedEnvelope] {
        try outbox.envelopes { name in
            Slot(name: name).map { day == nil || $0.day == day } ?? false
        }
    }

    @Test(arguments: [0, 1, 5, 40])
    func everyDayHasAsManyFilesWhateverWaits(count: Int) throws {
        try write(count)
        let outbox = try export()
        let expected = (0..<30).flatMap { offset in
            [0, 1].map { Slot(scene.today.adding(offset), $0) }
        }
        #expect(try slots(outbox).sorted() == expected)
        for (slot, envelope) in zip(try slots(outbox), try scheduled(outbox)) {
            #expect(envelope.kind == (slot.number == 0 ? .report : .reply))
        }
        // Real ones go first, in the order written.
        for offset in 0..<30 {
            let found = try opened(scheduled(outbox, on: scene.today.adding(offset)))
            #expect(found.map(\.body) == (offset < count ? ["Antwoord \(offset)."] : []))
        }
        let written = try scene.home().caseFile(1).written
        #expect(written.filter { $0.state == .handedOver }.count == min(count, 30))
    }

    @Test func theRosterSaysHowManyADay() throws {
        scene.roster.serial = 2
        scene.roster.counsellors[0].cover = 3
        try scene.publish()
        try scene.importAll()
        try write(4)
        let outbox = try export()
        #expect(try slots(outbox).count == 30 * 4)
        #expect(try opened(scheduled(outbox, on: scene.today)).count == 3)
        #expect(try opened(scheduled(outbox, on: scene.today.adding(1))).count == 1)
        // Without cover there is no schedule, and all goes at once.
        scene.roster.serial = 3
        scene.roster.counsellors[0].cover = 0
        try scene.publish()
        try scene.importAll()
        let plain = try export()
        #expect(try slots(plain).isEmpty)
        #expect(try plain.envelopes { $0.hasPrefix("now-") }.count == 4)
    }

    @Test func twoExportsShareNothing() throws {
        try write(5)
        let first = try scheduled(export("first"))
        let second = try scheduled(export("second"))
        #expect(Set(first.map(\.tag)).isDisjoint(with: second.map(\.tag)))
        #expect(Set(first.map(\.hash)).isDisjoint(with: second.map(\.hash)))
        let stanzas = { (envelopes: [SealedEnvelope]) in
            Set(try envelopes.flatMap { try AgeHeader(parsing: $0.bytes).stanzas.map(\.body) })
        }
        #expect(try stanzas(first).isDisjoint(with: stanzas(second)))
        // Both are posted: the reporter shows each once, though it has two numbers.
        let found = try opened(first + second)
        #expect(found.count == 10 && Set(found.map(\.number)).count == 10)
        let shown = found.indices.filter { index in
            !found[..<index].contains { $0.saysTheSame(as: found[index]) }
        }
        #expect(shown.map { found[$0].body }.sorted() == (0..<5).map { "Antwoord \($0)." })
    }

    @Test func postedWhenAnyOfItsLabelsIsSeen() throws {
        try write(2)
        let first = try scheduled(export("first"), on: scene.today)
        let second = try export("second")
        try scene.post(first.first { try labels().contains($0.tag) }!)
        #expect(try scene.importAll().posted == 1)
        #expect(try scene.home().caseFile(1).written.map(\.state) == [.posted, .handedOver])
        let other = try scheduled(second, on: scene.today.adding(1))
        try scene.post(other.first { try labels().contains($0.tag) }!)
        #expect(try scene.importAll().posted == 1)
        let third = scene.folder + "/third"
        #expect(try scene.home().handOver(to: third, today: scene.today).scheduled == 0)
    }

    @Test func whatMayBePostedIsNotExportedAgainUnlessAMirrorLacksIt() throws {
        try write(2)
        _ = try export("stick")
        let later = scene.today.adding(2)
        // That of the day before yesterday may be posted; yesterday's, if no mirror has it, is taken back.
        let second = try export("other", on: later)
        #expect(try opened(scheduled(second)).map(\.body) == ["Antwoord 1."])
        // A mirror of the next day can be older than a post that came late.
        try scene.fetched(on: scene.today.adding(1))
        #expect(try scene.importAll(on: later).waitingAgain == 0)
        let last = scene.today.adding(2)
        try scene.fetched(on: last)
        #expect(try scene.importAll(on: last).waitingAgain == 1)
        let third = try export("third", on: last)
        #expect(try opened(scheduled(third)).map(\.body) == ["Antwoord 0.", "Antwoord 1."])
    }

    @Test func whatWasNeverTakenFromTheStickIsExportedAgain() throws {
        try write(1)
        _ = try export()
        let later = scene.today.adding(5)
        #expect(try opened(scheduled(export(on: later))).map(\.body) == ["Antwoord 0."])
        #expect(try slots(Outbox(folder: scene.folder + "/outbox")).map(\.day).min() == later)
    }

    @Test func numbersGrowAndEndWithTheConversation() throws {
        try write(1)
        var numbers: [Int] = []
        for round in 0..<4 {
            numbers += try opened(scheduled(export("\(round)"))).map(\.number)
        }
        #expect(numbers == [0, 1, 2, 3])
        try scene.home().vault.save {
            try $0.execute(sql: "UPDATE conversation SET next_number = 998")
        }
        try write(1)
        let folder = scene.folder + "/full"
        let handed = try scene.home().handOver(to: folder, today: scene.today)
        #expect(handed.scheduled == 2 && handed.full.isEmpty)
        let none = try scene.home().handOver(to: folder, today: scene.today)
        #expect(none.scheduled == 0 && none.full == [1])
        #expect(throws: CaseworkError.conversationFull(number: 1)) { try write(1) }
        #expect(try slots(Outbox(folder: folder)).count == 60, "the files show nothing of it")
    }

    @Test func theReporterAndSheMeanTheSameReply() throws {
        try write(2)
        _ = try export("first")
        let second = try export("second")
        for reply in try scheduled(second) where try labels().contains(reply.tag) {
            try scene.post(reply)
        }
        let number = try #require(
            try opened(scheduled(second)).first { $0.body == "Antwoord 1." }
        ).number
        #expect(number == 3)
        try scene.log(
            scene.sealed("Daarop.", from: reporter) {
                $0.sequence = 1
                $0.about = Report.Answer(counsellor: "intern", number: number)
            })
        try scene.importAll()
        let file = try scene.home().caseFile(1)
        #expect(file.received.last?.about == "intern 1")
        #expect(file.received.last?.afterReplies == 2)
    }

    @Test func herOwnCoverIsSilentAtHerImport() throws {
        for envelope in try scheduled(export()) where envelope.kind == .report {
            try scene.log(envelope)
        }
        let result = try scene.importAll()
        #expect(result.messages == 0 && result.malformed == 0 && result.withoutKey.isEmpty)
        #expect(try scene.home().cases().count == 1)
    }

    @Test func aThiefOfTwoExportsLearnsNothing() throws {
        let thread = try labels()
        var (real, cover): ([SealedEnvelope], [SealedEnvelope]) = ([], [])
        for round in 0..<2 {
            try write(15)
            let replies = try scheduled(export("\(round)")).filter { $0.kind == .reply }
            real += replies.filter { thread.contains($0.tag) }
            cover += replies.filter { !thread.contains($0.tag) }
        }
        #expect(real.count == 45 && cover.count == 15)
        let stanzas = { (envelope: SealedEnvelope) in
            try AgeHeader(parsing: envelope.bytes).stanzas.map {
                [$0.kind, String($0.arguments.count), String($0.body.count)]
            }
        }
        #expect(Set(try (real + cover).map(stanzas)).count == 1)
        #expect(Set((real + cover).map(\.posted.count)) == [16 + 8_192])
        #expect(
            Set(try (real + cover).map { try AgeHeader(parsing: $0.bytes).byteCount }).count == 1)
        // Everything random in them is evenly spread: of 256 values, a sum of squares around 255.
        for envelopes in [real, cover] {
            for part in [envelopes.flatMap(\.tag), envelopes.flatMap { $0.bytes.suffix(6_000) }] {
                let statistic = Self.chiSquare(part)
                #expect(statistic > 120 && statistic < 420, "\(statistic) of \(part.count) bytes")
            }
        }
    }

    /// The files of a folder differ in nothing but name and contents, and the contents in nothing but bytes.
    @Test func filesOfOneKindHaveOneSizeAndMode() throws {
        try write(7)
        let outbox = try export()
        for kind in [".reply", ".report"] {
            let attributes = try outbox.names().filter { $0.hasSuffix(kind) }.map {
                try FileManager.default.attributesOfItem(atPath: "\(outbox.folder)/\($0)")
            }
            #expect(Set(attributes.map { $0[.size] as? Int }).count == 1)
            #expect(Set(attributes.map { $0[.posixPermissions] as? Int }) == [0o600])
        }
    }

    /// Within a day real replies stand anywhere: in eight exports of one among four, not always at one place.
    @Test func withinADayTheOrderTellsNothing() throws {
        scene.roster.serial = 2
        scene.roster.counsellors[0].cover = 4
        try scene.publish()
        try scene.importAll()
        try write(1)
        let labels = try labels()
        var places: Set<Int> = []
        for round in 0..<8 {
            let outbox = try export("\(round)")
            let today = try scheduled(outbox, on: scene.today).filter { $0.kind == .reply }
            places.insert(today.firstIndex { labels.contains($0.tag) }!)
        }
        // All the same by chance: once in 4^7.
        #expect(places.count > 1)
    }

    static func chiSquare(_ bytes: [UInt8]) -> Double {
        var counts = [Double](repeating: 0, count: 256)
        for byte in bytes { counts[Int(byte)] += 1 }
        let expected = Double(bytes.count) / 256
        return counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    }
}
