import Age
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

@Suite struct NoticeTests {
    @Test func aCounsellorRenewsHerNotesOverHTTP() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            func post(_ note: [UInt8], person: Int) async throws -> TestResponse {
                try await client.send(
                    .post, "/notes", note,
                    fields: invented.fields(.post, "/notes", body: note, person: person))
            }
            let first = try invented.hours(0)
            let answer = try await post(first, person: 0)
            let promise = try Promise.open(
                SignedNote(parsing: answer.bytes), by: invented.promise.verifierKey)
            #expect(promise.entry.kind == .note && promise.entry.hash == SHA256.hash(first))
            #expect(try await post(first, person: 0).bytes == answer.bytes)
            // In the log at once, after the roster.
            #expect(
                try await invented.gateway.dropBox.entries(from: 1, limit: 9).map(\.entry)
                    == [promise.entry])

            #expect(try await post(invented.hours(0), person: 0).status == .ok)
            #expect(try await post(invented.hours(1), person: 0).status == .forbidden)
            let forged = try invented.hours(0, serial: 2, by: invented.persons[1].notes)
            #expect(try await post(forged, person: 0).status == .forbidden)
            #expect(try await post(Array("not a note\n\n".utf8), person: 0).status == .badRequest)
            let second = try invented.hours(0, serial: 2)
            #expect(try await post(second, person: 0).status == .ok)
            var stale = HoursNote(
                serial: 1, genesis: invented.roster.genesis, counsellor: "anna",
                day: Day("2026-11-23")!, reads: [])
            #expect(
                try await post(
                    SignedNote(text: stale.text, signedBy: invented.persons[0].notes).bytes,
                    person: 0
                ).status == .conflict)
            stale = HoursNote(
                serial: 3, genesis: invented.second.verifierKey, counsellor: "anna",
                day: Day("2026-11-23")!, reads: [])
            #expect(
                try await post(
                    SignedNote(text: stale.text, signedBy: invented.persons[0].notes).bytes,
                    person: 0
                ).status == .forbidden)

            let keys = KeysNote(
                serial: 1, genesis: invented.roster.genesis, counsellor: "bram",
                months: [
                    .init(
                        month: Month("2026-11")!, recipient: invented.persons[1].identity.recipient)
                ])
            let keysNote = try SignedNote(text: keys.text, signedBy: invented.persons[1].notes)
            #expect(try await post(keysNote.bytes, person: 1).status == .ok)

            let served = try NoteBundle(parsing: try await client.send(.get, "/notes").bytes)
            let organisation = try Organisation(
                bundle: served,
                anchor: TrustAnchor(
                    gateway: InventedGateway.address,
                    keys: [invented.root.verifierKey, invented.second.verifierKey]),
                today: Day("2026-11-24")!)
            #expect(organisation.hours.map(\.serial) == [2] && organisation.keys == [keys])
            // Both hours notes are among the entries kept, so both are served.
            #expect(served.notes.count == 4)
        }
    }

    @Test func aRosterFollowsTheRules() async throws {
        let invented = try InventedGateway()
        try await invented.publishRoster()
        func publish(_ roster: Roster, by signers: [NoteSigner]? = nil) async throws {
            _ = try await invented.gateway.dropBox.publish(
                invented.signed(roster, by: signers), author: nil,
                identity: invented.gateway.identity, today: invented.gateway.today)
        }
        var next = invented.roster
        next.organisation = "De Linde"
        await #expect(throws: NoteRefusal.serialNotHigher(inForce: 1)) { try await publish(next) }
        next.serial = 2
        await #expect(throws: NoteRefusal.notSigned(name: "linde.example/second")) {
            try await publish(next, by: [invented.root])
        }
        await #expect(throws: NoteRefusal.notSigned(name: "linde.example/root")) {
            try await publish(next, by: [invented.second])
        }
        let newcomer = try NoteSigner(name: "linde.example/new")
        var changed = next
        changed.roots = [invented.root.verifierKey, newcomer.verifierKey]
        await #expect(throws: NoteRefusal.notSigned(name: "linde.example/second")) {
            try await publish(changed, by: [invented.root, newcomer])
        }
        await #expect(throws: NoteRefusal.notSigned(name: "linde.example/new")) {
            try await publish(changed)
        }
        changed = next
        changed.genesis = invented.second.verifierKey
        await #expect(throws: NoteRefusal.otherOrganisation) { try await publish(changed) }
        changed = next
        changed.gateways = ["https://elsewhere.example"]
        await #expect(throws: NoteRefusal.otherGateway(difference: "gateway")) {
            try await publish(changed)
        }
        changed = next
        changed.promise = invented.root.verifierKey
        await #expect(throws: NoteRefusal.otherGateway(difference: "promise")) {
            try await publish(changed)
        }
        changed = next
        changed.log = invented.root.verifierKey
        await #expect(throws: NoteRefusal.otherGateway(difference: "log")) {
            try await publish(changed)
        }
        changed = next
        changed.issued = Day("2025-01-01")!
        changed.expires = Day("2025-12-01")!
        await #expect(throws: NoteRefusal.expired(changed.expires)) { try await publish(changed) }
        changed.issued = Day("2026-11-26")!
        changed.expires = Day("2026-12-26")!
        await #expect(throws: NoteRefusal.notYetValid(changed.issued)) {
            try await publish(changed)
        }
        try await publish(next)
        changed = next
        changed.serial = 3
        changed.roots = [invented.root.verifierKey, newcomer.verifierKey]
        try await publish(changed, by: [invented.root, invented.second, newcomer])
        #expect(
            try await NoticeBoard(
                notes: invented.gateway.dropBox.notes(), identity: invented.gateway.identity
            ).roster == changed)
    }

    @Test func theFirstRostersGenesisIsItsFirstRoot() async throws {
        let invented = try InventedGateway()
        var roster = invented.roster
        roster.genesis = invented.second.verifierKey
        let board = try NoticeBoard(notes: [], identity: invented.gateway.identity)
        #expect(throws: NoteRefusal.otherOrganisation) {
            try board.admit(
                invented.signed(roster), author: nil, today: invented.gateway.today)
        }
        #expect(throws: NoteRefusal.noRoster) {
            try board.admit(invented.hours(0), author: nil, today: invented.gateway.today)
        }
    }
}
