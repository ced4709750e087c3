import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import GatewayClient

@Suite struct PromiseExpectationTests {
    private let signer = try! NoteSigner(name: "log.example/promise")
    private let today = Day("2026-11-24")!
    private let entry = LogEntry(
        kind: .report, hash: [UInt8](repeating: 1, count: 32), tag: [UInt8](repeating: 2, count: 16)
    )!

    private func answer(
        origin: String = "log.example", day: Day? = nil, entry: LogEntry? = nil,
        by other: NoteSigner? = nil
    ) throws -> [UInt8] {
        try Promise(origin: origin, day: day ?? today, entry: entry ?? self.entry)
            .signed(by: other ?? signer).bytes
    }

    private var expectation: PromiseExpectation {
        PromiseExpectation(
            origin: "log.example", key: signer.verifierKey, days: today...today.adding(1))
    }

    @Test func todaysAndTomorrowsAreBelieved() throws {
        #expect(try expectation.promise(try answer(), entry: entry).promise.day == today)
        let tomorrow = try answer(day: today.adding(1))
        #expect(try expectation.promise(tomorrow, entry: entry).promise.day == today.adding(1))
    }

    @Test func otherDaysAreNot() throws {
        for days in [-1, 2, 365] {
            let bytes = try answer(day: today.adding(days))
            #expect(throws: PromiseProblem.otherDay(today.adding(days))) {
                try expectation.promise(bytes, entry: entry)
            }
        }
    }

    @Test func anotherOriginEntryOrKeyIsNotBelieved() throws {
        let otherOrigin = try answer(origin: "other.example")
        #expect(throws: PromiseProblem.otherOrigin) {
            try expectation.promise(otherOrigin, entry: entry)
        }
        let otherTag = LogEntry(
            kind: .report, hash: entry.hash, tag: [UInt8](repeating: 3, count: 16))!
        let otherEntry = try answer(entry: otherTag)
        #expect(throws: PromiseProblem.otherEntry) {
            try expectation.promise(otherEntry, entry: entry)
        }
        let otherKey = try answer(by: NoteSigner(name: "log.example/promise"))
        #expect(throws: PromiseProblem.notSigned) {
            try expectation.promise(otherKey, entry: entry)
        }
        #expect(throws: PromiseProblem.notSigned) {
            try expectation.promise([UInt8]("ok\n".utf8), entry: entry)
        }
    }

    @Test func pendingEntriesAreReadStrictly() throws {
        let hash = String(repeating: "01", count: 32)
        let tag = String(repeating: "02", count: 16)
        let line = "2026-11-24 1 \(hash) \(tag)"
        let listed = try GatewayClient.pending(line[...])
        #expect(listed == .init(day: today, entry: entry))
        for bad in [
            "1 \(hash) \(tag)", line + " x", "x" + line, "7 " + line,
            "2026-11-24 9 \(hash) \(tag)", "2026-11-24 1 \(hash)00 \(tag)",
        ] {
            #expect(throws: GatewayError.malformedAnswer) {
                try GatewayClient.pending(bad[...])
            }
        }
    }
}
