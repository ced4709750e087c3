import Age
import DurableFiles
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

@Suite struct ReplyingTests {
    let scene: Scene
    let reporter: ReceiptKeys

    init() throws {
        scene = try Scene()
        reporter = try scene.reporter()
        try scene.log(scene.sealed("Een vraag.", from: reporter))
        try scene.importAll()
    }

    private func reply(_ body: String, _ kind: Reply.Kind = .answer) throws -> Int {
        try scene.home().reply(to: 1, kind, body: body, today: scene.today)
    }

    private func handedOver(_ name: String = "outbox") throws -> [SealedEnvelope] {
        try scene.home().repliesAtOnce(to: "\(scene.folder)/\(name)", today: scene.today)
    }

    @Test func numbersRepliesAndSealsThemToTheReporter() throws {
        #expect(try reply("Eerste.") == 0)
        #expect(try reply("Tweede.\nMet een regel.") == 1)
        let intern = scene.roster.counsellor("intern")!
        let thread = try ThreadKeys(reporter: reporter.thread, counsellorKey: intern.threadKey)
        let found = try handedOver()
        #expect(Set(found.map(\.tag)) == [thread.label(0), thread.label(1)])
        let second = try #require(found.first { $0.tag == thread.label(1) })
        let opened = try Reply.open(second.bytes, keys: reporter, counsellor: intern, number: 1)
        #expect(opened.body == "Tweede.\nMet een regel." && opened.day == scene.today)
    }

    @Test func whatNobodyTookFromAnOutboxIsSealedAnewInTheNext() throws {
        _ = try reply("Een.")
        let (first, second) = (try handedOver()[0], try handedOver()[0])
        #expect(first.tag != second.tag && first.hash != second.hash)
        #expect(try scene.reopen().caseFile(1).written[0].state == .handedOver)
        // From elsewhere it may have been taken: only a mirror can tell.
        #expect(try handedOver("other").isEmpty)
    }

    @Test func anAlteredOutboxIsRefused() throws {
        _ = try reply("Een.")
        let envelope = try #require(try handedOver().first)
        let name = "now-1.reply"
        let path = "\(scene.folder)/outbox/\(name)"
        let outbox = Outbox(folder: scene.folder + "/outbox")
        for place in [0, 16, 4_000, 8_207] {
            var bytes = envelope.posted
            bytes[place] ^= 1
            try DurableFile.replace(path, with: bytes)
            #expect(throws: CaseworkError.damagedOutbox(file: path)) { try outbox.envelope(name) }
        }
        try DurableFile.replace(path, with: [UInt8](envelope.posted.dropLast()))
        #expect(throws: CaseworkError.damagedOutbox(file: path)) { try outbox.envelope(name) }
    }

    @Test func tooLongIsSaidInCharacters() throws {
        let capacity = OfflineHome.longest(
            from: "intern", kind: .answer, day: scene.today, body: ""
        ).bodyCapacity
        let known = try scene.home().replyCapacity(to: 1, .answer, today: scene.today)
        #expect(known == capacity)
        #expect(throws: CaseworkError.unknownCase(number: 9)) {
            try scene.home().replyCapacity(to: 9, .answer, today: scene.today)
        }
        #expect(throws: CaseworkError.tooLong(characters: 3)) {
            try reply(String(repeating: "a", count: capacity + 3))
        }
        // Two bytes each: the last three characters hold the five bytes that are too many.
        #expect(throws: CaseworkError.tooLong(characters: 3)) {
            try reply(String(repeating: "a", count: capacity - 3) + "éééé")
        }
        #expect(try reply(String(repeating: "a", count: capacity)) == 0)
        #expect(throws: CaseworkError.emptyText) { try reply(" \n ") }
        #expect(throws: CaseworkError.controlCharacter) { try reply("a\u{1b}[31m") }
        #expect(throws: CaseworkError.unknownCase(number: 9)) {
            try scene.home().reply(to: 9, .answer, body: "Hallo", today: scene.today)
        }
        #expect(try reply("Nog een.") == 1, "refused texts take no number")
    }

    @Test func closingAndAnsweringBack() throws {
        _ = try reply("We sluiten af.", .closed)
        #expect(try scene.home().cases()[0].isClosed)
        try scene.log(scene.sealed("Toch nog iets.", from: reporter) { $0.sequence = 1 })
        try scene.importAll()
        let summary = try scene.home().cases()[0]
        #expect(!summary.isClosed && summary.awaitsReply)
        let kinds = try scene.home().caseFile(1).messages.map {
            switch $0 {
            case .received: "received"
            case .written: "written"
            }
        }
        #expect(kinds == ["received", "written", "received"])
    }

    @Test func theMirrorShowsWhatWasPosted() throws {
        _ = try reply("Een.")
        let envelope = try handedOver()[0]
        try scene.post(envelope)
        #expect(try scene.importAll().posted == 1)
        #expect(try scene.home().caseFile(1).written[0].state == .posted)
        #expect(try handedOver("later").isEmpty)
    }

    @Test func anotherReplyToIsAnAlarmAndIsNotFollowed() throws {
        let other = try scene.reporter().replyIdentity.recipient
        try scene.log(scene.sealed("Ander adres.", from: reporter) { $0.replyTo = other })
        try scene.importAll()
        let file = try scene.home().caseFile(1)
        #expect(file.summary.hasAlarm)
        #expect(file.received.filter(\.hasOtherReplyTo).map(\.body) == ["Ander adres."])
        _ = try reply("Naar het eerste.")
        let opened = try Reply.open(
            handedOver()[0].bytes, keys: reporter, counsellor: scene.roster.counsellor("intern")!,
            number: 0)
        #expect(opened.body == "Naar het eerste.")
    }

    @Test func askingToShareNamesAnotherCounsellorOfTheList() throws {
        let refused = [
            ("intern", CaseworkError.referralToHerself(id: "intern")),
            ("niemand", .notInRoster(id: "niemand")),
        ]
        for (id, error) in refused {
            #expect(throws: error) {
                try scene.home().reply(
                    to: 1, .askReferral(to: id), body: "Mag dit?", today: scene.today)
            }
        }
        _ = try scene.home().reply(
            to: 1, .askReferral(to: "extern"), body: "Mag dit?", today: scene.today)
    }

    @Test func ofMessagesInNoKnownOrderAWithdrawalIsLast() throws {
        let reporter = try scene.reporter()
        for number in 0..<8 {
            try scene.log(
                scene.sealed("\(number)", from: reporter) {
                    $0.sequence = 1
                    $0.kind = number == 3 ? .withdraw : .message
                })
        }
        try scene.importAll()
        let cases = try scene.home().cases()
        let received = try scene.home().caseFile(cases.last!.number).received
        #expect(received.count == 8 && received.last?.kind == "withdraw")
    }
}
