import Age
import Sodium
import Testing
import TransparencyLog

@testable import Reporting

@Suite struct ReferralTests {
    let organisation: InventedOrganisation
    let reporter: ReceiptKeys

    init() throws {
        organisation = try InventedOrganisation()
        reporter = try organisation.reporter()
    }

    private var sender: InventedOrganisation.Person { organisation.persons[0] }
    private var receiver: InventedOrganisation.Person { organisation.persons[1] }

    private func referral(
        _ reason: Report.Referral.Reason = .consent, part: Int = 1, parts: Int = 1
    ) -> Report {
        Report(
            referring: Report.Referral(
                thread: reporter.thread.publicKey, reason: reason, day: organisation.today,
                part: part, parts: parts),
            from: sender.thread, to: "extern", replyTo: reporter.replyIdentity.recipient,
            body: "> Ik word gepest.")
    }

    private func sealed(_ report: Report) throws -> SealedEnvelope {
        try report.sealed(by: sender.thread, to: receiver.reader)
    }

    @Test(arguments: Report.Referral.Reason.allCases)
    func aColleagueOpensItAndKnowsWhoSentIt(reason: Report.Referral.Reason) throws {
        var report = referral(reason, part: 2, parts: 3)
        report.track = .complaint
        report.category = .bullying
        report.language = .nl
        let envelope = try sealed(report)
        #expect(envelope.bytes.count == 16_384)
        let opened = try OpenedReport.open(envelope.bytes, with: [receiver.month])
        #expect(opened.report == report && opened.report.sequence == 1)
        let keys = try ThreadKeys(
            counsellor: receiver.thread, reporterThread: sender.counsellor.threadKey)
        #expect(opened.isAuthentic(for: "extern", keys))
        // Not what the reporter shares with her.
        let reporters = try ThreadKeys(
            counsellor: receiver.thread, reporterThread: reporter.thread.publicKey)
        #expect(!opened.isAuthentic(for: "extern", reporters))
    }

    /// Who refers has the same keys as who is referred to, but the other way round they are others.
    @Test func whoReceivesItCanNotSendItBackAsHers() throws {
        let forward = try ThreadKeys(
            reporter: sender.thread, counsellorKey: receiver.counsellor.threadKey)
        let back = try ThreadKeys(
            reporter: receiver.thread, counsellorKey: sender.counsellor.threadKey)
        #expect(forward.reportMAC([1]) != back.reportMAC([1]))
    }

