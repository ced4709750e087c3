import Age
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

@Suite struct ReferralTests {
    let world: ReferralScene

    init() throws { world = try ReferralScene() }

    private var scene: Scene { world.scene }
    private var intern: OfflineHome { world.intern }
    private var extern: OfflineHome { world.extern }
    private var today: Day { world.today }

    @Test func withConsentItGoesToTheColleagueAndIsErasedHere() throws {
        try intern.add(note: "Voor mij alleen.", to: 1, today: today)
        try world.refer()
        #expect(try intern.referrals(of: 1).map(\.state) == [.sent])
        #expect(try intern.overview(1).nextDue == nil)
        try world.deliver()

        let left = try intern.caseFile(1)
        #expect(left.messages.isEmpty && left.summary.isClosed)
        #expect(try intern.privateNotes(1).isEmpty && intern.draft(1).isEmpty)
        for word in ["gepest", "Mag", "mij", "helpt", "woord"] {
            var filter = CaseFilter()
            filter.words = word
            let found = try intern.cases(where: filter, today: world.today)
            #expect(found.cases.isEmpty, "\(word)")
        }
        let kept = try #require(try intern.overview(1).referral)
        #expect(kept.state == .posted && kept.name == "Counsellor extern")
        #expect(try intern.referrals(of: 1)[0].parts.isEmpty)

        let file = try extern.caseFile(1)
        #expect(file.received.map(\.kind).sorted() == ["agree", "referral"])
        let referral = try #require(file.received.first { $0.kind == "referral" })
        #expect(referral.isAuthentic && referral.body.contains("> Ik word gepest."))
        #expect(!referral.body.contains("Voor mij alleen."))
        #expect(referral.referral?.name == "Counsellor intern")
        #expect(referral.referral?.reason == .consent && !file.summary.hasAlarm)
        #expect(file.summary.category == "bullying")
        #expect(try extern.addressGiver(of: 1) == nil, "the reporter's own word is there")

        // Her answers reach the reporter by the same code.
        _ = try extern.reply(to: 1, .answer, body: "Ik neem het over.", today: today)
        let answers = try extern.repliesAtOnce(to: scene.folder + "/extern-outbox", today: today)
        #expect(try world.replies(answers, of: "extern").map(\.body) == ["Ik neem het over."])
    }

    @Test func theReporterIsToldWhoHasItFromNowOn() throws {
        try world.refer()
        let replies = try world.replies(world.exported(), of: "intern")
        #expect(replies.map(\.kind) == [.referred(to: "extern")])
        #expect(replies.map(\.body) == ["Extern helpt je verder."])
    }

    @Test func withoutAYesNothingGoes() throws {
        let refused = CaseworkError.referral(.noConsent)
        func send() throws {
            try intern.sendReferral(of: 1, words: "Extern helpt je.", today: today)
        }
        #expect(throws: CaseworkError.referral(.noReferral)) { try send() }
        try world.ask()
        #expect(throws: refused) { try send() }
        try world.postReplies()
        #expect(throws: refused) { try send() }
        // Yes to another question is no yes to this one.
        try world.says(.agree, about: 7)
        #expect(throws: refused) { try send() }
        try world.says(.agree, sequence: 3)
        #expect(try intern.referrals(of: 1)[0].isAgreed)
        try world.says(.withdraw, sequence: 4)
        #expect(throws: refused) { try send() }
        #expect(try world.postReplies().isEmpty)
    }

