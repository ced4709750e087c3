import Age
import Reporting
import Sodium
import TransparencyLog

/// An invented organisation with two root keys and two counsellors, made afresh for each test.
struct InventedOrganisation {
    /// One counsellor with her secret halves.
    struct Person {
        var counsellor: Roster.Counsellor
        let thread: KeyExchangePrivateKey
        let notes: NoteSigner
        let collector: NoteSigner
        let imported: NoteSigner
        let month: HybridIdentity
        var reader: Reader { Reader(counsellor: counsellor, recipient: month.recipient) }
    }

    let root: NoteSigner
    let second: NoteSigner
    let log: NoteSigner
    let promise: NoteSigner
    let today = Day("2026-11-24")!
    var persons: [Person]
    var roster: Roster

    init() throws {
        root = try NoteSigner(name: "linde.example/root")
        second = try NoteSigner(name: "linde.example/second")
        log = try NoteSigner(name: "meld.linde.example/log")
        promise = try NoteSigner(name: "meld.linde.example/promise")
        let today = today
        persons = try [("intern", Roster.Counsellor.Role.internal), ("extern", .external)].map {
            id, role in
            let thread = KeyExchangePrivateKey(seed: .random(byteCount: 32))
            let notes = try NoteSigner(name: "linde.example/\(id)/notes")
            let collector = try NoteSigner(
                name: "linde.example/\(id)/collector", type: .cosignature)
            let imported = try NoteSigner(
                name: "linde.example/\(id)/imported", type: .cosignature)
            let counsellor = Roster.Counsellor(
                id: id, name: "Counsellor \(id)", role: role, languages: [.nl, .en],
                ways: ["Telephone +31 00 000 00 00"],
                request: try NoteSigner(name: "linde.example/\(id)/request").verifierKey,
                collector: collector.verifierKey, imported: imported.verifierKey,
                notes: notes.verifierKey, threadKey: thread.publicKey, since: today)
            return Person(
                counsellor: counsellor, thread: thread, notes: notes, collector: collector,
                imported: imported, month: HybridIdentity())
        }
        roster = Roster(
            serial: 1, organisation: "Zorggroep De Linde", genesis: root.verifierKey,
            roots: [root.verifierKey, second.verifierKey], gateways: ["https://meld.linde.example"],
            log: log.verifierKey, promise: promise.verifierKey,
            issued: today, expires: today.adding(365), counsellors: persons.map(\.counsellor))
    }

    func anchor() throws -> TrustAnchor {
        try TrustAnchor(
            gateway: "https://meld.linde.example", keys: [root.verifierKey, second.verifierKey])
    }

    func signed(_ roster: Roster, by signers: [NoteSigner]? = nil) throws -> SignedNote {
        var note = try SignedNote(text: roster.text)
        for signer in signers ?? [root, second] { note.add(signer) }
        return note
    }

    func keysNote(_ person: Person, serial: Int = 1, month: Month? = nil) throws -> SignedNote {
        let note = KeysNote(
            serial: serial, genesis: roster.genesis, counsellor: person.counsellor.id,
            months: [
                .init(month: month ?? today.month, recipient: person.month.recipient)
            ])
        return try SignedNote(text: note.text, signedBy: person.notes)
    }

    /// A new receipt code's keys.
    func reporter() throws -> ReceiptKeys {
        try ReceiptKeys(entropy: ReceiptCode().entropy, genesis: roster.genesis)
    }
}
