import Gateway
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Sodium
import Testing
import TransparencyLog

@Suite struct HTTPTests {
    @Test func everyAnswerHasTheSameHeaders() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            let expected = [
                "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
                "Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "DENY",
                "Content-Security-Policy":
                    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
            ]
            for (method, target) in [
                (HTTPRequest.Method.get, "/"), (.get, "/status"), (.get, "/notes"),
                (.get, "/replies/2026-11"), (.get, "/nothing"), (.put, "/notes"),
                (.post, "/reports"), (.get, "/pending"), (.head, "/status"),
                (.get, "/organisation.json"), (.get, "/logo.png"),
            ] {
                let answer = try await client.send(method, target)
                for (name, value) in expected {
                    #expect(answer.headers[HTTPField.Name(name)!] == value, "\(target) \(name)")
                }
                #expect(answer.headers[.server] == nil && answer.headers[.setCookie] == nil)
            }
        }
    }

    @Test func otherMethodsAreToldWhichAreAllowed() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            for (target, allowed) in [
                ("/", "GET, HEAD"), ("/status", "GET, HEAD"), ("/notes", "GET, HEAD, POST"),
                ("/reports", "POST"), ("/replies", "POST"), ("/replies/2026-11", "GET, HEAD"),
                ("/days", "GET, HEAD"), ("/checkpoint", "GET, HEAD"), ("/pending", "GET, HEAD"),
                ("/tile/0/000", "GET, HEAD"), ("/tile/entries/x001/000.p/3", "GET, HEAD"),
                ("/cosignatures", "POST"),
                ("/envelopes/00", "GET, HEAD"), ("/organisation.json", "GET, HEAD"),
                ("/logo.png", "GET, HEAD"),
            ] {
                for method in [HTTPRequest.Method.put, .delete, .patch, .options, .trace] {
                    let answer = try await client.send(method, target)
                    #expect(answer.status == .methodNotAllowed)
                    #expect(answer.headers[.allow] == allowed, "\(target)")
                }
            }
            for target in ["/reports", "/replies"] {
                #expect(try await client.send(.get, target).status == .methodNotAllowed)
            }
        }
    }

    @Test func aRequestNamesOneHost() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            let one = try await client.send(.get, "/status", fields: [:])
            #expect(one.status == .ok)
            let two = try await client.send(
                .get, "/status", fields: [HTTPField.Name("Host")!: "other.example"])
            #expect(two.status == .badRequest)
        }
    }

    @Test func unknownPathsAreOneAnswer() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            var bodies: Set<[UInt8]> = []
            for target in [
                "/x", "/reports/", "//reports", "/Status", "/status/", "/%73tatus", "/replies/",
                "/replies/2026-13", "/replies/2026-11/", "/logo.png/", "/organisation",
                "/envelopes", "/../status", "/index.html",
            ] {
                let answer = try await client.send(.get, target)
                #expect(answer.status == .notFound, "\(target)")
                bodies.insert(answer.bytes)
            }
            #expect(bodies.count == 1)
        }
    }

    @Test func headIsGetWithoutItsBody() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            for target in ["/", "/status", "/notes", "/replies/2026-11"] {
                let get = try await client.send(.get, target)
                let head = try await client.send(.head, target)
                #expect(head.status == get.status && head.bytes.isEmpty)
                #expect(head.headers[.contentLength] == String(get.bytes.count))
                #expect(head.headers[.contentType] == get.headers[.contentType])
            }
        }
    }

    @Test func onlyTheMediaTypesNamed() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            let posted = try invented.posted(.report)
            for type in ["text/plain", "application/x-www-form-urlencoded", "application/json"] {
                let answer = try await client.send(
                    .post, "/reports", posted, fields: [.contentType: type])
                #expect(answer.status == .unsupportedMediaType)
            }
            #expect(
                try await client.send(.post, "/reports", posted, fields: [:]).status
                    == .unsupportedMediaType)
        }
    }

    @Test func monthsOutOfReachAreNotThere() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            for month in ["2026-05", "2026-06", "2026-11"] {
                let answer = try await client.send(.get, "/replies/\(month)")
                #expect(answer.status == .ok && answer.bytes.isEmpty, "\(month)")
            }
            for month in ["2026-04", "2026-12", "2027-11", "2026-1", "0000-00", "abc"] {
                #expect(try await client.send(.get, "/replies/\(month)").status == .notFound)
            }
        }
    }

    @Test func aMonthIsServedAsSoonAsPosted() async throws {
        let invented = try InventedGateway()
        try await invented.test { client in
            var records: [[UInt8]] = []
            for _ in 0..<5 {
                let posted = try invented.posted(.reply)
                _ = try await client.send(
                    .post, "/replies", posted,
                    fields: invented.fields(.post, "/replies", body: posted))
                records.append(posted)
                records.sort { $0.lexicographicallyPrecedes($1) }
                #expect(
                    try await client.send(.get, "/replies/2026-11").bytes == records.flatMap { $0 })
            }
        }
    }
}
