import DropBox
import Gateway
import HTTPTypes
import HummingbirdTesting
import Logging
import Synchronization
import Testing
import TransparencyLog

@Suite struct DayKeeperTests {
    @Test func eachDayIsClosedOnceItHasEnded() async throws {
        let invented = try InventedGateway()
        try await invented.publishRoster()
        let lines = LogLines()
        let clock: @Sendable () -> Int = { invented.now }
        let logger = Logger(label: "test") { _ in DayLog(now: clock) { lines.add($0) } }
        let keeper = DayKeeper(gateway: invented.gateway, files: [], logger: logger)
        let keeping = Task { await keeper.run() }
        let dropBox = invented.gateway.dropBox
        for (index, day) in ["2026-11-24", "2026-11-25", "2026-11-28"].enumerated() {
            let day = Day(day)!
            invented.now = (day.number + 1) * 86_400
            // However long it takes: what never comes is a test that never ends, and fails so.
            while lines.all.count == index {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(try await dropBox.status().lastClosedDay == day)
        }
        keeping.cancel()
        await keeping.value
        #expect(
            lines.all == [
                "2026-11-25 closed 2026-11-24", "2026-11-26 closed 2026-11-25",
                "2026-11-29 closed 2026-11-28",
            ])
    }

    @Test func aClockThatJumpsIsSaidOnceAndClosesNothing() async throws {
        let invented = try InventedGateway(openDayLimit: DayKeeper.runningLimit)
        let lines = LogLines()
        let clock: @Sendable () -> Int = { invented.now }
        let logger = Logger(label: "test") { _ in DayLog(now: clock) { lines.add($0) } }
        let keeper = DayKeeper(gateway: invented.gateway, files: [], logger: logger)
        let right = invented.now
        let limit = DayKeeper.runningLimit
        try await invented.test { client in
            var isSettled = true
            // Before anything is closed the first entry's day is what it jumps from.
            for start in [right, right + 86_400] {
                invented.now = start
                isSettled = keeper.closeEndedDays(limit: limit, isClockSettled: isSettled)
                #expect(isSettled)
                let posted = try invented.posted(.report)
                #expect(try await client.send(.post, "/reports", posted).status == .ok)
                let closed = try await invented.gateway.dropBox.status().lastClosedDay
                invented.now = start + 4 * 86_400
                for _ in 0..<2 {
                    isSettled = keeper.closeEndedDays(limit: limit, isClockSettled: isSettled)
                    #expect(!isSettled)
                }
                #expect(try await invented.gateway.dropBox.status().lastClosedDay == closed)
                for target in ["/reports", "/replies"] {
                    let body = try invented.posted(target == "/reports" ? .report : .reply)
                    let answer = try await client.send(.post, target, body)
                    #expect(answer.status == .serviceUnavailable)
                }
                let hours = try invented.hours(0)
                let fields = invented.fields(.post, "/notes", body: hours, created: start)
                #expect(
                    try await client.send(.post, "/notes", hours, fields: fields).status
                        == .serviceUnavailable)
                #expect(try await client.send(.get, "/notes").status == .ok)
            }
            invented.now = right + 2 * 86_400
            #expect(keeper.closeEndedDays(limit: limit, isClockSettled: isSettled))
        }
        #expect(
            lines.all == [
                "2026-11-28 the clock jumped: 2026-11-24 to 2026-11-27 would be closed at once; "
                    + Self.untilSettled,
                "2026-11-25 closed 2026-11-24",
                "2026-11-29 the clock jumped: 2026-11-25 to 2026-11-28 would be closed at once; "
                    + Self.untilSettled,
                "2026-11-26 closed 2026-11-25",
            ])
    }

    private static let untilSettled =
        "nothing is closed or accepted until the clock is set or, if it is right, the gateway is started again"

    private final class LogLines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }
}
