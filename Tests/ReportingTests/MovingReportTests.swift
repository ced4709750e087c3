import Age
import Sodium
import Testing

@testable import Reporting

@Suite struct MovingReportTests {
    let organisation: InventedOrganisation
    let old: ReceiptKeys
    let new: ReceiptKeys

    init() throws {
        organisation = try InventedOrganisation()
        (old, new) = (try organisation.reporter(), try organisation.reporter())
    }

    private var readers: [Reader] { organisation.persons.prefix(2).map(\.reader) }

    /// What each of the readers finds.
    private func found(
        _ change: (inout Report) -> Void = { _ in }
    ) throws -> [(isAuthentic: Bool, continues: Bool)] {
        var report = try Report(moving: old, to: new, readers: readers, body: "Nieuwe code.")
        change(&report)
        let envelope = try report.sealed(from: new, to: readers)
        return try organisation.persons.prefix(2).map { person in
            let opened = try OpenedReport.open(envelope.bytes, with: [person.month])
            let id = person.counsellor.id
            let keys = try ThreadKeys(
                counsellor: person.thread, reporterThread: new.thread.publicKey)
            let older = try ThreadKeys(
                counsellor: person.thread, reporterThread: old.thread.publicKey)
            return (opened.isAuthentic(for: id, keys), opened.continues(older, for: id))
        }
    }

    @Test func itIsProvenToEachReader() throws {
        let report = try Report(moving: old, to: new, readers: readers, body: "Nieuwe code.")
        #expect(report.sequence == 0 && report.kind == .message)
        #expect(report.thread == new.thread.publicKey)
        #expect(report.replyTo == new.replyIdentity.recipient)
        #expect(report.continues?.thread == old.thread.publicKey)
        for one in try found() { #expect(one.isAuthentic && one.continues) }
    }

    @Test func aProofIsOfOneReaderOneOldAndOneNewThread() throws {
        let swapped = try found {
            $0.continues = .init(
                thread: old.thread.publicKey, proofs: $0.continues!.proofs.reversed())
        }
        for one in swapped { #expect(one.isAuthentic && !one.continues) }
        let other = try organisation.reporter()
        let shown = try Report(moving: old, to: other, readers: readers, body: "").continues
        for one in try found({ $0.continues = shown }) {
            #expect(one.isAuthentic && !one.continues, "what a colleague saw moves nothing else")
        }
        for one in try found({ $0.continues = nil }) { #expect(one.isAuthentic && !one.continues) }
    }

    @Test func aThreadDoesNotGoOnWithItself() throws {
        #expect(throws: ReportingError.invalidValue) {
            try Report(moving: old, to: old, readers: readers, body: "")
        }
        let person = organisation.persons[0]
        let hers = try ThreadKeys(counsellor: person.thread, reporterThread: old.thread.publicKey)
        var report = Report(from: old, addressed: [person.counsellor.id], body: "")
        report.continues = .init(
            thread: old.thread.publicKey, proofs: [hers.continuation(to: old.thread.publicKey)])
        let envelope = try report.sealed(from: old, to: [person.reader])
        let opened = try OpenedReport.open(envelope.bytes, with: [person.month])
        #expect(!opened.continues(hers, for: person.counsellor.id))
    }

    @Test func aTextThatSurelyFitsFitsBesideTheProofs() throws {
        let report = try Report(moving: old, to: new, readers: readers, body: "")
        #expect(report.bodyCapacity >= Report.surelyFits(organisation.roster))
    }
}
