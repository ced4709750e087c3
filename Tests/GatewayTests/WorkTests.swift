import DropBox
import Gateway
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Reporting
import Sodium
import Testing
import TransparencyLog

@Suite struct WorkTests {
    private let invented: InventedGateway

    /// Two reports of an hour need no work.
    init() throws {
        var rules = WorkRules()
        rules.freeReports = 2
        invented = try InventedGateway(work: rules)
    }

    private func fields(_ work: String...) -> HTTPFields {
        var fields: HTTPFields = [.contentType: "application/octet-stream"]
        for one in work {
            fields.append(HTTPField(name: HTTPField.Name("Sottovoce-Work")!, value: one))
        }
        return fields
    }

    private func demand(_ client: any TestClientProtocol) async throws -> WorkDemand {
        let answer = try await client.send(.get, "/work")
        #expect(answer.status == .ok)
        return try WorkDemand(parsing: answer.bytes)
    }

    /// Posts what needs no work, so that all else does.
    private func fill(_ client: any TestClientProtocol) async throws -> [UInt8] {
        let posted = try invented.posted(.report)
        for one in [posted, posted, posted, try invented.posted(.report)] {
            #expect(try await demand(client).difficulty == nil)
            #expect(try await client.send(.post, "/reports", one).status == .ok)
        }
        return posted
    }

    @Test func aBusyHourAsksForWorkAndTakesNoOther() async throws {
        try await invented.test { client in
            let known = try await fill(client)
            let posted = try invented.posted(.report)
            let refused = try await client.send(.post, "/reports", posted)
            #expect(refused.status == .preconditionRequired)
            let demand = try await demand(client)
            #expect(try demand == WorkDemand(parsing: refused.bytes) && demand.difficulty == 3)
            #expect(try await invented.gateway.dropBox.pending().count == 2)

            let work = try #require(try demand.work(for: posted)).text
            // Of one envelope it serves no other.
            let other = try invented.posted(.report)
            #expect(
                try await client.send(.post, "/reports", other, fields: fields(work)).status
                    == .preconditionRequired)
            let taken = try await client.send(.post, "/reports", posted, fields: fields(work))
            #expect(taken.status == .ok)
            // What is stored needs none, whichever way it comes again.
            for more in [fields(), fields(work)] {
                let again = try await client.send(.post, "/reports", posted, fields: more)
                #expect(again.bytes == taken.bytes)
            }
            #expect(try await client.send(.post, "/reports", known).status == .ok)
            let otherTag = randomBytes(16) + known.dropFirst(16)
            #expect(try await client.send(.post, "/reports", otherTag).status == .conflict)

            invented.now += 3600
            #expect(try await client.send(.post, "/reports", other).status == .ok)
        }
    }

    @Test func repliesAndShapesAreAsEver() async throws {
        try await invented.test { client in
            _ = try await fill(client)
            let reply = try invented.posted(.reply)
            #expect(
                try await client.send(
                    .post, "/replies", reply,
                    fields: invented.fields(.post, "/replies", body: reply)
                ).status == .ok)
            #expect(
                try await client.send(.post, "/reports", randomBytes(16_400)).status == .badRequest)
        }
    }

    @Test func malformedWorkIsABadRequestAlsoInCalm() async throws {
        try await invented.test { client in
            let posted = try invented.posted(.report)
            let root = Hex.encode(try await demand(client).roots[0])
            let work = "0000000000000000 " + root
            for wrong in [
                fields(""), fields("1 " + root), fields(work.uppercased()), fields(work + "\t1"),
                fields(work, work),
            ] {
                let answer = try await client.send(.post, "/reports", posted, fields: wrong)
                #expect(answer.status == .badRequest && answer.text == "bad request\n")
            }
            // What is well-formed is not looked at.
            #expect(
                try await client.send(.post, "/reports", posted, fields: fields(work)).status == .ok
            )
        }
    }

    @Test func theTwoTreesSignedLastCount() async throws {
        try await invented.test { client in
            _ = try await fill(client)
            let roots = try await demand(client).roots
            #expect(roots.count == 2 && roots[1] == MerkleTree.emptyRoot)
            let posted = try invented.posted(.report)
            let work = fields(
                try #require(try await demand(client).work(for: posted)).text)
            for (serial, status) in [(1, HTTPResponse.Status.ok), (2, .preconditionRequired)] {
                let note = try invented.hours(0, serial: serial)
                #expect(
                    try await client.send(
                        .post, "/notes", note, fields: invented.fields(.post, "/notes", body: note)
                    ).status == .ok)
                let next = serial == 1 ? posted : try invented.posted(.report)
                let own =
                    serial == 1
                    ? work
                    : fields(
                        try #require(
                            try WorkDemand(difficulty: 3, roots: [roots[0]]).work(for: next)
                        ).text)
                #expect(
                    try await client.send(.post, "/reports", next, fields: own).status == status)
            }
        }
    }
}
