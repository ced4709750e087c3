import Age
import Foundation
import Sodium
import Testing
import TransparencyLog

@testable import Reporting

/// The example of Docs/protocol.md, from fixed seeds: everything but the sealing is the same every time.
struct WorkedExample {
    let genesis: NoteSigner
    let second: NoteSigner
    let promise: NoteSigner
    let log: NoteSigner
    let collector: NoteSigner
    let notes: NoteSigner
    let thread = KeyExchangePrivateKey(seed: countingSeed(from: 0x60))
    let month: HybridIdentity
    let code: ReceiptCode
    let keys: ReceiptKeys
    let roster: Roster
    static let day = Day("2026-11-24")!

    init() throws {
        func signer(
            _ name: String, _ seed: UInt8, _ type: SignatureType = .ed25519
        ) throws -> NoteSigner {
            try NoteSigner(
                name: name, key: Ed25519PrivateKey(seed: countingSeed(from: seed)), type: type)
        }
        genesis = try signer("root.example/sottovoce", 0x40)
        second = try signer("second.example/sottovoce", 0x41)
        promise = try signer("meld.example/promise", 0x42)
        log = try signer("meld.example/log", 0x43)
        collector = try signer("meld.example/intern/collector", 0x45, .cosignature)
        notes = try signer("meld.example/intern/notes", 0x46)
        month = try HybridIdentity(
            seed: SecretBytes(copying: [UInt8](repeating: 1, count: 32)))
        let entropy = Hex.decode("065e8d26e516783e6847e8")!
        code = ReceiptCode(entropy: SecretBytes(copying: entropy))
        keys = try ReceiptKeys(entropy: code.entropy, genesis: genesis.verifierKey)
        roster = Roster(
            serial: 1, organisation: "De Linde", genesis: genesis.verifierKey,
            roots: [genesis.verifierKey, second.verifierKey], gateways: ["https://meld.example"],
            log: log.verifierKey, promise: promise.verifierKey,
            issued: Self.day, expires: Self.day.adding(365),
            counsellors: [
                Roster.Counsellor(
                    id: "intern", name: "The internal counsellor", role: .internal,
                    languages: [.nl, .en], ways: ["Telephone +31 00 000 00 00"],
                    request: try signer("meld.example/intern/request", 0x44).verifierKey,
                    collector: collector.verifierKey,
                    imported: try signer(
                        "meld.example/intern/imported", 0x47, .cosignature
                    ).verifierKey,
                    notes: notes.verifierKey, threadKey: thread.publicKey, since: Self.day)
            ])
    }

    var report: Report {
        var report = Report(
            from: keys, addressed: ["intern"], body: "Ik word gepest.\nMag ik met u praten?\n")
        report.track = .conversation
        report.category = .bullying
        report.language = .nl
        return report
    }

    var reply: Reply {
        Reply(
            from: "intern", number: 0, kind: .answer, day: Self.day,
            body: "Dank je wel. Natuurlijk.\n")
    }

    var reader: Reader {
        Reader(counsellor: roster.counsellors[0], recipient: month.recipient)
    }

    func threadKeys() throws -> ThreadKeys {
        try ThreadKeys(counsellor: thread, reporterThread: keys.thread.publicKey)
    }

    /// The blocks of the document, by name.
    func blocks(report envelope: [UInt8], reply: SealedEnvelope) throws -> [String: String] {
        var signed = try SignedNote(text: roster.text, signedBy: genesis)
        signed.add(second)
        let keysNote = KeysNote(
            serial: 1, genesis: genesis.verifierKey, counsellor: "intern",
            months: [.init(month: Self.day.month, recipient: month.recipient)])
        let sealed = try SealedEnvelope(
            kind: .report, tag: keys.tag(envelopeHash: SHA256.hash(envelope)), bytes: envelope)
        let keysSigned = try SignedNote(text: keysNote.text, signedBy: notes)
        // Two notes, each logged at once under a tag that would be random, then the day's closing.
        let logged =
            [signed.bytes, keysSigned.bytes].enumerated().compactMap { number, bytes in
                LogEntry(
                    kind: .note, hash: SHA256.hash(bytes),
                    tag: [UInt8](repeating: UInt8(number), count: 16))
            } + [sealed.entry, reply.entry].sorted()
        var edge = TreeEdge()
        for entry in logged { edge.append(leafHash: MerkleTree.leafHash(entry.bytes)) }
        var checkpoint = try Checkpoint(origin: roster.log.name, head: edge.head).signed(by: log)
        checkpoint.cosign(collector, day: Self.day.adding(1))
        let days = LogDays(
            firstEntry: 0, records: [LogDays.Record(day: Self.day, note: checkpoint)])
        let view = try LogView(
            log: roster.log, days: days, checkpoint: checkpoint, start: TreeEdge(), entries: logged)
        let proof = view.proof(
            of: try #require(logged.firstIndex(of: sealed.entry)), in: try #require(view.shown.last)
        )
        let promised = Promise(origin: roster.log.name, day: Self.day, entry: sealed.entry)
        return [
            "code-en": code.words(in: .english).joined(separator: " ") + "\n",
            "code-nl": code.words(in: .dutch).joined(separator: " ") + "\n",
            "roster": text(signed.bytes),
            "keys": text(keysSigned.bytes),
            "entries": logged.map { Hex.encode($0.bytes) + "\n" }.joined(),
            "days": text(days.bytes),
            "proof": text(proof.bytes),
            "link": try TrustAnchor(
                gateway: "https://meld.example", keys: roster.roots
            ).link + "\n",
            "report": unpadded(try report.plaintext(from: keys.thread, to: [reader])),
            "reply": unpadded(try self.reply.plaintext(in: threadKeys())),
            "report-entry": Hex.encode(sealed.entry.bytes) + "\n",
            "reply-entry": Hex.encode(reply.entry.bytes) + "\n",
            "promise": text(try promised.signed(by: promise).bytes),
        ]
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    private func unpadded(_ bytes: [UInt8]) -> String {
        text([UInt8](bytes.prefix { $0 != 0 }))
    }
}
