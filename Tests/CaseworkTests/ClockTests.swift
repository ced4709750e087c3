import Reporting
import Testing
import TransparencyLog

@testable import Casework

/// A wrong clock on a machine that is never online.
@Suite struct ClockTests {
    let scene: Scene

    init() throws { scene = try Scene() }

    private func keysNote(_ home: OfflineHome, on day: Day) throws -> KeysNote {
        try KeysNote(text: home.renewKeys(today: day, count: 13).text)
    }

    @Test func aYearAheadTakesNoPublishedKeyBack() throws {
        let home = scene.home()
        let held = home.months.months
        let note = try keysNote(home, on: scene.today.adding(365))
        #expect(held.allSatisfy { note.recipient(in: $0) != nil })
        #expect(note.recipient(in: scene.today.month) != nil)
    }

    @Test func aNoteHoldsNoMoreKeysThanFit() throws {
        for days in [0, 400, 800] {
            let home = scene.home()
            _ = try home.renewKeys(today: scene.today.adding(days), count: 24)
            let note = try keysNote(home, on: scene.today)
            #expect(note.months.first?.month == scene.today.month)
            #expect(note.text.utf8.count < 65_536)
        }
    }

    @Test func theClockIsComparedWithTheLastMirror() throws {
        let today = scene.today
        try scene.home().checkClock(today: today.adding(1_000), isRight: false)
        try scene.fetched(on: today)
        try scene.importAll()
        let reopened = try scene.reopen()
        for days in [-1, 0, 40] {
            try reopened.checkClock(today: today.adding(days), isRight: false)
        }
        let (early, late) = (today.adding(-2), today.adding(41))
        #expect(throws: CaseworkError.clockBehind(known: today, today: early)) {
            try reopened.checkClock(today: early, isRight: false)
        }
        #expect(throws: CaseworkError.clockAhead(known: today, today: late)) {
            try reopened.checkClock(today: late, isRight: false)
        }
        try reopened.checkClock(today: late, isRight: true)
        try reopened.checkClock(today: late.adding(40), isRight: false)
    }

    @Test func importComparesTheClockToo() throws {
        let today = scene.today
        try scene.fetched(on: today)
        let late = today.adding(41)
        #expect(throws: CaseworkError.clockAhead(known: today, today: late)) {
            try scene.importAll(on: late)
        }
        _ = try scene.home().importMirror(scene.mirror, today: late, clockIsRight: true)
        // Whoever said so was wrong, and says so again.
        #expect(throws: CaseworkError.clockBehind(known: late, today: today)) {
            try scene.importAll()
        }
        _ = try scene.home().importMirror(scene.mirror, today: today, clockIsRight: true)
        try scene.importAll()
    }

    @Test func aMonthWithoutAPublishedKeyIsTold() throws {
        #expect(try !scene.importAll().hasCurrentKey)
        let note = try scene.home().renewKeys(today: scene.today, count: 2)
        try scene.publish(with: [note])
        #expect(try scene.importAll().hasCurrentKey)
        let later = try scene.home().importMirror(
            scene.mirror, today: Day("2027-03-02")!, clockIsRight: true)
        #expect(!later.hasCurrentKey)
    }
}
