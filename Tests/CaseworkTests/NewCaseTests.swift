import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

/// What comes by telephone, meeting or letter.
@Suite struct NewCaseTests {
    let scene: Scene

    init() throws { scene = try Scene() }

    private func add(_ change: (inout NewCase) -> Void = { _ in }) throws -> Int {
        var new = NewCase(route: .phone, day: scene.today.adding(-2), track: .wbk)
        change(&new)
        return try scene.home().add(new, today: scene.today)
    }

    @Test func itHasARouteADayAndNoCode() throws {
        let number = try add { ($0.note, $0.category) = ("Belde overstuur.", .fraud) }
        let overview = try scene.reopen().overview(number)
        #expect(overview.summary.route == .phone && !overview.summary.hasCode)
        #expect(overview.summary.opened == scene.today.adding(-2))
        #expect(overview.summary.category == "fraud")
        #expect(overview.clocks.map(\.done) == [scene.today.adding(-2), nil])
        #expect(try scene.home().privateNotes(number).map(\.body) == ["Belde overstuur."])
        #expect(throws: CaseworkError.noAuthenticReport(number: number)) {
            try scene.home().reply(to: number, .answer, body: "Hallo.", today: scene.today)
        }
        #expect(throws: CaseworkError.life(.badDay)) { try add { $0.day = scene.today.adding(1) } }
    }

    @Test func aCodeIsDerivedAsTheReportersDeviceDoesAndKeptNowhere() throws {
        let number = try add()
        let code = try scene.home().giveCode(to: number, today: scene.today)
        let keys = try ReceiptKeys(entropy: code.entropy, genesis: scene.root.verifierKey)
        _ = try scene.home().reply(to: number, .answer, body: "Dag.", today: scene.today)
        let sealed = try #require(
            try scene.home().repliesAtOnce(to: scene.folder + "/outbox", today: scene.today).first)
        let intern = scene.roster.counsellor("intern")!
        let opened = try Reply.open(sealed.bytes, keys: keys, counsellor: intern, number: 0)
        #expect(opened.body == "Dag.")
        // What is written with the code joins the case.
        try scene.log(scene.sealed("Terug.", from: keys) { $0.sequence = 1 })
        try scene.importAll()
        let file = try scene.home().caseFile(number)
        #expect(file.received.map(\.body) == ["Terug."] && !file.summary.hasAlarm)
        #expect(file.summary.route == .phone && file.summary.track == "wbk")
        #expect(throws: CaseworkError.life(.hasCode(number: number))) {
            try scene.home().giveCode(to: number, today: scene.today)
        }
        let bytes = try SealedFile.open(
            scene.home().path(.vault), with: scene.home().identity, limit: Vault.byteLimit)
        let entropy = code.entropy.copyOut()
        #expect(!bytes.indices.contains { bytes[$0...].starts(with: entropy) })
    }

    @Test func whatWasToldIsCheckedByTheReporter() throws {
        let number = try add { $0.account = "Ik zag twee rekeningen." }
        #expect(try scene.home().account(number)?.state == .written)
        #expect(throws: CaseworkError.emptyText) {
            try scene.home().keep(account: "\n", .agreed, of: number, today: scene.today)
        }
        try scene.home().keep(
            account: "Ik zag drie rekeningen.", .corrected, of: number, today: scene.today)
        let account = try scene.reopen().account(number)
        #expect(account?.body == "Ik zag drie rekeningen." && account?.state == .corrected)
    }

    @Test func itIsClosedWithoutAMessage() throws {
        let number = try add()
        try scene.home().close(number, today: scene.today)
        #expect(try scene.home().overview(number).nextDue == nil)
        #expect(try scene.home().summary(number).closed == scene.today)
        try scene.home().reopen(number, today: scene.today)
        #expect(try scene.home().overview(number).nextDue?.step == .feedback)
    }
}
