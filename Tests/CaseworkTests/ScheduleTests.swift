import DurableFiles
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// The collector's side: one bundle a day, whenever and however often an outbox is taken.
@Suite struct ScheduleTests {
    let scene: Scene
    let schedule: Schedule
    var stick: Outbox { Outbox(folder: scene.folder + "/stick") }

    init() throws {
        scene = try Scene()
        try PrivateFolder.create(scene.folder + "/online")
        schedule = Schedule(folder: scene.folder + "/online", owner: "meld.linde.example/intern")
        try scene.importAll()
    }

    private func day(_ offset: Int) -> Day { scene.today.adding(offset) }

    private func export(on offset: Int) throws {
        _ = try scene.home().handOver(to: stick.folder, today: day(offset))
    }

    private func take(on offset: Int) throws {
        #expect(try schedule.take(stick, today: day(offset)) == nil)
    }

    /// Posts what is due, and gives the slots' names.
    private func post(on offset: Int, at most: Int = .max) throws -> [String] {
        var posted: [String] = []
        for (name, item) in try schedule.due(on: day(offset)).files where posted.count < most {
            if case .slot(let slot) = item {
                try schedule.begin(slot, today: day(offset))
                posted.append(name)
            }
            try schedule.finish(name)
        }
        return posted
    }

    private func names(_ offsets: ClosedRange<Int>) -> [String] {
        offsets.flatMap { [Slot(day($0), 0).name, Slot(day($0), 1).name] }
    }

    @Test func takingEmptiesTheStick() throws {
        try export(on: 0)
        try take(on: 0)
        #expect(try stick.names().isEmpty)
        try take(on: 0)
        #expect(try schedule.lastDay() == day(29))
        #expect(try post(on: 0) == names(0...0))
        #expect(try post(on: 0).isEmpty)
    }

    @Test func missedDaysGoTogetherAndLaterOnesStay() throws {
        try export(on: 0)
        try take(on: 1)
        #expect(try post(on: 3) == names(3...3) + names(0...2))
        #expect(try post(on: 4) == names(4...4))
    }

    /// Six days' files a day, whenever post is run again: what goes at once always finds room at the gateway.
    @Test func manyMissedDaysLeaveRoom() throws {
        try export(on: 0)
        try take(on: 0)
        #expect(try schedule.due(on: day(9)).later == 8)
        // What is of the day itself comes first.
        #expect(try post(on: 9, at: 3) == names(9...9) + names(0...0).dropLast())
        #expect(try post(on: 9) == Array(names(0...4).dropFirst()))
        #expect(try post(on: 9).isEmpty)
        #expect(try post(on: 10) == names(10...10) + names(5...8))
        #expect(try post(on: 11) == names(11...11))
    }

    @Test func aNewOutboxReplacesWhatIsNotPosted() throws {
        try export(on: 0)
        try take(on: 0)
        _ = try post(on: 0)
        let old = try Set(schedule.files.envelopes { _ in true }.map(\.tag))
        try export(on: 2)
        try take(on: 2)
        // The missed day is from the first; all others are new.
        let now = try schedule.files.envelopes { _ in true }.map(\.tag)
        #expect(now.count == 62 && Set(now).intersection(old).count == 2)
        #expect(try post(on: 2) == names(2...2) + names(1...1))
        #expect(try schedule.lastDay() == day(31))
    }

    /// A second outbox on a day whose files are posted shows nobody that there was one.
    @Test func aDayIsPostedOnceHoweverOftenAnOutboxComes() throws {
        for _ in 0..<3 {
            try export(on: 0)
            try take(on: 0)
            _ = try post(on: 0)
        }
        #expect(try schedule.due(on: day(0)).files.isEmpty)
        #expect(try post(on: 1) == names(1...1))
        #expect(try schedule.lastDay() == day(30))
        // Of a day that was posted in part, the rest stays; the outbox begins with the next.
        #expect(try post(on: 2, at: 1).count == 1)
        try export(on: 2)
        try take(on: 2)
        #expect(try post(on: 3) == names(3...3) + [Slot(day(2), 1).name])
    }

    @Test func anOlderOutboxIsRefused() throws {
        try export(on: 0)
        let older = Outbox(folder: scene.folder + "/older")
        _ = try scene.home().handOver(to: older.folder, today: day(-1))
        try take(on: 0)
        #expect(throws: CaseworkError.olderOutbox) { try schedule.take(older, today: day(0)) }
        #expect(throws: CaseworkError.self) {
            try Schedule(folder: scene.folder + "/online", owner: "meld.linde.example/extern").take(
                older, today: day(0))
        }
    }

    @Test func aDamagedFileStaysAndTheOthersAreTaken() throws {
        try export(on: 0)
        let name = Slot(day(0), 1).name
        let path = "\(stick.folder)/\(name)"
        var bytes = try DurableFile.read(path, limit: 1 << 20)
        bytes[4_000] ^= 1
        try DurableFile.replace(path, with: bytes)
        #expect(
            try schedule.take(stick, today: day(0)) == CaseworkError.damagedOutbox(file: path))
        #expect(try stick.names() == [name])
        try DurableFile.remove(path)
        #expect(
            try schedule.take(stick, today: day(0)) == CaseworkError.damagedOutbox(file: path))
        #expect(try post(on: 0) == [Slot(day(0), 0).name])
        // A new outbox is whole again.
        try export(on: 1)
        #expect(try stick.names().count { Slot(name: $0) != nil } == 60)
    }

    @Test func aNameTellsDayAndKindOnly() {
        for name in ["2026-11-24-1.reply", "2026-11-24-12.reply", "2026-11-24.report"] {
            #expect(Slot(name: name)?.name == name)
        }
        for name in [
            "2026-11-24-01.reply", "2026-11-24-0.reply", "2026-11-31.report", "now-1.reply",
            "2026-11-24-1.report", "2026-11-24.reply", "2026-11-24-1.reply.promise", "x",
        ] {
            #expect(Slot(name: name) == nil, "\(name)")
        }
    }
}
