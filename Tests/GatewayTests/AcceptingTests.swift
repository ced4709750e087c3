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

@Suite struct AcceptingTests {
    @Test func aReportGetsASignedPromiseAndTheSameAgain() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            let posted = try invented.posted(.report)
            let answer = try await client.send(.post, "/reports", posted)
            #expect(answer.status == .ok)
            let promise = try Promise.open(
                SignedNote(parsing: answer.bytes), by: invented.promise.verifierKey)
            #expect(promise.day == Day("2026-11-24") && promise.origin == "meld.linde.example")
            #expect(promise.entry.tag == [UInt8](posted.prefix(16)))
            #expect(promise.entry.hash == SHA256.hash([UInt8](posted.dropFirst(16))))
            invented.now += 86_400
            #expect(try await client.send(.post, "/reports", posted).bytes == answer.bytes)
        }
    }

    @Test func everyOtherSizeIsRefused() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            let posted = try invented.posted(.report)
            for (count, status) in [
                (0, HTTPResponse.Status.badRequest), (16, .badRequest), (16_399, .badRequest),
                (8208, .badRequest), (16_401, .contentTooLarge), (500_000, .contentTooLarge),
            ] {
                let body =
                    count <= posted.count ? [UInt8](posted.prefix(count)) : randomBytes(count)
                #expect(try await client.send(.post, "/reports", body).status == status, "\(count)")
            }
            #expect(try await invented.gateway.dropBox.pending().isEmpty)
        }
    }

    @Test func everyFlippedByteOfTheHeaderIsRefusedOrChangesTheHash() async throws {
        // What is not the shape of three stanzas is refused; the gateway can't see more.
        let invented = try InventedGateway()
        try await invented.test { client in
            let posted = try invented.posted(.report)
            for index in [16, 20, 37, 40, 41, 57, 58, 60, 1552, 1553, 1595, 1596] {
                var flipped = posted
                flipped[index] ^= 0x80
                let status = try await client.send(.post, "/reports", flipped).status
                #expect(status == .badRequest, "\(index)")
            }
            var one = try invented.posted(.reply)
            one += randomBytes(posted.count - one.count)
            #expect(try await client.send(.post, "/reports", one).status == .badRequest)
        }
    }

    @Test func aTagOrEnvelopeTakenIsAConflict() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            let posted = try invented.posted(.report)
            _ = try await client.send(.post, "/reports", posted)
            let otherTag = randomBytes(16) + posted.dropFirst(16)
            #expect(try await client.send(.post, "/reports", otherTag).status == .conflict)
            let sameTag = try invented.posted(.report, tag: [UInt8](posted.prefix(16)))
            #expect(try await client.send(.post, "/reports", sameTag).status == .conflict)
        }
    }

    @Test func aDishonestColleagueCantTakeOrReplaceALabel() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            let hers = try invented.posted(.reply)
            let label = [UInt8](hers.prefix(16))
            let answer = try await client.send(
                .post, "/replies", hers, fields: invented.fields(.post, "/replies", body: hers))
            #expect(answer.status == .ok)
            let month = try await client.send(.get, "/replies/2026-11").bytes
            let his = try invented.posted(.reply, tag: label)
            let refused = try await client.send(
                .post, "/replies", his,
                fields: invented.fields(.post, "/replies", body: his, person: 1))
            #expect(refused.status == .conflict)
            // Posting hers again under his own key changes nothing.
            let repeated = try await client.send(
                .post, "/replies", hers,
                fields: invented.fields(.post, "/replies", body: hers, person: 1))
            #expect(repeated.bytes == answer.bytes)
            #expect(try await client.send(.get, "/replies/2026-11").bytes == month)
            #expect(month == hers)
        }
    }

    @Test func nothingIsAcceptedBeforeARosterIsPublished() async throws {
        let invented = try InventedGateway()
        try await invented.test(publishing: false) { client in
            let posted = try invented.posted(.report)
            for (method, target) in [
                (HTTPRequest.Method.post, "/reports"), (.get, "/notes"), (.get, "/replies/2026-11"),
                (.get, "/pending"),
            ] {
                let answer = try await client.send(method, target, method == .post ? posted : nil)
                #expect(answer.status == .serviceUnavailable, "\(target)")
            }
            #expect(try await client.send(.get, "/status").status == .ok)
            // Another process may publish it; nothing has to be started again.
            let other = try DropBox(
                path: invented.folder + "/drop-box.sqlite", log: invented.log
            ) {
                Day("2026-11-24")!
            }
            _ = try await other.publish(
                invented.signed(invented.roster), author: nil, identity: invented.gateway.identity,
                today: Day("2026-11-24")!)
            #expect(try await client.send(.post, "/reports", posted).status == .ok)
            #expect(try await client.send(.get, "/notes").status == .ok)
        }
    }

    @Test func aClockBehindTheLastClosingAcceptsNothing() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            try invented.gateway.dropBox.closeDays(through: Day("2026-11-24")!)
            let posted = try invented.posted(.report)
            #expect(try await client.send(.post, "/reports", posted).status == .serviceUnavailable)
            invented.now += 86_400
            #expect(try await client.send(.post, "/reports", posted).status == .ok)
        }
    }
}