    @Test func aNoAfterAYesIsANo() throws {
        try world.ask()
        try world.postReplies()
        try world.says(.agree)
        try world.says(.decline, sequence: 3)
        #expect(throws: CaseworkError.referral(.noConsent)) {
            try intern.sendReferral(of: 1, words: "x", today: today)
        }
    }

    /// A colleague can't say yes for the reporter.
    @Test func aForgedYesIsNone() throws {
        try world.ask()
        try world.postReplies()
        let forger = try scene.reporter()
        try scene.log(
            scene.sealed("Ja.", from: forger) {
                $0.thread = world.reporter.thread.publicKey
                $0.kind = .agree
                $0.about = Report.Answer(counsellor: "intern", number: 0)
            })
        try scene.importAll()
        #expect(throws: CaseworkError.referral(.noConsent)) {
            try intern.sendReferral(of: 1, words: "x", today: today)
        }
    }

    @Test func handingOverNeedsNoConsentAndSaysSo() throws {
        try world.handOver()
        let replies = try world.replies(world.exported(), of: "intern")
        #expect(replies.map(\.kind) == [.referred(to: "extern")])
        try world.deliver()
        #expect(try intern.caseFile(1).messages.isEmpty)
        let received = try extern.caseFile(1).received
        #expect(received.map(\.referral?.reason) == [.conflict])
        #expect(try extern.addressGiver(of: 1) == "Counsellor intern")
        // She can answer, and once the reporter wrote to her the reporter's word counts.
        _ = try extern.reply(to: 1, .answer, body: "Hallo.", today: today)
        let answers = try extern.repliesAtOnce(to: scene.folder + "/extern-outbox", today: today)
        #expect(try world.replies(answers, of: "extern").map(\.body) == ["Hallo."])
        try scene.log(scene.sealed("Dag.", from: world.reporter, to: ["extern"]))
        try scene.importAll("extern")
        #expect(try extern.addressGiver(of: 1) == nil)
        #expect(try !extern.caseFile(1).summary.hasAlarm)
    }

    /// And back: the other refers to the first, whose case is opened again.
    @Test func itCanComeBack() throws {
        try world.refer()
        try world.deliver()
        let file = try extern.caseFile(1)
        try extern.refer(
            1, without: .absence,
            .init(
                to: "intern", text: ReferralText(.nl).text(file, [], .all(of: file)),
                words: "Terug naar intern."), today: today)
        for envelope in try extern.repliesAtOnce(to: scene.folder + "/back", today: today) {
            if envelope.kind == .reply {
                try scene.post(envelope)
            } else {
                try scene.log(envelope)
            }
        }
        try scene.importAll("extern")
        try scene.importAll()
        let back = try intern.caseFile(1)
        #expect(back.received.map(\.referral?.name) == ["Counsellor extern"])
        #expect(back.received[0].body.contains("> > Ik word gepest."))
        #expect(!back.summary.isClosed && back.summary.awaitsReply)
        #expect(try intern.overview(1).referral == nil)
        #expect(try extern.overview(1).referral?.state == .posted)
    }

    @Test func aMessageMeanwhileIsNotErased() throws {
        try world.handOver()
        try scene.log(scene.sealed("Nog iets.", from: world.reporter) { $0.sequence = 1 })
        try scene.importAll()
        try world.deliver()
        let file = try intern.caseFile(1)
        #expect(file.received.map(\.body) == ["Nog iets."] && !file.summary.isClosed)
    }

    @Test func whoWritesAgainBeginsAgainHere() throws {
        try world.handOver()
        try world.deliver()
        try scene.log(scene.sealed("Toch aan u.", from: world.reporter) { $0.sequence = 2 })
        let result = try scene.importAll()
        #expect(result.newCases == 0)
        let file = try intern.caseFile(1)
        #expect(file.received.map(\.body) == ["Toch aan u."] && !file.summary.isClosed)
        // Numbers go on: no label is used twice.
        _ = try intern.reply(to: 1, .answer, body: "Dag weer.", today: today)
        let answers = try world.replies(world.exported(), of: "intern")
        #expect(answers.map(\.number) == [1] && answers.map(\.body) == ["Dag weer."])
        // What was erased does not come back when a colleague sends it again.
        #expect(try scene.reopen().caseFile(1).received.count == 1)
    }

    @Test func askingAnewReplacesWhatWasNotSent() throws {
        try world.ask("Te veel.")
        try world.ask("Genoeg.")
        #expect(try intern.caseFile(1).written.count == 1)
        #expect(try intern.referrals(of: 1).map(\.parts) == [["Genoeg."]])
        // What the reporter may have read stays; a yes to it is none to the next.
        try world.postReplies()
        try world.ask("Iets anders.")
        #expect(try intern.caseFile(1).written.count == 2)
        try world.says(.agree)
        #expect(throws: CaseworkError.referral(.noConsent)) {
            try intern.sendReferral(of: 1, words: "x", today: today)
        }
    }

    @Test func takingItBackLeavesNothing() throws {
        try world.handOver()
        try intern.takeBackReferral(of: 1)
        #expect(try intern.referrals(of: 1).isEmpty && intern.caseFile(1).written.isEmpty)
        #expect(try world.exported().isEmpty)
        try world.handOver()
        _ = try world.exported()
        #expect(throws: CaseworkError.referral(.noReferral)) {
            try intern.takeBackReferral(of: 1)
        }
    }

    @Test func nobodyIsReferredToWhoCanNotReceive() throws {
        let request = OfflineHome.ReferralRequest(to: "extern", text: "x", words: "x")
        let bare = try Scene()
        let reporter = try bare.reporter()
        try bare.log(bare.sealed("Iets.", from: reporter))
        try bare.importAll()
        #expect(try bare.home().colleagues().isEmpty, "nobody has confirmed anything")
        #expect(throws: CaseworkError.referral(.cannotReceive(id: "extern"))) {
            try bare.home().askReferral(of: 1, request, today: bare.today)
        }
        #expect(try intern.colleagues().map(\.id) == ["extern"])
        for (id, error) in [
            ("intern", CaseworkError.referralToHerself(id: "intern")),
            ("niemand", .notInRoster(id: "niemand")),
        ] {
            var other = request
            other.to = id
            #expect(throws: error) { try intern.askReferral(of: 1, other, today: today) }
        }
        for (text, error) in [
            (" \n", CaseworkError.referral(.nothingGoesAlong)), ("a\u{1b}b", .controlCharacter),
            (String(repeating: "x\n", count: 600_000), .referral(.tooMuchGoesAlong)),
        ] {
            var other = request
            other.text = text
            #expect(throws: error) { try intern.askReferral(of: 1, other, today: today) }
        }
        #expect(try intern.referrals(of: 1).isEmpty && intern.caseFile(1).written.isEmpty)
        try world.handOver()
        #expect(throws: CaseworkError.referral(.beingReferred)) { try world.handOver() }
    }
}
