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

@Suite struct SigningTests {
    private static let signature = HTTPField.Name("Signature")!
    private static let input = HTTPField.Name("Signature-Input")!
    private static let digest = HTTPField.Name("Content-Digest")!

    @Test func onlyRosteredCounsellorsReadWhatIsPending() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            let posted = try invented.posted(.report)
            _ = try await client.send(.post, "/reports", posted)
            let hash = Hex.encode(SHA256.hash([UInt8](posted.dropFirst(16))))
            let tag = Hex.encode([UInt8](posted.prefix(16)))
            for target in ["/pending", "/envelopes/\(hash)"] {
                #expect(try await client.send(.get, target).status == .forbidden)
            }
            let get = { (target: String) in
                try await client.send(.get, target, fields: invented.fields(.get, target))
            }
            #expect(try await get("/pending").text == "2026-11-24 1 \(hash) \(tag)\n")
            #expect(try await get("/envelopes/\(hash)").bytes == [UInt8](posted.dropFirst(16)))
            try invented.gateway.dropBox.closeDays(through: Day("2026-11-24")!)
            #expect(try await get("/pending").text.isEmpty)
            #expect(try await get("/envelopes/\(hash)").bytes == [UInt8](posted.dropFirst(16)))
            for target in ["/envelopes/\(hash.uppercased())", "/envelopes/00", "/envelopes/"] {
                #expect(try await get(target).status == .notFound, "\(target)")
            }
        }
    }

    @Test func everyFaultOfASignatureGetsTheSameAnswer() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            let body = try invented.posted(.reply)
            let good = invented.fields(.post, "/replies", body: body)
            var faulty: [(String, HTTPFields, [UInt8])] = []
            func add(
                _ name: String, _ fields: HTTPFields? = nil, _ sent: [UInt8]? = nil,
                change: (inout HTTPFields) -> Void = { _ in }
            ) {
                var fields = fields ?? good
                change(&fields)
                faulty.append((name, fields, sent ?? body))
            }
            add("no signature") { $0[Self.signature] = nil }
            add("no input") { $0[Self.input] = nil }
            add("no digest") { $0[Self.digest] = nil }
            add("other label") { $0[Self.input] = "sig1" + good[Self.input]!.dropFirst(9) }
            add("two labels") { $0[Self.input] = good[Self.input]! + ", " + good[Self.input]! }
            add("longer") { $0[Self.input] = good[Self.input]! + ";expires=1" }
            add("without method") {
                $0[Self.input] = good[Self.input]!.replacing("\"@method\" ", with: "")
            }
            add("another body", nil, try invented.posted(.reply))
            add("another key", invented.fields(.post, "/replies", body: body, key: .init()))
            add(
                "his key, her name",
                invented.fields(.post, "/replies", body: body, key: invented.persons[1].request.key)
            )
            add("another path", invented.fields(.post, "/reports", body: body))
            add("another method", invented.fields(.put, "/replies", body: body))
            add("a query", invented.fields(.post, "/replies?x", body: body))
            add("without a body", invented.fields(.post, "/replies"))
            for seconds in [-601, 601, 366 * 86_400, -366 * 86_400] {
                add(
                    "\(seconds) s",
                    invented.fields(.post, "/replies", body: body, created: invented.now + seconds))
            }
            var bodies: Set<[UInt8]> = []
            for (name, fields, sent) in faulty {
                let answer = try await client.send(.post, "/replies", sent, fields: fields)
                #expect(answer.status == .forbidden, "\(name)")
                bodies.insert(answer.bytes)
            }
            #expect(bodies.count == 1)
            #expect(try await invented.gateway.dropBox.pending().isEmpty)
            for seconds in [-600, 600] {
                let late = try invented.posted(.reply)
                let fields = invented.fields(
                    .post, "/replies", body: late, created: invented.now + seconds)
                #expect(
                    try await client.send(.post, "/replies", late, fields: fields).status == .ok)
            }
        }
    }

    @Test func aSignedRequestIsTakenOnce() async throws {
        let invented = try InventedGateway()
        try await invented.test { (client: any TestClientProtocol) async throws in
            let fields = invented.fields(.get, "/pending")
            #expect(try await client.send(.get, "/pending", fields: fields).status == .ok)
            #expect(try await client.send(.get, "/pending", fields: fields).status == .forbidden)
            for later in [1, 300, 299] {
                invented.now += later
                #expect(
                    try await client.send(.get, "/pending", fields: fields).status == .forbidden)
            }
            // Remembered from its latest moment to its last, whenever the generations change.
            let early = invented.fields(.get, "/pending", created: invented.now + 600)
            #expect(try await client.send(.get, "/pending", fields: early).status == .ok)
            for _ in 0..<12 {
                invented.now += 100
                let other = invented.fields(.get, "/pending")
                #expect(try await client.send(.get, "/pending", fields: other).status == .ok)
                #expect(try await client.send(.get, "/pending", fields: early).status == .forbidden)
            }
        }
    }

    @Test func theRosterInForceDecides() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            var next = invented.roster
            next.serial = 2
            next.counsellors.removeFirst()
            _ = try await invented.gateway.dropBox.publish(
                invented.signed(next), author: nil, identity: invented.gateway.identity,
                today: invented.gateway.today)
            let former = invented.fields(.get, "/pending", person: 0)
            #expect(try await client.send(.get, "/pending", fields: former).status == .forbidden)
            let present = invented.fields(.get, "/pending", person: 1)
            #expect(try await client.send(.get, "/pending", fields: present).status == .ok)
        }
    }
}
