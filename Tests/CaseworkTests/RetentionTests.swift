import Foundation
import GRDB
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// What is closed is erased on its day, unless it is held; and is gone then.
@Suite struct RetentionTests {
    static let marker = "Merkwoord-kwartelslag"
    let scene: Scene
    let reporter: ReceiptKeys
    let envelope: Data

    init() throws {
        scene = try Scene()
        reporter = try scene.reporter()
        let sealed = try scene.sealed(Self.marker, from: reporter) {
            ($0.track, $0.category) = (.complaint, .bullying)
        }
        envelope = Data(sealed.hash)
        try scene.log(sealed)
        try scene.log(scene.sealed("Een ander.", from: scene.reporter()))
        try scene.importAll()
        try scene.home().add(note: Self.marker + " notitie", to: 1, today: scene.today)
        try scene.home().save(draft: Self.marker + " concept", for: 1)
        try scene.home().set(
            CaseDetails(outcome: .mediation), of: 1, today: scene.today)
        _ = try scene.home().reply(to: 1, .closed, body: Self.marker, today: scene.today)
    }

    private var aYearLater: Day { scene.today.adding(months: 12) }
    private var aMonthLater: Day { scene.today.adding(months: 1) }

    private func due(_ day: Day) throws -> [Int] {
        try scene.home().today(day).erasures.map(\.number)
    }

    private func bytes() throws -> [UInt8] {
        try SealedFile.open(
            scene.home().path(.vault), with: scene.home().identity, limit: Vault.byteLimit)
    }

    private func holdsMarker() throws -> Bool {
        Data(try bytes()).range(of: Data(Self.marker.utf8)) != nil
    }

    @Test func aYearAfterClosingUnlessChosenOtherwise() throws {
        #expect(try scene.home().erasureDay(1) == aYearLater && scene.home().erasureDay(2) == nil)
        #expect(try due(aYearLater.adding(-1)).isEmpty && due(aYearLater) == [1])
        try scene.home().set(retention: 3)
        #expect(try scene.reopen().erasureDay(1)?.text == "2027-02-24")
    }

    /// Sends what waits and reads in what was fetched on a day.
    private func carry(on day: Day) throws {
        for reply in try scene.home().repliesAtOnce(to: scene.folder + "/out", today: day) {
            try scene.post(reply)
        }
        try readIn(until: day)
    }

    private func readIn(until day: Day) throws {
        try scene.fetched(on: day)
        _ = try scene.home().importMirror(scene.mirror, today: day, clockIsRight: true)
    }

    @Test func byItselfOnlyWhenChosenOnItsDayAndUnlessHeld() throws {
        try scene.home().save(draft: "", for: 1)
        try scene.home().set(retention: 1)
        try scene.home().close(2, today: scene.today)
        try scene.home().hold(2, reason: "Vordering.", today: scene.today)
        try scene.home().markSeen(1)
        try carry(on: aMonthLater)
        #expect(try scene.home().eraseByItself(today: aMonthLater) == 0 && holdsMarker())
        try scene.home().choose(erasesByItself: true)
        #expect(try scene.home().eraseByItself(today: aMonthLater.adding(-1)) == 0)
        #expect(try scene.reopen().eraseByItself(today: aMonthLater) == 1)
        #expect(try scene.home().cases().map(\.number) == [2] && !holdsMarker())
        #expect(try scene.home().figures().map(\.count) == [1])
        try scene.home().choose(erasesByItself: false)
        try scene.home().release(2, today: aMonthLater)
        try scene.home().markSeen(2)
        #expect(try scene.home().eraseByItself(today: aMonthLater) == 0 && due(aMonthLater) == [2])
    }

    /// The reporter may have written again, and this computer's clock can be wrong.
    @Test func byItselfOnlyOnADayUpToWhichWasReadIn() throws {
        try scene.home().save(draft: "", for: 1)
        try scene.home().set(retention: 1)
        try scene.home().choose(erasesByItself: true)
        try scene.home().markSeen(1)
        try carry(on: aMonthLater.adding(-1))
        #expect(try scene.home().today(aMonthLater).erasures.map(\.mayGo) == [true])
        #expect(try scene.home().eraseByItself(today: aMonthLater.adding(3_000)) == 0)
        try scene.log(scene.sealed("Het is weer begonnen.", from: reporter) { $0.sequence = 2 })
        try readIn(until: aMonthLater)
        #expect(try scene.home().eraseByItself(today: aMonthLater) == 0 && holdsMarker())
        #expect(try !scene.home().caseFile(1).summary.isClosed)
    }

