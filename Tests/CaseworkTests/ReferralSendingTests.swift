import Age
import GRDB
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// Referrals among the files that nobody can tell apart.
@Suite struct ReferralSendingTests {
    private func outbox(_ world: ReferralScene, _ day: Day, _ name: String = "stick") throws
        -> Outbox
    {
        let folder = "\(world.scene.folder)/\(name)"
        _ = try world.intern.handOver(to: folder, today: day)
        return Outbox(folder: folder)
    }

    /// The parts of a referral that `extern` opens among envelopes.
    private func parts(_ world: ReferralScene, _ envelopes: [SealedEnvelope]) -> [Int] {
        let months = [HybridIdentity](world.extern.months.identities.values)
        return envelopes.compactMap {
            (try? OpenedReport.open($0.bytes, with: months))?.report.refers?.part
        }
    }

    @Test func eachPartTakesTheReportOfADayTheEarliestFirst() throws {
        let world = try ReferralScene(String(repeating: "Lang verhaal. ", count: 600))
        try world.intern.refer(
            1, without: .absence,
            .init(
                to: "extern", text: String(repeating: "Regel van het verhaal.\n", count: 1_100),
                words: "Ik ben ziek."), today: world.today)
        let box = try outbox(world, world.today)
        let names = try box.names().filter { $0.hasSuffix(".report") }
        #expect(names.count == 30)
        let found = try names.sorted().map { parts(world, [try box.envelope($0)]) }
        let count = found.flatMap { $0 }.count
        #expect(count >= 3 && found.prefix(count).flatMap { $0 } == [Int](1...count))
        #expect(found.dropFirst(count).allSatisfy { $0.isEmpty })
        // The same files a day as without: nothing besides the schedule.
        #expect(try box.names().allSatisfy { !$0.hasPrefix("now-") })
        // The last days are of the next month, and sealed to its key.
        #expect(
            try names.contains {
                try #require(Day(String($0.prefix(10)))).month != world.today.month
            })
    }

    @Test func allPartsArriveInOrderAndOnceHoweverOftenPosted() throws {
        let world = try ReferralScene()
        let text = (0..<1_100).map { "Regel \($0) van het verhaal." }.joined(separator: "\n")
        try world.intern.refer(
            1, without: .absence, .init(to: "extern", text: text, words: "Ik ben ziek."),
            today: world.today)
        let first = try world.exported().filter { $0.kind == .report }
        let again = try world.exported().filter { $0.kind == .report }
        #expect(
            first.count == again.count && Set(first.map(\.hash)).isDisjoint(with: again.map(\.hash))
        )
        for envelope in (first + again).reversed() { try world.scene.log(envelope) }
        try world.scene.importAll("extern")
        let received = try world.extern.caseFile(1).received
        #expect(received.map(\.referral?.part) == [Int](1...first.count))
        #expect(received.allSatisfy { $0.isAuthentic })
        #expect(received.map(\.body).joined(separator: "\n") == text)
    }

    /// Nothing is erased before the log has all of it, and the reporter's answer too.
    @Test func nothingIsErasedBeforeAllIsLogged() throws {
        let world = try ReferralScene()
        try world.handOver()
        let all = try world.exported()
        let (reply, part) = (
            try #require(all.first { $0.kind == .reply }),
            try #require(all.first { $0.kind == .report })
        )
        try world.scene.log(part)
        #expect(try world.scene.importAll().referred == 0)
        #expect(try world.intern.caseFile(1).messages.count == 2)
        try world.scene.post(reply)
        #expect(try world.scene.importAll().referred == 1)
        #expect(try world.intern.caseFile(1).messages.isEmpty)
        #expect(try world.scene.importAll().referred == 0)
    }

    /// A demand by police or court comes before it: all of it stays until the case is released.
    @Test func aHeldCaseIsErasedWhenItIsReleased() throws {
        let world = try ReferralScene()
        try world.handOver()
        try world.intern.hold(1, reason: "Vordering.", today: world.today)
        for envelope in try world.exported() {
            if envelope.kind == .reply {
                try world.scene.post(envelope)
            } else {
                try world.scene.log(envelope)
            }
        }
        #expect(try world.scene.importAll().referred == 0)
        #expect(try world.intern.caseFile(1).messages.count == 2)
        try world.intern.release(1, today: world.today)
        #expect(try world.intern.caseFile(1).messages.isEmpty)
    }

    @Test func whatIsOnItsWayIsNotSetApartErasedOrFound() throws {
        let world = try ReferralScene()
        var words = CaseFilter()
        words.words = try #require(world.intern.caseFile(1).received.first?.body)
        #expect(try world.intern.cases(where: words, today: world.today).count == 1)
        try world.handOver()
        #expect(try world.intern.isHandedAway(1))
        #expect(try world.intern.cases(where: words, today: world.today).count == 0)
        for kind in SortedOut.allCases {
            #expect(throws: CaseworkError.referral(.beingReferred)) {
                try world.intern.sort([1], as: kind, today: world.today)
            }
        }
        try world.intern.close(1, today: world.today)
        #expect(throws: CaseworkError.referral(.beingReferred)) {
            try world.intern.erase([1], today: world.today, early: true)
        }
        // Nor is it of those that go all at once or by themselves, though the reporter was told.
        try world.intern.vault.save { try $0.execute(sql: "UPDATE reply SET state = 'posted'") }
        let due = try world.intern.today(world.today.adding(months: 12)).erasures
        #expect(due.map(\.isUnsent) == [true] && due.map(\.mayGo) == [false])
    }

    @Test func whatWasNotPostedIsSealedAgain() throws {
        let world = try ReferralScene()
        try world.handOver()
        _ = try outbox(world, world.today)
        // A collector took it, and a mirror of two days later does not have it.
        _ = try outbox(world, world.today, "other")
        try world.scene.fetched(on: world.today.adding(2))
        let later = world.today.adding(2)
        let result = try world.scene.importAll(on: later)
        #expect(result.waitingAgain == 2)
        let handed = try world.intern.handOver(
            to: world.scene.folder + "/later", today: later)
        #expect(handed.referrals == 1 && handed.lastReferral == later)
    }

    /// A file that was posted weeks late can't be opened: that is not posted, and nothing is erased for it.
    @Test func whatWasLoggedTooLateIsSealedAgain() throws {
        let world = try ReferralScene()
        try world.handOver()
        try world.postReplies()
        let part = try #require(try world.exported().first { $0.kind == .report })
        let late = Day("2027-01-15")!
        try world.scene.log(part, on: late)
        try world.scene.fetched(on: late)
        let result = try world.intern.importMirror(
            world.scene.mirror, today: late, clockIsRight: true)
        #expect(result.referred == 0 && result.waitingAgain == 1)
        #expect(try world.intern.caseFile(1).messages.count == 2)
    }

    @Test func aColleagueWithoutAKeyForTheMonthIsWaitedFor() throws {
        let world = try ReferralScene()
        try world.handOver()
        // Her keys end: nothing can be sealed for a day in May.
        let handed = try world.intern.handOver(
            to: world.scene.folder + "/may", today: Day("2027-05-03")!)
        #expect(handed.referrals == 0 && handed.referralsWaiting == 1)
        #expect(try world.intern.referrals(of: 1)[0].isHere)
    }

    @Test func longLinesAreCutAndNothingIsLost() {
        let text =
            "> " + String(repeating: "é", count: 25) + "\nkort\n\n"
            + String(repeating: "x", count: 31)
        let parts = ReferralText.parts(text, capacity: 20)
        #expect(parts.allSatisfy { $0.utf8.count <= 20 && !$0.isEmpty })
        let letters = parts.joined().filter { "éx".contains($0) || $0.isLetter }
        #expect(letters == text.filter(\.isLetter))
        #expect(ReferralText.parts("", capacity: 20).isEmpty)
    }
}
