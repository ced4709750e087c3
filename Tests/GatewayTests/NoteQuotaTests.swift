import Age
import DropBox
import Gateway
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Reporting
import Sodium
import Testing
import TransparencyLog

@Suite struct NoteQuotaTests {
    /// A keys note of `months` months, about 2 KB each.
    private func keys(
        _ invented: InventedGateway, person: Int = 0, serial: Int, months: Int = 1
    ) throws -> [UInt8] {
        let one = invented.persons[person]
        let note = KeysNote(
            serial: serial, genesis: invented.roster.genesis, counsellor: one.counsellor.id,
            months: (0..<months).map {
                .init(month: Month("2026-11")!.adding($0), recipient: one.identity.recipient)
            })
        return try SignedNote(text: note.text, signedBy: one.notes).bytes
    }

    @Test func aCounsellorsNotesAMonthAreBounded() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            func post(_ note: [UInt8], person: Int = 0) async throws -> HTTPResponse.Status {
                try await client.send(
                    .post, "/notes", note,
                    fields: invented.fields(.post, "/notes", body: note, person: person)
                ).status
            }
            for serial in 1...16 {
                #expect(try await post(invented.hours(0, serial: serial)) == .ok, "\(serial)")
            }
            for serial in 1...4 {
                #expect(try await post(keys(invented, serial: serial)) == .ok, "\(serial)")
            }
            let hours = try invented.hours(0, serial: 17)
            #expect(try await post(hours) == .tooManyRequests)
            #expect(try await post(keys(invented, serial: 5)) == .tooManyRequests)
            // Of the administrator's hand they are as many.
            await #expect(throws: NoteRefusal.tooMany(limit: 16, month: Month("2026-11")!)) {
                try await invented.gateway.dropBox.publish(
                    hours, author: nil, identity: invented.gateway.identity,
                    today: invented.gateway.today)
            }
            // What is stored may come again, and others have their own.
            #expect(try await post(invented.hours(0, serial: 16)) == .ok)
            #expect(try await post(invented.hours(1), person: 1) == .ok)
            invented.now += 7 * 86_400
            #expect(try await post(hours) == .ok)
            #expect(try await post(keys(invented, serial: 5)) == .ok)
        }
    }

    @Test func anHoursNoteIsShort() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            func note(_ count: Int) throws -> [UInt8] {
                func bytes(_ remark: Int) throws -> [UInt8] {
                    let text = HoursNote(
                        serial: 1, genesis: invented.roster.genesis, counsellor: "anna",
                        day: Day("2026-11-24")!, reads: [],
                        remark: String(repeating: "a", count: remark)
                    ).text
                    return try SignedNote(text: text, signedBy: invented.persons[0].notes).bytes
                }
                return try bytes(1 + count - bytes(1).count)
            }
            for (count, status) in [
                (4_097, HTTPResponse.Status.contentTooLarge), (4_096, .ok),
            ] {
                let note = try note(count)
                #expect(note.count == count)
                let fields = invented.fields(.post, "/notes", body: note)
                #expect(
                    try await client.send(.post, "/notes", note, fields: fields).status == status)
            }
        }
    }

    @Test func onlyRostersAreTakenWhenTheBoardIsFull() async throws {
        let invented = try InventedGateway()
        try await invented.publishRoster()
        let dropBox = invented.gateway.dropBox
        func publish(_ note: [UInt8]) async throws {
            _ = try await dropBox.publish(
                note, author: nil, identity: invented.gateway.identity,
                today: invented.gateway.today)
        }
        // As many months of large notes as it takes.
        var count = 0
        for serial in 1... {
            let note = try keys(invented, serial: serial, months: 30)
            count += note.count
            guard count < NoteQuota.bundleByteLimit - note.count else { break }
            _ = try await dropBox.publish(note) { _ in }
        }
        let last = try keys(invented, serial: 1_000, months: 30)
        _ = try await dropBox.publish(last) { _ in }
        await #expect(throws: NoteRefusal.boardFull) {
            try await publish(keys(invented, person: 1, serial: 1, months: 30))
        }
        var next = invented.roster
        next.serial = 2
        try await publish(invented.signed(next))
        let served = try NoticeBoard(
            notes: await dropBox.notes(), identity: invented.gateway.identity
        ).bundle.bytes
        #expect(served.count < NoteBundle.largest)
        #expect(served.count > NoteQuota.bundleByteLimit - 2 * last.count)
    }
}