    @Test func whatWaitsIsNotErasedUnasked() throws {
        let home = { scene.home() }
        try home().save(draft: "", for: 1)
        try home().set(retention: 1)
        try home().choose(erasesByItself: true)
        try readIn(until: aMonthLater)
        let reasons = {
            try home().today(aMonthLater).erasures.map {
                [$0.isHeld, $0.isUnanswered, $0.isUnsent, $0.isBegun]
            }
        }
        let goes = { try home().eraseByItself(today: aMonthLater) }
        // Never shown, and the last answer still here.
        #expect(try reasons() == [[false, true, true, false]] && goes() == 0)
        let answers = "Is it settled? No\n\nAre you treated badly for speaking up? Yes"
        try scene.log(
            scene.sealed(answers, from: reporter) { ($0.kind, $0.sequence) = (.aftercare, 2) })
        try carry(on: aMonthLater)
        try home().markSeen(1)
        #expect(try reasons() == [[false, true, false, false]] && goes() == 0)
        try home().save(draft: "Wat vervelend", for: 1)
        #expect(try reasons() == [[false, true, false, true]] && goes() == 0)
        // Written, and handed over: the reporter has it in neither.
        _ = try home().reply(to: 1, .answer, body: "Dank u.", today: scene.today)
        try home().save(draft: "", for: 1)
        #expect(try reasons() == [[false, false, true, false]] && goes() == 0)
        _ = try home().repliesAtOnce(to: scene.folder + "/out", today: aMonthLater)
        #expect(try reasons() == [[false, false, true, false]] && goes() == 0)
        try carry(on: aMonthLater)
        #expect(try goes() == 1 && !holdsMarker())
    }

    @Test func fewerMonthsAskAgain() throws {
        try scene.home().choose(erasesByItself: true)
        #expect(try !scene.home().set(retention: 12) && scene.home().erasesByItself())
        #expect(try scene.home().set(retention: 1) && !scene.home().erasesByItself())
        #expect(try !scene.home().set(retention: 2) && !scene.home().erasesByItself())
    }

    /// A case that goes on, or ended later, is not erased on the day of the one it was merged into.
    @Test func aMergedCaseIsOpenAsLongAsEitherIsAndIsKeptFromTheLaterClosing() throws {
        let home = scene.home()
        try home.merge(2, into: 1, reason: "Belde met beide codes.", today: aYearLater)
        #expect(try due(aYearLater).isEmpty && !home.caseFile(1).summary.isClosed)
        try home.unmerge(2, today: aYearLater)
        try home.close(1, today: scene.today)
        try home.close(2, today: aYearLater)
        try home.merge(2, into: 1, reason: "Belde met beide codes.", today: aYearLater)
        #expect(try due(aYearLater).isEmpty && due(aYearLater.adding(months: 12)) == [1])
    }

