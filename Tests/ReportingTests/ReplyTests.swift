import Age
import Sodium
import Testing
import TransparencyLog

@testable import Reporting

@Suite struct ReplyTests {
    static let day = Day("2026-11-24")!

    @Test(arguments: [
        Reply.Kind.answer, .closed, .askReferral(to: "extern"), .referred(to: "extern"),
    ])
    func theReporterReadsItWithTheCodeAlone(kind: Reply.Kind) throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        let person = organisation.persons[0]
        let thread = try ThreadKeys(
            counsellor: person.thread, reporterThread: keys.thread.publicKey)
        let reply = Reply(
            from: "intern", number: 2, kind: kind, day: Self.day,
            checkpoint: .init(size: 7, root: [UInt8](repeating: 9, count: 32)),
            body: "Dank je wel.\nIk lees woensdag weer.")
        let envelope = try reply.sealed(in: thread, to: keys.replyIdentity.recipient)
        #expect(envelope.bytes.count == 8_192)
        let mine = try ThreadKeys(
            reporter: keys.thread, counsellorKey: person.counsellor.threadKey)
        #expect(envelope.tag == mine.label(2))
        #expect(
            try Reply.open(envelope.bytes, keys: keys, counsellor: person.counsellor, number: 2)
                == reply)
        // Under another number, or as another counsellor's, it is not what it says.
        #expect(throws: ReportingError.authenticationFailed) {
            try Reply.open(envelope.bytes, keys: keys, counsellor: person.counsellor, number: 1)
        }
        #expect(throws: ReportingError.authenticationFailed) {
            try Reply.open(
                envelope.bytes, keys: keys, counsellor: organisation.persons[1].counsellor,
                number: 2)
        }
    }

    @Test func aColleagueCanNeitherReadForgeNorLabel() throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        let (one, colleague) = (organisation.persons[0], organisation.persons[1])
        let hers = try ThreadKeys(counsellor: one.thread, reporterThread: keys.thread.publicKey)
        let envelope = try Reply(
            from: "intern", number: 0, kind: .answer, day: Self.day, body: "Voor jou alleen."
        ).sealed(in: hers, to: keys.replyIdentity.recipient)
        // Read: she has the reporter's recipient and thread, not the identity.
        #expect(throws: AgeError.self) {
            try AgeFile.open(envelope.bytes, with: [colleague.month])
        }
        // Label: her own thread with the same reporter gives none of the other's.
        let own = try ThreadKeys(
            counsellor: colleague.thread, reporterThread: keys.thread.publicKey)
        let labels = Set((0..<1000).map { own.label($0) })
        #expect(labels.count == 1000 && !labels.contains(hers.label(0)))
        // Forge: sealed in her own thread but in the other's name.
        let forged = try Reply(
            from: "intern", number: 0, kind: .answer, day: Self.day, body: "Vals."
        ).sealed(in: own, to: keys.replyIdentity.recipient)
        #expect(throws: ReportingError.authenticationFailed) {
            try Reply.open(forged.bytes, keys: keys, counsellor: one.counsellor, number: 0)
        }
    }

    /// Every length, every byte of the header, and each seventh of the payload's: each costs a
    /// decapsulation. A payload's every byte is flipped in AgeTests
    /// (everyFlippedByteOfAPayloadIsRefused).
    @Test func flippedBytesAndTruncationsAreRefused() throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        let person = organisation.persons[0]
        let thread = try ThreadKeys(
            counsellor: person.thread, reporterThread: keys.thread.publicKey)
        let envelope = try Reply(
            from: "intern", number: 0, kind: .answer, day: Self.day, body: "x"
        ).sealed(in: thread, to: keys.replyIdentity.recipient).bytes
        for index in Array(0..<1_700) + Array(stride(from: 1_700, to: envelope.count, by: 7)) {
            var changed = envelope
            changed[index] ^= 0x01
            #expect(throws: ReportingError.self) {
                try Reply.open(changed, keys: keys, counsellor: person.counsellor, number: 0)
            }
        }
        for count in 0..<envelope.count {
            let cut = [UInt8](envelope.prefix(count))
            do throws(ReportingError) {
                _ = try Reply.open(cut, keys: keys, counsellor: person.counsellor, number: 0)
                Issue.record("\(count) bytes")
            } catch {
                if error != .wrongEnvelopeSize(expected: 8_192, actual: count) {
                    Issue.record("\(count) bytes: \(error)")
                }
            }
        }
    }

    @Test func theLastByteFitsAndTheNextIsSaid() throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        let thread = try ThreadKeys(
            counsellor: organisation.persons[0].thread, reporterThread: keys.thread.publicKey)
        func reply(_ body: String) -> Reply {
            Reply(from: "intern", number: 0, kind: .answer, day: Self.day, body: body)
        }
        let full = String(repeating: "é", count: reply("").bodyCapacity / 2)
        #expect(
            try reply(full).sealed(in: thread, to: keys.replyIdentity.recipient).bytes.count
                == 8_192)
        let over = full + "éé"
        let excess = over.utf8.count - reply("").bodyCapacity
        #expect(throws: ReportingError.bodyTooLong(byBytes: excess)) {
            try reply(over).sealed(in: thread, to: keys.replyIdentity.recipient)
        }
    }
}
