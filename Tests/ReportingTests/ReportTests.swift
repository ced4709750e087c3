import Age
import Sodium
import Testing
import TransparencyLog

@testable import Reporting

@Suite struct ReportTests {
    @Test(arguments: [["intern"], ["extern", "intern"]])
    func opensForThoseAddressedAndNobodyElse(ids: [String]) throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        let readers = ids.map { id in organisation.persons.first { $0.counsellor.id == id }! }
        var report = Report(
            from: keys, addressed: ids, body: "Ik wil iets vertellen.\n\tËcht waar — 🙂\n")
        report.track = .conversation
        report.category = .bullying
        report.language = .nl
        let envelope = try report.sealed(from: keys, to: readers.map(\.reader))
        #expect(envelope.bytes.count == 16_384)
        #expect(envelope.tag == keys.tag(envelopeHash: SHA256.hash(envelope.bytes)))
        for person in organisation.persons {
            guard ids.contains(person.counsellor.id) else {
                #expect(throws: ReportingError.authenticationFailed) {
                    try OpenedReport.open(envelope.bytes, with: [person.month])
                }
                continue
            }
            let opened = try OpenedReport.open(
                envelope.bytes, with: [HybridIdentity(), person.month])
            #expect(opened.report == report)
            let thread = try ThreadKeys(
                counsellor: person.thread, reporterThread: opened.report.thread)
            #expect(opened.isAuthentic(for: person.counsellor.id, thread))
            let wrong = try ThreadKeys(
                counsellor: KeyExchangePrivateKey(seed: .random(byteCount: 32)),
                reporterThread: opened.report.thread)
            #expect(!opened.isAuthentic(for: person.counsellor.id, wrong))
        }
    }

    @Test func aColleagueCannotWriteInTheReportersName() throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        let (one, other) = (organisation.persons[0], organisation.persons[1])
        // The colleague knows thread and reply-to of a report addressed to both, and her own keys.
        let colleague = try organisation.reporter()
        var forged = Report(from: colleague, addressed: ["intern"], body: "Laat maar.")
        forged.thread = keys.thread.publicKey
        forged.replyTo = keys.replyIdentity.recipient
        let envelope = try forged.sealed(from: colleague, to: [one.reader])
        let opened = try OpenedReport.open(envelope.bytes, with: [one.month])
        let thread = try ThreadKeys(
            counsellor: one.thread, reporterThread: opened.report.thread)
        #expect(!opened.isAuthentic(for: "intern", thread))
        _ = other
    }

    @Test func anyTextOfThePermittedLengthFitsAndOneByteMoreIsSaid() throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        var report = Report(from: keys, addressed: ["intern"], body: "")
        report.body = String(repeating: "x", count: report.bodyCapacity)
        let reader = organisation.persons[0].reader
        #expect(try report.sealed(from: keys, to: [reader]).bytes.count == 16_384)
        report.body += "xé"
        #expect(throws: ReportingError.bodyTooLong(byBytes: 3)) {
            try report.sealed(from: keys, to: [reader])
        }
    }

    @Test(arguments: ["\0", "a\rb", "\u{1b}[31m", "\u{7f}", "\u{9b}"])
    func controlCharactersAreRefused(body: String) throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        let report = Report(from: keys, addressed: ["intern"], body: body)
        #expect(throws: ReportingError.forbiddenCharacter) {
            try report.sealed(from: keys, to: [organisation.persons[0].reader])
        }
    }

    @Test func readersMustBeOneToThreeEachOnce() throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        let reader = organisation.persons[0].reader
        for (ids, readers) in [
            ([], []), (["intern", "intern"], [reader, reader]), (["extern"], [reader]),
        ] as [([String], [Reader])] {
            #expect(throws: ReportingError.wrongReaders) {
                try Report(from: keys, addressed: ids, body: "x").sealed(from: keys, to: readers)
            }
        }
    }

    @Test func plaintextHasOneForm() throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        var report = Report(from: keys, addressed: ["intern"], body: "x")
        report.category = .bullying
        let plaintext = try report.plaintext(
            from: keys.thread, to: [organisation.persons[0].reader])
        #expect(try OpenedReport(plaintext: plaintext).report == report)
        let text = String(decoding: plaintext, as: UTF8.self)
        for (from, to) in [
            ("kind message\n", "kind message\nkind message\n"),
            ("sequence 0\nkind message\n", "kind message\nsequence 0\n"),
            ("kind message\n", "kind message\nmood sad\n"), ("kind message", "kind  message"),
            ("category bullying", "category %62ullying"), ("sequence 0", "sequence 00"),
            ("sottovoce/v1 report", "sottovoce/v2 report"), ("kind message\n", ""),
            ("\n\nx\0", "\n\nx\0y"), ("\n\nx", "\n\n\u{1}x"), ("addressed intern", "addressed In"),
        ] {
            let changed = text.replacing(from, with: to)
            try #require(changed != text)
            let bytes = [UInt8](changed.utf8)
            let sized = [UInt8]((bytes + [UInt8](repeating: 0, count: 99)).prefix(plaintext.count))
            #expect(throws: ReportingError.self, "\(from) → \(to)") {
                try OpenedReport(plaintext: sized)
            }
        }
    }

    /// Every length, every byte of the header, and each seventh of the payload's: each costs up to three
    /// decapsulations, and all of them over a minute. A payload's every byte is flipped in AgeTests
    /// (everyFlippedByteOfAPayloadIsRefused).
    @Test func flippedBytesAndTruncationsAreRefused() throws {
        let organisation = try InventedOrganisation()
        let keys = try organisation.reporter()
        let person = organisation.persons[0]
        let envelope = try Report(from: keys, addressed: ["intern"], body: "x")
            .sealed(from: keys, to: [person.reader]).bytes
        for index in Array(0..<4_800) + Array(stride(from: 4_800, to: envelope.count, by: 7)) {
            var changed = envelope
            changed[index] ^= 0x40
            #expect(throws: ReportingError.self) {
                try OpenedReport.open(changed, with: [person.month])
            }
        }
        for count in 0..<envelope.count {
            let cut = [UInt8](envelope.prefix(count))
            do throws(ReportingError) {
                _ = try OpenedReport.open(cut, with: [person.month])
                Issue.record("\(count) bytes")
            } catch {
                if error != .wrongEnvelopeSize(expected: 16_384, actual: count) {
                    Issue.record("\(count) bytes: \(error)")
                }
            }
        }
        #expect(throws: ReportingError.wrongEnvelopeSize(expected: 16_384, actual: 16_385)) {
            try OpenedReport.open(envelope + [0], with: [person.month])
        }
    }
}
