import DurableFiles
import Foundation
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

@Suite struct ImportTests {
    let scene: Scene
    let reporter: ReceiptKeys

    init() throws {
        scene = try Scene()
        reporter = try scene.reporter()
    }

    @Test func opensWhatIsHersAndNothingElse() throws {
        try scene.log(scene.sealed("Voor intern.", from: reporter))
        try scene.log(scene.sealed("Voor extern.", from: scene.reporter(), to: ["extern"]))
        try scene.log(scene.sealed("Voor beiden.", from: reporter, to: ["extern", "intern"]))
        let result = try scene.importAll()
        #expect(result.messages == 2)
        #expect(result.newCases == 1)
        #expect(result.isComplete && result.isListed)
        let file = try scene.home().caseFile(1)
        #expect(Set(file.received.map(\.body)) == ["Voor intern.", "Voor beiden."])
        #expect(file.received.allSatisfy { $0.isAuthentic && !$0.isSeen })
        #expect(try scene.importAll("extern").messages == 2)
    }

    @Test func secondImportChangesNothing() throws {
        try scene.log(scene.sealed("Een.", from: reporter))
        try scene.importAll()
        let before = try scene.home().caseFile(1)
        let again = try scene.importAll()
        #expect(again.messages == 0 && again.newCases == 0 && again.isComplete)
        #expect(try scene.reopen().caseFile(1) == before)
    }

    @Test func pendingIsOpenedOnceAndNotAgainWhenClosed() throws {
        let mine = try scene.sealed("Vandaag.", from: reporter)
        let other = try scene.sealed("Anders.", from: scene.reporter(), to: ["extern"])
        for envelope in [mine, other] {
            try scene.mirror.store(envelope: envelope.bytes, hash: envelope.hash)
        }
        try scene.mirror.store(
            pending: [mine, other].map { LoggedEntry(day: scene.today, entry: $0.entry) })
        #expect(try scene.importAll().messages == 1)
        try scene.log(mine)
        try scene.log(other)
        try scene.mirror.store(pending: [])
        #expect(try scene.importAll().messages == 0)
    }

    @Test func damagedAndMissingEnvelopesHoldUpNothingElse() throws {
        let good = try scene.sealed("Goed.", from: reporter)
        let bad = try scene.sealed("Veranderd.", from: reporter)
        let lost = try scene.sealed("Weg.", from: reporter)
        for envelope in [good, bad, lost] { try scene.log(envelope) }
        let path = scene.mirror.envelopePath(bad.hash)
        try DurableFile.replace(path, with: [UInt8](bad.bytes.dropLast()))
        try DurableFile.remove(scene.mirror.envelopePath(lost.hash))
        let result = try scene.importAll()
        #expect(result.messages == 1)
        #expect(result.damaged == [path] && result.missing == 1 && !result.isComplete)

        for envelope in [bad, lost] {
            try scene.mirror.store(envelope: envelope.bytes, hash: envelope.hash)
        }
        let repaired = try scene.importAll()
        #expect(repaired.messages == 2 && repaired.isComplete)
    }

    @Test func opensWithTheNeighbouringMonthsKeyOnlyAtTheEdges() throws {
        let november = Day("2026-11-30")!
        let sealed = try scene.sealed("Net op tijd.", from: reporter, on: november)
        try scene.log(sealed, on: Day("2026-12-07")!)
        let late = try scene.sealed("Te laat.", from: reporter, on: november)
        try scene.log(late, on: Day("2026-12-08")!)
        let result = try scene.importAll(on: Day("2026-12-08")!)
        #expect(result.messages == 1)
        #expect(try scene.home().caseFile(1).received.map(\.body) == ["Net op tijd."])
    }

    @Test func destroysSpentKeysOnlyAfterACompleteImport() throws {
        let late = Day("2027-01-05")!
        let first = try scene.sealed("November.", from: reporter)
        try scene.log(first)
        try scene.log(scene.sealed("Januari.", from: reporter, on: late), on: late.adding(1))
        let path = scene.mirror.envelopePath(first.hash)
        try DurableFile.remove(path)
        #expect(try scene.importAll(on: late.adding(1)).destroyed.isEmpty)
        #expect(scene.home().months.months.first == Month("2026-11"))

        try scene.mirror.store(envelope: first.bytes, hash: first.hash)
        #expect(try scene.importAll(on: late.adding(1)).destroyed == [Month("2026-11")!])
        let home = try scene.reopen()
        #expect(home.months.months.first == Month("2026-12"))
        #expect(try home.caseFile(1).received.count == 2)
    }

    @Test func clockBehindTheMirrorIsToldAndDestroysNothing() throws {
        try scene.log(scene.sealed("Een.", from: reporter), on: scene.today.adding(2))
        let today = scene.today
        #expect(throws: CaseworkError.clockBehind(known: today.adding(2), today: today)) {
            try scene.importAll()
        }
    }

    @Test func refusesOlderForkedForeignAndUnsignedRosters() throws {
        scene.roster.serial = 2
        try scene.publish()
        try scene.importAll()
        scene.roster.serial = 1
        try scene.publishAlone()
        #expect(throws: OrganisationError.rollback(seen: 2, served: 1)) { try scene.importAll() }

        scene.roster.serial = 2
        scene.roster.organisation = "De Eik"
        try scene.publishAlone()
        #expect(throws: CaseworkError.rosterFork(serial: 2)) { try scene.importAll() }

        scene.roster.serial = 3
        try scene.publishAlone(signedBy: [scene.root])
        #expect(
            throws: OrganisationError.signedByOneOnly(missing: scene.second.verifierKey.name)
        ) { try scene.importAll() }
        try scene.publishAlone(signedBy: [NoteSigner(name: "other")])
        #expect(throws: OrganisationError.unsigned) { try scene.importAll() }

        scene.roster.counsellors[0].threadKey = randomBytes(32)
        try scene.publishAlone()
        #expect(throws: CaseworkError.foreignKeys(id: "intern")) { try scene.importAll() }
    }

    @Test func damagedListsAreRefused() throws {
        try scene.log(scene.sealed("Een.", from: reporter))
        try scene.mirror.store(
            pending: [LoggedEntry(day: scene.today, entry: scene.entries[0].entry)])
        let path = scene.mirror.folder + "/pending.txt"
        let whole = try DurableFile.read(path, limit: 1 << 20)
        let lines = whole.split(separator: 0x0a, omittingEmptySubsequences: false)
        for bytes in [whole.dropLast(), whole[..<lines[1].startIndex], lines[1] + [0x0a]] {
            try DurableFile.replace(path, with: [UInt8](bytes))
            #expect(throws: CaseworkError.damagedMirror(file: path)) { try scene.importAll() }
        }
    }
}
