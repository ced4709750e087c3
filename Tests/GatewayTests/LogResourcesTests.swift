import DropBox
import Foundation
import Gateway
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Reporting
import Sodium
import Testing
import TransparencyLog

@Suite struct LogResourcesTests {
    /// What a verifier sees over HTTP, checked.
    private func view(
        _ client: any TestClientProtocol, _ invented: InventedGateway
    ) async throws -> LogView {
        let days = try LogDays(parsing: try await client.send(.get, "/days").bytes)
        let checkpoint = try SignedNote(
            parsing: try await client.send(.get, "/checkpoint").bytes)
        let size = try Checkpoint.open(checkpoint, by: invented.log.verifierKey).head.size
        var entries: [LogEntry] = []
        var number = 0
        while let tile = Tile(.entries, number: number, inTreeOfSize: size) {
            let answer = try await client.send(.get, "/tile/" + tile.path)
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(answer.headers[.contentType] == "application/octet-stream")
            entries += try #require(EntryBundle.entries(answer.bytes, count: tile.width))
            number += 1
        }
        return try LogView(
            log: invented.log.verifierKey, days: days, checkpoint: checkpoint, start: TreeEdge(),
            entries: entries)
    }

    @Test func theLogIsServedAsItGrows() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            #expect(try await view(client, invented).head.size == 1)
            let posted = try invented.posted(.report)
            _ = try await client.send(.post, "/reports", posted)
            #expect(try await view(client, invented).head.size == 1)
            let keeper = invented.gateway
            _ = try keeper.dropBox.closeDays(
                through: Day("2026-11-24")!, identity: keeper.identity)
            let closed = try await view(client, invented)
            #expect(closed.head.size == 2 && closed.entry(1)?.tag == [UInt8](posted.prefix(16)))
            // Another process publishes: the next answer has it.
            let other = try DropBox(
                path: invented.folder + "/drop-box.sqlite", log: invented.log
            ) { Day("2026-11-25")! }
            _ = try await other.publish(
                invented.hours(0), author: nil, identity: keeper.identity,
                today: Day("2026-11-25")!)
            #expect(try await view(client, invented).head.size == 3)
            let partial = try await client.send(.get, "/tile/0/000.p/3")
            #expect(partial.bytes.count == 96)
            for target in [
                "/tile", "/tile/", "/tile/0", "/tile/0/000", "/tile/0/000.p/4", "/tile/0/0",
                "/tile/8/000", "/tile/entries/001", "/tile/0/000.p/3/", "/tile/0/000?x",
                "/tile/0/x000/000", "/entries", "/entries?from=0",
            ] {
                let answer = try await client.send(.get, target)
                #expect(answer.status == .notFound, "\(target)")
                #expect(answer.headers[.cacheControl] == "no-store", "\(target)")
            }
        }
    }

    @Test func aMonthBeginsWithTheNotesInForceAndCover() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            var roster = invented.roster
            roster.serial = 2
            roster.coverTotal = 3
            let gateway = invented.gateway
            for note in [
                try invented.signed(roster), try invented.hours(0),
                try invented.hours(0, serial: 2),
                try invented.hours(1),
            ] {
                _ = try await gateway.dropBox.publish(
                    note, author: nil, identity: gateway.identity, today: gateway.today)
            }
            let posted = try invented.posted(.report)
            _ = try await client.send(.post, "/reports", posted)
            invented.now = Day("2026-12-01")!.number * 86_400 + 5
            _ = try gateway.dropBox.closeDays(
                through: Day("2026-11-30")!, identity: gateway.identity)
            let view = try await view(client, invented)
            // Five notes; seven days of three reports; roster and both hours notes in force.
            #expect(view.head.size == 5 + 21 + 3)
            let inForce = try [
                invented.signed(roster), invented.hours(0, serial: 2), invented.hours(1),
            ].map { SHA256.hash($0) }
            #expect(view.entries.suffix(3).map(\.hash) == inForce)
            #expect(view.indices { $0.tag == [UInt8](posted.prefix(16)) }.count == 1)
            for entry in view.entries where entry.kind == .report {
                let envelope = try await gateway.dropBox.envelope(hash: entry.hash)
                try EnvelopeShape.check(try #require(envelope), kind: .report)
            }
            let served = try NoteBundle(parsing: try await client.send(.get, "/notes").bytes)
            #expect(served.notes.count == 5)
            let found = try await gateway.dropBox.verify(identity: gateway.identity)
            #expect(found.envelopes == 21 && found.notes == 5)
        }
    }
}