    @Test func itsTagsTellNothing() throws {
        let report = referral()
        let tags = Set(try (0..<8).map { _ in try sealed(report).tag })
        #expect(tags.count == 8)
        for tag in tags {
            #expect(
                !(0..<ThreadKeys.labelCount).contains {
                    (try? ThreadKeys(
                        reporter: reporter.thread, counsellorKey: receiver.counsellor.threadKey
                    ).label($0)) == tag
                })
        }
    }

    @Test func theLineHasOneForm() throws {
        let plaintext = try referral().plaintext(from: sender.thread, to: [receiver.reader])
        let text = String(decoding: plaintext, as: UTF8.self)
        let hex = Hex.encode(reporter.thread.publicKey)
        let line = "refers \(hex) consent 2026-11-24 1 1\n"
        try #require(text.contains(line))
        for other in [
            "", "refers \(hex) consent 2026-11-24 1\n", "refers \(hex) consent 2026-11-24 0 1\n",
            "refers \(hex) consent 2026-11-24 2 1\n", "refers \(hex) consent 2026-11-24 1 100\n",
            "refers \(hex) consent 2026-11-24 01 1\n", "refers \(hex) curious 2026-11-24 1 1\n",
            "refers \(hex) consent 2026-11-31 1 1\n",
            "refers \(hex.dropLast(2)) consent 2026-11-24 1 1\n",
            line + line, "track complaint\n" + line,
        ] {
            #expect(throws: ReportingError.self, "\(other)") {
                try OpenedReport(plaintext: padded(text.replacing(line, with: other)))
            }
        }
        // And nothing else says that it refers.
        #expect(throws: ReportingError.self) {
            try OpenedReport(
                plaintext: padded(text.replacing("kind referral", with: "kind message")))
        }
        var lacking = referral()
        lacking.refers = nil
        #expect(throws: (any Error).self) { try sealed(lacking) }
    }

    @Test func flippedBytesAreRefused() throws {
        let envelope = try sealed(referral()).bytes
        for index in stride(from: 0, to: envelope.count, by: 89) {
            var changed = envelope
            changed[index] ^= 0x20
            #expect(throws: ReportingError.self) {
                try OpenedReport.open(changed, with: [receiver.month])
            }
        }
    }

    /// Any other byte in what is proven is another text, and not proven.
    @Test func flippedBytesOfWhatIsSaidAreNotProven() throws {
        let plaintext = try referral().plaintext(from: sender.thread, to: [receiver.reader])
        let keys = try ThreadKeys(
            counsellor: receiver.thread, reporterThread: sender.counsellor.threadKey)
        for index in 0..<2_600 {
            var changed = plaintext
            changed[index] ^= 1
            guard let opened = try? OpenedReport(plaintext: changed) else { continue }
            #expect(!opened.isAuthentic(for: "extern", keys), "\(index)")
        }
    }

    private func padded(_ text: String) -> [UInt8] {
        let bytes = [UInt8](text.utf8)
        let count = EnvelopeShape.reportPlaintextByteCount
        return [UInt8]((bytes + [UInt8](repeating: 0, count: 400)).prefix(count))
    }

    // Whom the reporter writes to.

    private func conversation(_ replies: [(Int, Reply.Kind, Int)]) throws -> Conversation {
        let bundle = NoteBundle([try organisation.signed(organisation.roster)])
        let seen = try Organisation(
            bundle: bundle, anchor: organisation.anchor(), today: organisation.today)
        var numbers = [0, 0]
        let records = try replies.map { who, kind, day in
            let person = organisation.persons[who]
            let reply = Reply(
                from: person.counsellor.id, number: numbers[who], kind: kind,
                day: organisation.today.adding(day), body: "x")
            numbers[who] += 1
            let thread = try ThreadKeys(
                counsellor: person.thread, reporterThread: reporter.thread.publicKey)
            let sealed = try reply.sealed(in: thread, to: reporter.replyIdentity.recipient)
            return ReplyRecord(label: sealed.tag, envelope: sealed.bytes)
        }
        return Conversation(reporter, seen, replies: records)
    }

    @Test func theReporterWritesToWhoHasIt() throws {
        let (intern, extern) = (0, 1)
        for (replies, expected) in [
            ([], []), ([(intern, .answer, 0)], ["intern"]),
            ([(intern, .referred(to: "extern"), 0)], ["extern"]),
            ([(intern, .referred(to: "extern"), 0), (extern, .answer, 0)], ["extern"]),
            ([(intern, .referred(to: "extern"), 0), (extern, .answer, 1)], ["extern"]),
            // And back.
            (
                [
                    (intern, .referred(to: "extern"), 0), (extern, .answer, 1),
                    (extern, .referred(to: "intern"), 2),
                ], ["intern"]
            ),
            // Someone who answers again is there again.
            ([(intern, .referred(to: "extern"), 0), (intern, .answer, 1)], ["extern", "intern"]),
            ([(intern, .referred(to: "intern"), 0)], ["intern"]),
            ([(intern, .askReferral(to: "extern"), 0)], ["intern"]),
        ] as [([(Int, Reply.Kind, Int)], [String])] {
            #expect(try conversation(replies).correspondents == expected)
        }
    }

    @Test func itIsClosedWhenWhoHasItCloses() throws {
        #expect(try !conversation([(0, .referred(to: "extern"), 0)]).isClosed)
        #expect(
            try conversation([(0, .referred(to: "extern"), 0), (1, .closed, 1)]).isClosed)
        #expect(try conversation([(0, .closed, 0)]).isClosed)
        #expect(try !conversation([]).isClosed)
    }
}