    /// What was split off is answered in the case it comes from.
    @Test func whatAHeldCaseWasSplitOffIsHeldToo() throws {
        try scene.log(scene.sealed("Iets anders.", from: reporter) { $0.sequence = 2 })
        try scene.importAll()
        let home = scene.home()
        let hash = try #require(try home.caseFile(1).received.last).hash
        let other = try home.split([hash], from: 1, today: scene.today)
        for number in [1, other] { try home.close(number, today: scene.today) }
        try home.hold(other, reason: "Vordering.", today: scene.today)
        #expect(try home.today(aYearLater).erasures.map(\.isHeld) == [true, true])
        #expect(throws: CaseworkError.life(.onHold(number: other))) {
            try home.erase([1], today: aYearLater)
        }
        try home.release(other, today: aYearLater)
        #expect(try home.today(aYearLater).erasures.map(\.isHeld) == [false, false])
    }

    /// It may lack a hold that was set since.
    @Test func aRestoredBackupAsksAgain() throws {
        try scene.home().choose(erasesByItself: true)
        let (copy, again) = (scene.folder + "/copy", scene.folder + "/again")
        let words = [UInt8]("een wachtzin voor de proef".utf8)
        try scene.home().finish(passphrase: SecretBytes(copying: words))
        try scene.home().backup(to: copy)
        try OfflineHome.restore(
            copy, monthsFile: nil, to: again, passphrase: SecretBytes(copying: words))
        let home = try OfflineHome(opening: again, passphrase: SecretBytes(copying: words))
        #expect(try !home.erasesByItself() && home.eraseByItself(today: aYearLater) == 0)
        // Chosen again, it still waits for what has to be read in first.
        try home.choose(erasesByItself: true)
        #expect(try home.eraseByItself(today: aYearLater) == 0)
        #expect(try home.cases().map(\.number) == [1, 2])
    }

    @Test func erasedIsGoneFromTheFileAndDoesNotComeBack() throws {
        #expect(try holdsMarker())
        try scene.home().erase([1], today: aYearLater)
        #expect(try !holdsMarker())
        let home = try scene.reopen()
        #expect(throws: CaseworkError.unknownCase(number: 1)) { try home.caseFile(1) }
        #expect(try home.cases().map(\.number) == [2])
        // The old mirror still has it.
        #expect(try scene.importAll().messages == 0)
        #expect(try scene.home().cases().map(\.number) == [2] && !holdsMarker())
        // What comes later gets another number, and the code goes on working.
        try scene.log(scene.sealed("Later.", from: reporter) { $0.sequence = 3 })
        try scene.importAll()
        #expect(try scene.home().cases().map(\.number) == [2, 3])
    }

    /// Nothing in the vault tells that an envelope of the log was of an erased case.
    @Test func noTableRefersToItAfterwards() throws {
        try scene.home().erase([1], today: aYearLater)
        try scene.home().vault.database.read { database in
            let outcome = try String.fetchOne(
                database, sql: "SELECT outcome FROM envelope WHERE hash = ?", arguments: [envelope])
            #expect(outcome == "not-mine")
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
            for table in tables {
                for column in try database.columns(in: table) where column.name == "conversation" {
                    let left = try Int.fetchOne(
                        database, sql: "SELECT count(*) FROM \(table) WHERE conversation = 1")
                    #expect(left == 0, "\(table)")
                }
            }
        }
    }

    @Test func onlyACountOfItsKindStays() throws {
        try scene.home().erase([1], today: aYearLater)
        #expect(
            try scene.home().figures() == [
                Figure(
                    year: 2026, route: "digital", track: "complaint", category: "bullying",
                    outcome: "mediation", count: 1)
            ])
    }

    @Test func aHoldNeedsAReasonAndIsNeverPassedOver() throws {
        let home = scene.home()
        for nothing in [" ", "\u{200B}\u{2060}"] {
            #expect(throws: CaseworkError.life(.reasonNeeded)) {
                try home.hold(1, reason: nothing, today: scene.today)
            }
        }
        try home.hold(1, reason: "Vordering van de politie.", today: scene.today)
        #expect(try home.today(aYearLater).erasures.map(\.isHeld) == [true])
        for early in [true, false] {
            #expect(throws: CaseworkError.life(.onHold(number: 1))) {
                try home.erase([1], today: aYearLater, early: early)
            }
        }
        try home.release(1, today: scene.today)
        try home.erase([1], today: aYearLater)
        #expect(try home.cases().map(\.number) == [2])
    }

    @Test func whatIsOpenOrNotDueStaysAndSoDoAllOthers() throws {
        let home = scene.home()
        #expect(throws: CaseworkError.life(.notClosed(number: 2))) {
            try home.erase([1, 2], today: aYearLater)
        }
        #expect(throws: CaseworkError.life(.notDue(number: 1))) {
            try home.erase([1], today: aYearLater.adding(-1))
        }
        #expect(try home.cases().count == 2, "all or none")
        // The last answer has to go first.
        #expect(throws: CaseworkError.life(.unsent(number: 1))) {
            try home.erase([1], today: scene.today, early: true)
        }
        for reply in try home.repliesAtOnce(to: scene.folder + "/outbox", today: scene.today) {
            try scene.post(reply)
        }
        #expect(try scene.importAll().posted == 1)
        try scene.home().erase([1], today: scene.today, early: true)
        #expect(try scene.home().cases().count == 1)
    }
}
