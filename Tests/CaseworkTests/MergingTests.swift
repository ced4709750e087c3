import Reporting
import Testing
import TransparencyLog

@testable import Casework

/// One reporter, two codes; and one code, two matters.
@Suite struct MergingTests {
    let scene: Scene
    let old: ReceiptKeys
    let new: ReceiptKeys

    init() throws {
        scene = try Scene()
        (old, new) = (try scene.reporter(), try scene.reporter())
        try scene.log(scene.sealed("Een vraag.", from: old))
        try scene.importAll()
    }

    private func move() throws {
        let moving = try Report(
            moving: old, to: new, readers: [scene.reader()], body: "Verder hier.")
        try scene.log(scene.sealed("Verder hier.", from: new) { $0.continues = moving.continues })
        try scene.importAll(on: scene.today.adding(3))
    }

    private func merge(_ part: Int, _ whole: Int, _ reason: String = "") throws {
        try scene.home().merge(part, into: whole, reason: reason, today: scene.today)
    }

    @Test func aProofIsEnough() throws {
        try move()
        #expect(try scene.home().isProvenMerge(1, 2))
        try merge(1, 2)
        let home = try scene.reopen()
        #expect(try home.cases().map(\.number) == [2])
        #expect(try home.parts(2).map(\.number) == [2, 1])
        #expect(try home.overview(2).summary.opened == scene.today, "the first day counts")
        #expect(try home.timeline(2).contains { $0.value == "merged-proven 1" })
        try home.unmerge(1, today: scene.today)
        #expect(try home.cases().map(\.number) == [1, 2])
    }

    @Test func withoutProofItIsSaidHowSheKnows() throws {
        try scene.log(scene.sealed("Los.", from: new))
        try scene.importAll()
        #expect(throws: CaseworkError.life(.reasonNeeded)) { try merge(1, 2) }
        #expect(throws: CaseworkError.life(.reasonNeeded)) { try merge(1, 2, " \n") }
        try merge(1, 2, "Zei het aan de telefoon.")
        #expect(
            try scene.home().timeline(2).contains {
                $0.value == "merged 1 Zei het aan de telefoon."
            })
        for (part, whole) in [(2, 2), (1, 2), (2, 1)] {
            #expect(throws: CaseworkError.life(.notMergeable)) { try merge(part, whole, "Toch.") }
        }
    }

    /// Of two that both prove the old code, at most one is the reporter.
    @Test func rivalsProveNothing() throws {
        try move()
        let third = try scene.reporter()
        let moving = try Report(moving: old, to: third, readers: [scene.reader()], body: "Ook.")
        try scene.log(scene.sealed("Ook.", from: third) { $0.continues = moving.continues })
        try scene.importAll()
        #expect(throws: CaseworkError.life(.reasonNeeded)) { try merge(1, 2) }
    }

    @Test func aMessageToEitherCodeWaitsInTheWhole() throws {
        try move()
        try merge(1, 2)
        let home = scene.home()
        _ = try home.reply(to: 2, .closed, body: "Klaar.", today: scene.today)
        #expect(try !home.summary(2).awaitsReply && home.summary(1).isClosed)
        try scene.log(scene.sealed("Nog iets.", from: old) { $0.sequence = 5 })
        try scene.importAll()
        let summary = try scene.home().summary(2)
        #expect(summary.awaitsReply && !summary.isClosed && summary.unseen == 3)
        #expect(try scene.home().today(scene.today).new.cases.map(\.summary.number) == [2])
        var filter = CaseFilter()
        filter.words = "nog iets"
        #expect(
            try scene.home().cases(where: filter, today: scene.today).cases.map(\.summary.number)
                == [2])
    }

    @Test func erasingTheWholeErasesItsParts() throws {
        try move()
        try merge(1, 2)
        _ = try scene.home().reply(to: 2, .closed, body: "Klaar.", today: scene.today)
        try scene.home().hold(1, reason: "Vordering.", today: scene.today)
        let later = scene.today.adding(months: 12)
        #expect(throws: CaseworkError.life(.onHold(number: 1))) {
            try scene.home().erase([2], today: later)
        }
        try scene.home().release(1, today: scene.today)
        try scene.home().erase([2], today: later)
        #expect(try scene.home().cases().isEmpty)
        #expect(try scene.home().figures().map(\.count) == [1], "it was one case")
        #expect(throws: CaseworkError.unknownCase(number: 1)) { try scene.home().summary(1) }
    }

    @Test func messagesAboutAnotherMatterGetACaseThatGoesByTheSameCode() throws {
        let second = try scene.sealed("Iets heel anders.", from: old) { $0.sequence = 1 }
        try scene.log(second)
        try scene.importAll()
        let home = scene.home()
        for hashes in [[], [[UInt8](repeating: 7, count: 32)]] {
            #expect(throws: CaseworkError.life(.notSplittable)) {
                try home.split(hashes, from: 1, today: scene.today)
            }
        }
        let new = try home.split([second.hash], from: 1, today: scene.today)
        #expect(try home.caseFile(1).received.map(\.body) == ["Een vraag."])
        #expect(try home.caseFile(new).received.map(\.body) == ["Iets heel anders."])
        #expect(try home.splitOrigin(new) == 1 && home.splitOrigin(1) == nil)
        #expect(throws: CaseworkError.life(.notSplittable)) {
            let all = try home.caseFile(1).received.map(\.hash)
            _ = try home.split(all, from: 1, today: scene.today)
        }
        // Answered by the same code, which acknowledges both.
        #expect(try home.overview(new).clocks[0].done == nil)
        _ = try home.reply(to: 1, .answer, body: "Gelezen.", today: scene.today)
        #expect(try home.overview(new).clocks[0].done == scene.today)
        // As long as it is open it needs the other.
        try home.close(1, today: scene.today)
        #expect(throws: CaseworkError.life(.answersAnother(number: 1, open: new))) {
            try home.erase([1], today: scene.today.adding(400))
        }
        // The same message sealed again is the same, wherever it stands now.
        try scene.log(scene.sealed("Iets heel anders.", from: old) { $0.sequence = 1 })
        try scene.importAll()
        #expect(try scene.home().caseFile(1).received.count == 1)
        #expect(try scene.home().caseFile(new).received.count == 1)
    }
}
