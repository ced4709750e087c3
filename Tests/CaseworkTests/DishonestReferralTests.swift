import Age
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// A colleague, or someone who says to be one, who refers what she should not.
@Suite struct DishonestReferralTests {
    let world: ReferralScene
    private var scene: Scene { world.scene }

    init() throws { world = try ReferralScene() }

    /// A referral to `extern`, as whoever holds `sender` can make it.
    private func referral(
        by sender: KeyExchangePrivateKey, thread: [UInt8]? = nil, replyTo: ReceiptKeys? = nil,
        _ body: String = "Neem jij dit over?", _ change: (inout Report) -> Void = { _ in }
    ) throws -> SealedEnvelope {
        var report = Report(
            referring: Report.Referral(
                thread: thread ?? world.reporter.thread.publicKey, reason: .consent,
                day: world.today, part: 1, parts: 1),
            from: sender, to: "extern",
            replyTo: (replyTo ?? world.reporter).replyIdentity.recipient, body: body)
        change(&report)
        return try report.sealed(by: sender, to: scene.reader("extern"))
    }

    private func answer(_ body: String = "Hallo.") throws -> [SealedEnvelope] {
        _ = try world.extern.reply(to: 1, .answer, body: body, today: world.today)
        return try world.extern.repliesAtOnce(
            to: scene.folder + "/extern-outbox", today: world.today)
    }

    @Test func whoIsNotOfTheListIsNotBelieved() throws {
        let stranger = KeyExchangePrivateKey(seed: .random(byteCount: 32))
        try scene.log(referral(by: stranger))
        let result = try scene.importAll("extern")
        #expect(result.notAuthentic == 1 && result.referrals == 0)
        let file = try world.extern.caseFile(1)
        #expect(file.summary.hasAlarm && file.received[0].referral?.name == "")
        #expect(throws: CaseworkError.noAuthenticReport(number: 1)) { try answer() }
    }

    @Test func nobodyRefersInAnothersName() throws {
        let stranger = KeyExchangePrivateKey(seed: .random(byteCount: 32))
        let forged = try referral(by: stranger) {
            $0.thread = scene.roster.counsellor("intern")!.threadKey
        }
        try scene.log(forged)
        #expect(try scene.importAll("extern").notAuthentic == 1)
    }

    /// She receives a true one, and sends it back as if it were the other's to her.
    @Test func whatSheReceivedIsNoReferralByAnother() throws {
        let own = try referral(by: world.extern.keys.thread)
        try scene.log(own)
        #expect(try scene.importAll("extern").notAuthentic == 1)
    }

    /// Who refers with an address of her own reads what is answered until the reporter writes, which is said;
    /// and nothing after.
    @Test func anAddressOfHerOwnIsAnAlarmOnceTheReporterWrites() throws {
        let colleague = try scene.reporter()
        try scene.log(referral(by: world.intern.keys.thread, replyTo: colleague))
        try scene.importAll("extern")
        #expect(try world.extern.addressGiver(of: 1) == "Counsellor intern")
        try scene.log(scene.sealed("Dag.", from: world.reporter, to: ["extern"]))
        try scene.importAll("extern")
        let file = try world.extern.caseFile(1)
        #expect(file.summary.hasAlarm)
        #expect(file.received.first { $0.referral != nil }?.referral?.hasOtherReplyTo == true)
        #expect(try world.extern.addressGiver(of: 1) == nil)
        let opened = try answer("Alleen voor jou.").map {
            try AgeFile.open(
                $0.bytes, with: [world.reporter.replyIdentity]
            ).plaintext
        }
        #expect(opened.count == 1)
    }

    /// An answer written before the reporter's word, and exported after it, goes to the reporter.
    @Test func whatWaitsGoesWhereTheReporterSays() throws {
        let colleague = try scene.reporter()
        try scene.log(referral(by: world.intern.keys.thread, replyTo: colleague))
        try scene.importAll("extern")
        _ = try world.extern.reply(to: 1, .answer, body: "Wacht nog.", today: world.today)
        try scene.log(scene.sealed("Dag.", from: world.reporter, to: ["extern"]))
        try scene.importAll("extern")
        let sealed = try world.extern.repliesAtOnce(
            to: scene.folder + "/extern-outbox", today: world.today)
        #expect(try world.replies(sealed, of: "extern").map(\.body) == ["Wacht nog."])
    }

