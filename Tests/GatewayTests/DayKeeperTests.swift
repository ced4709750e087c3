import DropBox
import Gateway
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

    private final class LogLines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }
}
