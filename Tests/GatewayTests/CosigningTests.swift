import DropBox
import Gateway
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Reporting
import Sodium
import Testing
import TransparencyLog

@Suite struct CosigningTests {
    private func cosigned(
        _ invented: InventedGateway, _ cosigners: [NoteSigner], day: Day = Day("2026-11-24")!
    ) async throws -> [UInt8] {
        let served = try await invented.gateway.dropBox.checkpoint()
        // Without the cosignatures it has by now.
        var note = try Checkpoint(text: served.text).signed(by: invented.log)
        for cosigner in cosigners { note.cosign(cosigner, day: day) }
        return note.bytes
    }

    @Test func theEmptyTreeIsNotCosigned() async throws {
        let invented = try InventedGateway()
        let empty = try await cosigned(invented, [invented.persons[0].collector])
        #expect(try Checkpoint(text: SignedNote(parsing: empty).text).head.size == 0)
        try await invented.test { client in
            let fields = invented.fields(.post, "/cosignatures", body: empty)
            let answer = try await client.send(.post, "/cosignatures", empty, fields: fields)
            #expect(answer.status == .conflict)
        }
    }

    @Test func aCounsellorCosignsWhatThisLogSigned() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            func post(_ note: [UInt8], person: Int = 0) async throws -> TestResponse {
                try await client.send(
                    .post, "/cosignatures", note,
                    fields: invented.fields(.post, "/cosignatures", body: note, person: person))
            }
            let anna = invented.persons[0]
            let first = try await cosigned(invented, [anna.collector])
            let answer = try await post(first)
            #expect(answer.status == .ok && answer.text == "ok\n")
            #expect(try await post(first).text == "ok\n")
            func shown(_ key: VerifierKey) async throws -> Day? {
                let note = try SignedNote(
                    parsing: try await client.send(.get, "/checkpoint").bytes)
                let days = try LogDays(parsing: try await client.send(.get, "/days").bytes)
                #expect(days.records.last?.note.text == note.text)
                return try? note.cosignatureDay(by: key)
            }
            #expect(try await shown(anna.collector.verifierKey) == Day("2026-11-24")!)
            // An offline machine's may have waited; a collector's may not, and none comes from tomorrow's
            // morrow.
            for (signer, day, status) in [
                (anna.imported, "2026-11-10", HTTPResponse.Status.ok),
                (anna.collector, "2026-11-23", .ok), (anna.collector, "2026-11-25", .ok),
                (anna.collector, "2026-11-22", .forbidden),
                (anna.collector, "2026-11-26", .forbidden),
                (anna.imported, "2026-11-26", .forbidden),
                (anna.imported, "2026-10-01", .forbidden),
            ] {
                let note = try await cosigned(invented, [signer], day: Day(day)!)
                #expect(try await post(note).status == status, "\(day)")
            }
            #expect(try await shown(anna.imported.verifierKey) == Day("2026-11-10")!)
            // Another's, one by her notes key's name, none, a false one.
            let brams = try await cosigned(invented, [invented.persons[1].collector])
            #expect(try await post(brams).status == .forbidden)
            #expect(try await post(brams, person: 1).status == .ok)
            #expect(
                try await post(try await cosigned(invented, [])).status == .forbidden)
            var forged = try SignedNote(parsing: first)
            let key = anna.collector.verifierKey
            forged.add(
                SignedNote.Signature(
                    name: key.name, keyID: key.keyID,
                    bytes: forged.signatures(of: key)[0].bytes.map { $0 ^ 1 }))
            #expect(try await post(forged.bytes).status == .forbidden)
            // A tree of another shape, never signed here.
            for head in [
                TreeHead(size: 1, root: randomBytes(32)), TreeHead(size: 2, root: randomBytes(32)),
            ] {
                var note = try Checkpoint(origin: "meld.linde.example", head: head)
                    .signed(by: invented.log)
                note.cosign(anna.collector, day: Day("2026-11-24")!)
                #expect(try await post(note.bytes).status == .conflict)
            }
            #expect(try await post(Array("not a note\n".utf8)).status == .badRequest)
            #expect(try await post(invented.hours(0)).status == .badRequest)
            #expect(
                try await client.send(
                    .post, "/cosignatures", first, fields: [.contentType: "text/plain"]
                ).status == .forbidden)
            #expect(
                try await client.send(.post, "/cosignatures", first).status
                    == .unsupportedMediaType)
        }
    }

    @Test func aCounsellorsRepliesOfADayEnd() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            func post(_ body: [UInt8], person: Int = 0) async throws -> TestResponse {
                try await client.send(
                    .post, "/replies", body,
                    fields: invented.fields(.post, "/replies", body: body, person: person))
            }
            let first = try invented.posted(.reply)
            #expect(try await post(first).status == .ok)
            for _ in 0..<7 { #expect(try await post(try invented.posted(.reply)).status == .ok) }
            let answer = try await post(try invented.posted(.reply))
            #expect(answer.status == .tooManyRequests && answer.text == "too many requests\n")
            // What is stored is not counted, nor is another's, nor what was refused for its shape.
            #expect(try await post(first).status == .ok)
            var malformed = try invented.posted(.reply)
            malformed[20] ^= 1
            for _ in 0..<9 {
                #expect(try await post(malformed, person: 1).status == .badRequest)
            }
            #expect(try await post(try invented.posted(.reply), person: 1).status == .ok)
            invented.now += 86_400
            #expect(try await post(try invented.posted(.reply)).status == .ok)
        }
    }
}