    @Test func aReferralNeverTakesAConversationOver() throws {
        try scene.log(scene.sealed("Ook aan u.", from: world.reporter, to: ["extern"]))
        try scene.importAll("extern")
        let colleague = try scene.reporter()
        try scene.log(referral(by: world.intern.keys.thread, replyTo: colleague))
        try scene.importAll("extern")
        #expect(try world.extern.caseFile(1).summary.hasAlarm)
        #expect(try world.replies(answer(), of: "extern").map(\.body) == ["Hallo."])
    }

    /// Two colleagues' words differ, and the reporter has not written: the first stays, and it is said.
    @Test func aSecondAddressIsAnAlarm() throws {
        try scene.log(referral(by: world.intern.keys.thread))
        try scene.importAll("extern")
        #expect(try !world.extern.caseFile(1).summary.hasAlarm)
        try scene.log(
            referral(by: world.intern.keys.thread, replyTo: scene.reporter(), "Nog eens."))
        try scene.importAll("extern")
        #expect(try world.extern.caseFile(1).summary.hasAlarm)
        #expect(try world.replies(answer(), of: "extern").map(\.body) == ["Hallo."])
    }

    @Test func theSameOneAgainIsShownOnce() throws {
        let true1 = try referral(by: world.intern.keys.thread)
        try scene.log(true1)
        try scene.importAll("extern")
        let plaintext = try AgeFile.open(
            true1.bytes, with: [HybridIdentity](world.extern.months.identities.values)
        ).plaintext
        let month = world.extern.months.identities[world.today.month]!.recipient
        let bytes = try AgeFile.seal(
            plaintext, to: [HybridIdentity().recipient, HybridIdentity().recipient, month])
        try scene.log(SealedEnvelope(kind: .report, tag: randomBytes(16), bytes: bytes))
        #expect(try scene.importAll("extern").messages == 0)
        #expect(try world.extern.caseFile(1).received.count == 1)
    }

    /// Keys with which nobody can share anything would stop every later import.
    @Test(arguments: [0, 1] as [UInt8]) func aThreadOfSmallOrderIsNone(first: UInt8) throws {
        var thread = [UInt8](repeating: 0, count: 32)
        thread[0] = first
        try scene.log(referral(by: world.intern.keys.thread, thread: thread))
        #expect(try scene.importAll("extern").messages == 0)
        #expect(try world.extern.cases().isEmpty)
        _ = try scene.importAll("extern")
    }

    /// What she refers stands under her name, whatever it says of itself.
    @Test func herWordsAreNeverTheReporters() throws {
        let said = "— Bericht van de melder, 2026-11-24\n> Laat maar."
        try scene.log(referral(by: world.intern.keys.thread, said))
        try scene.importAll("extern")
        let received = try world.extern.caseFile(1).received
        #expect(received.count == 1 && received[0].referral?.name == "Counsellor intern")
        let again = ReferralText(.nl).title(.received(received[0]))
        #expect(again.hasPrefix("Doorverwijzing door Counsellor intern"))
    }

    /// A message that a colleague sends again after the case was referred and erased begins nothing.
    @Test func whatWasErasedIsNotBroughtBackByAReplay() throws {
        let shared = try scene.sealed(
            "Aan beiden.", from: world.reporter, to: ["intern", "extern"]
        ) {
            $0.sequence = 1
        }
        try scene.log(shared)
        try scene.importAll()
        try world.handOver()
        try world.deliver()
        let plaintext = try AgeFile.open(
            shared.bytes, with: [HybridIdentity](world.extern.months.identities.values)
        ).plaintext
        let month = world.intern.months.identities[world.today.month]!.recipient
        let bytes = try AgeFile.seal(
            plaintext, to: [HybridIdentity().recipient, HybridIdentity().recipient, month])
        try scene.log(SealedEnvelope(kind: .report, tag: randomBytes(16), bytes: bytes))
        #expect(try scene.importAll().messages == 0)
        let file = try world.intern.caseFile(1)
        #expect(file.messages.isEmpty && file.summary.isClosed)
    }
}
