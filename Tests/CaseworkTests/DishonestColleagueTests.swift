import Age
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// A counsellor of the same organisation, with her own keys and the roster, against another.
@Suite struct DishonestColleagueTests {
    let scene: Scene
    let reporter: ReceiptKeys
    /// What the colleague learns: a report addressed to both.
    let shared: SealedEnvelope

    init() throws {
        scene = try Scene()
        reporter = try scene.reporter()
        shared = try scene.sealed("Aan beiden.", from: reporter, to: ["intern", "extern"])
    }

    private var threadOfColleague: ThreadKeys {
        get throws {
            try ThreadKeys(
                counsellor: scene.home("extern").keys.thread,
                reporterThread: reporter.thread.publicKey)
        }
    }

    @Test func cannotReadWhatIsNotAddressedToHer() throws {
        let months = [HybridIdentity](scene.home("extern").months.identities.values)
        #expect(throws: ReportingError.authenticationFailed) {
            try OpenedReport.open(
                scene.sealed("Alleen intern.", from: reporter).bytes, with: months)
        }
        try scene.log(shared)
        try scene.importAll()
        _ = try scene.home().reply(to: 1, .answer, body: "Alleen voor jou.", today: scene.today)
        let reply = try writtenEnvelope()
        #expect(throws: (any Error).self) { try AgeFile.open(reply, with: months) }
    }

    /// She has `thread` and `reply-to` from the shared report, makes a report of her own and seals it to
    /// the other: it can't bear a valid proof.
    @Test func cannotWriteInTheReportersName() throws {
        let forger = try scene.reporter()
        let forged = try scene.sealed("Ik trek het in.", from: forger, to: ["intern"]) {
            $0.thread = reporter.thread.publicKey
            $0.replyTo = reporter.replyIdentity.recipient
        }
        try scene.log(shared)
        try scene.log(forged)
        let result = try scene.importAll()
        #expect(result.messages == 2 && result.newCases == 1 && result.notAuthentic == 1)
        let file = try scene.home().caseFile(1)
        #expect(file.summary.hasAlarm)
        #expect(file.received.first { $0.body == "Ik trek het in." }?.isAuthentic == false)
        #expect(file.received.first { $0.body == "Aan beiden." }?.isAuthentic == true)
    }

    /// A first report with another reporter's thread must not draw the answers to her own address.
    @Test func cannotDrawAnswersToHerself() throws {
        let forger = try scene.reporter()
        let forged = try scene.sealed("Antwoord mij.", from: forger, to: ["intern"]) {
            $0.thread = reporter.thread.publicKey
        }
        try scene.log(forged)
        try scene.importAll()
        #expect(throws: CaseworkError.noAuthenticReport(number: 1)) {
            try scene.home().reply(to: 1, .answer, body: "Hallo", today: scene.today)
        }
        try scene.log(shared)
        try scene.importAll()
        _ = try scene.home().reply(to: 1, .answer, body: "Hallo", today: scene.today)
        let opened = try Reply.open(
            writtenEnvelope(), keys: reporter, counsellor: scene.roster.counsellor("intern")!,
            number: 0)
        #expect(opened.body == "Hallo")
    }

    @Test func cannotForgeNorLabelAReply() throws {
        let thread = try threadOfColleague
        let intern = scene.roster.counsellor("intern")!
        let forged = try Reply(
            from: "intern", number: 0, kind: .answer, day: scene.today, body: "Kom maar langs."
        ).sealed(in: thread, to: reporter.replyIdentity.recipient)
        #expect(throws: ReportingError.authenticationFailed) {
            try Reply.open(forged.bytes, keys: reporter, counsellor: intern, number: 0)
        }
        let true0 = try ThreadKeys(
            reporter: reporter.thread, counsellorKey: intern.threadKey
        ).label(0)
        #expect((0..<ThreadKeys.labelCount).allSatisfy { thread.label($0) != true0 })
    }

    /// She seals the shared report again to the other, before or after: it is shown once.
    @Test(arguments: [false, true]) func repeatingShowsItOnce(before: Bool) throws {
        let again = try resealed(opened(shared))
        for envelope in before ? [again, shared] : [shared, again] { try scene.log(envelope) }
        let result = try scene.importAll()
        #expect(result.messages == 1 && result.notAuthentic == 0)
    }

    /// She takes the true proof and puts other words under it first: the true report still shows.
    @Test func cannotHideAReportBehindItsOwnProof() throws {
        try scene.log(
            resealed(
                opened(shared), [UInt8]("Aan beiden.".utf8), as: [UInt8]("Aan niemand".utf8)))
        try scene.importAll()
        try scene.log(shared)
        let result = try scene.importAll()
        #expect(result.messages == 1 && result.notAuthentic == 0)
        let received = try scene.home().caseFile(1).received
        #expect(received.count == 2)
        #expect(received.first { $0.body == "Aan beiden." }?.isAuthentic == true)
        #expect(received.first { $0.body == "Aan niemand" }?.isAuthentic == false)
    }

    /// She refers a reporter who wrote to her alone, with an address of her own for the answers.
    @Test func cannotReferWithAnAddressOfHerOwn() throws {
        let forger = try scene.reporter()
        let referral = try scene.sealed("Neem jij dit over?", from: forger, to: ["intern"]) {
            $0.kind = .referral
            $0.refers = Report.Referral(
                thread: reporter.thread.publicKey, reason: .consent, day: scene.today, part: 1,
                parts: 1)
        }
        let agreement = try agreement()
        // The true agreement with her address in it bears the true proof, and not of these words.
        let altered = try resealed(
            opened(agreement), [UInt8](reporter.replyIdentity.recipient.text.utf8),
            as: [UInt8](forger.replyIdentity.recipient.text.utf8))
        for envelope in [referral, altered] { try scene.log(envelope) }
        let result = try scene.importAll()
        #expect(result.messages == 2 && result.newCases == 1 && result.notAuthentic == 2)
        #expect(throws: CaseworkError.noAuthenticReport(number: 1)) {
            try scene.home().reply(to: 1, .answer, body: "Hallo", today: scene.today)
        }
        try scene.log(agreement)
        #expect(try scene.importAll().notAuthentic == 0)
        _ = try scene.home().reply(to: 1, .answer, body: "Hallo", today: scene.today)
        let reply = try Reply.open(
            writtenEnvelope(), keys: reporter, counsellor: scene.roster.counsellor("intern")!,
            number: 0)
        #expect(reply.body == "Hallo")
    }

    /// The reporter agreed once, and then withdrew: the same agreement, sent again, is no second one.
    @Test func cannotRepeatAnAgreement() throws {
        let agreement = try agreement()
        try scene.log(agreement)
        try scene.importAll()
        let withdrawal = try scene.sealed("Stop.", from: reporter, to: ["extern", "intern"]) {
            $0.kind = .withdraw
            $0.sequence = 3
        }
        try scene.log(withdrawal)
        try scene.importAll()
        try scene.log(resealed(opened(agreement)), on: scene.today.adding(1))
        let result = try scene.importAll(on: scene.today.adding(1))
        #expect(result.messages == 0 && result.notAuthentic == 0)
        #expect(try scene.home().caseFile(1).received.map(\.kind) == ["agree", "withdraw"])
    }

    /// What was agreed about one question is no answer to another, nor to one who was not asked about.
    @Test func cannotTurnAnAgreementIntoAnother() throws {
        let about = try resealed(
            opened(agreement()), [UInt8]("about extern 0".utf8), as: [UInt8]("about extern 1".utf8))
        let alone = try scene.sealed("Ja.", from: reporter, to: ["extern"]) { $0.kind = .agree }
        for envelope in [about, try resealed(opened(alone))] { try scene.log(envelope) }
        let result = try scene.importAll()
        #expect(result.messages == 2 && result.notAuthentic == 2)
        #expect(throws: CaseworkError.noAuthenticReport(number: 1)) {
            try scene.home().reply(to: 1, .answer, body: "Hallo", today: scene.today)
        }
    }

    /// The reporter's yes to her question, sealed to her and to the other.
    private func agreement() throws -> SealedEnvelope {
        try scene.sealed("Ja, dat mag.", from: reporter, to: ["extern", "intern"]) {
            $0.kind = .agree
            $0.sequence = 2
            $0.about = Report.Answer(counsellor: "extern", number: 0)
        }
    }

    /// As she opens what was addressed to her.
    private func opened(_ envelope: SealedEnvelope) throws -> [UInt8] {
        try AgeFile.open(
            envelope.bytes, with: [HybridIdentity](scene.home("extern").months.identities.values)
        ).plaintext
    }

    private func resealed(
        _ plaintext: [UInt8], _ part: [UInt8], as other: [UInt8]
    ) throws -> SealedEnvelope {
        var plaintext = plaintext
        try plaintext.replaceSubrange(#require(plaintext.firstRange(of: part)), with: other)
        return try resealed(plaintext)
    }

    private func resealed(_ plaintext: [UInt8]) throws -> SealedEnvelope {
        let intern = scene.home().months.identities[scene.today.month]!.recipient
        let bytes = try AgeFile.seal(
            plaintext, to: [HybridIdentity().recipient, intern, HybridIdentity().recipient])
        return try SealedEnvelope(kind: .report, tag: randomBytes(16), bytes: bytes)
    }

    private func writtenEnvelope() throws -> [UInt8] {
        try scene.home().repliesAtOnce(to: scene.folder + "/outbox", today: scene.today)[0].bytes
    }
}
