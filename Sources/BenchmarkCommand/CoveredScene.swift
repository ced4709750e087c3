import Age
import Foundation
import Gateway
import Reporting
import Sodium
import TransparencyLog

/// A served organisation of two counsellors with six months behind it, each day closed and cosigned: default
/// cover, and one conversation in it.
final class CoveredScene {
    static let days = 180
    let served: ServedOrganisation
    /// Of the conversation: filed in the first week with the internal counsellor, answered once a month later
    /// and once on the last day.
    let code = ReceiptCode()
    private let folder: ScratchFolder

    /// - Parameters:
    ///   - address: under which it will be visited.
    ///   - page: the reporter's page, for browsers.
    init(
        reportsADay: Int, address: String = "https://bench.example", page: ServedPage? = nil
    ) async throws {
        let folder = try ScratchFolder()
        self.folder = folder
        let clock = MovableClock(daysAgo: Self.days)
        let root = try NoteSigner(name: "bench.example/root")
        let persons = try ["intern", "extern"].map { try Person($0, from: clock.day) }
        served = try await ServedOrganisation(
            folder: folder.path, root: root, clock: clock,
            counsellors: persons.map(\.counsellor), address: address, page: page)
        for person in persons {
            try await served.publish(person.keysNote(genesis: root.verifierKey))
        }
        let keys = try ReceiptKeys(entropy: code.entropy, genesis: root.verifierKey)
        let template = try ReportTemplate()
        var answers = 0
        for day in 0..<Self.days {
            let isReported = day == 5
            if isReported {
                try await served.accept(persons[0].report(keys, day: clock.day), kind: .report)
            }
            for _ in (isReported ? 1 : 0)..<reportsADay {
                try await served.accept(template.fresh(), kind: .report)
            }
            for (index, person) in persons.enumerated() {
                let isAnswered = index == 0 && [35, Self.days - 1].contains(day)
                try await served.accept(
                    isAnswered
                        ? person.answer(keys, number: answers, day: clock.day)
                        : randomBytes(EnvelopeShape.tagByteCount + EnvelopeShape.replyByteCount),
                    kind: .reply)
                answers += isAnswered ? 1 : 0
            }
            clock.addDay()
            try served.close(before: clock.day)
            for person in persons {
                try await served.cosign(by: [person.collector, person.imported], day: clock.day)
            }
        }
    }
}

/// A counsellor with those of her keys that are needed here.
private struct Person {
    let notes: NoteSigner
    let collector: NoteSigner
    let imported: NoteSigner
    let thread: KeyExchangePrivateKey
    let counsellor: Roster.Counsellor
    private let months: [KeysNote.MonthKey]

    init(_ id: String, from day: Day) throws {
        func signer(_ name: String, _ type: SignatureType = .ed25519) throws -> NoteSigner {
            try NoteSigner(name: "bench.example/\(id)/\(name)", type: type)
        }
        notes = try signer("counsellor")
        collector = try signer("collector", .cosignature)
        imported = try signer("imported", .cosignature)
        thread = KeyExchangePrivateKey(seed: .random(byteCount: 32))
        counsellor = Roster.Counsellor(
            id: id, name: "Counsellor \(id)", role: .internal, languages: [.en, .nl],
            request: try signer("request").verifierKey, collector: collector.verifierKey,
            imported: imported.verifierKey, notes: notes.verifierKey,
            threadKey: thread.publicKey, since: day)
        months = (0..<13).map {
            .init(month: day.month.adding($0), recipient: HybridIdentity().recipient)
        }
    }

    func keysNote(genesis: VerifierKey) throws -> SignedNote {
        try SignedNote(
            text: KeysNote(
                serial: 1, genesis: genesis, counsellor: counsellor.id, months: months
            ).text, signedBy: notes)
    }

    /// Tag ‖ envelope of a first report.
    func report(_ keys: ReceiptKeys, day: Day) throws -> [UInt8] {
        guard let month = months.first(where: { $0.month == day.month }) else {
            preconditionFailure("keys are there for a year")
        }
        let sealed = try Report(
            from: keys, addressed: [counsellor.id], body: "What happened on Tuesday."
        ).sealed(from: keys, to: [Reader(counsellor: counsellor, recipient: month.recipient)])
        return sealed.tag + sealed.bytes
    }

    /// Label ‖ envelope of an answer.
    func answer(_ keys: ReceiptKeys, number: Int, day: Day) throws -> [UInt8] {
        let sealed = try Reply(
            from: counsellor.id, number: number, kind: .answer, day: day,
            body: "Answer \(number + 1)."
        ).sealed(
            in: ThreadKeys(counsellor: thread, reporterThread: keys.thread.publicKey),
            to: keys.replyIdentity.recipient)
        return sealed.tag + sealed.bytes
    }
}
