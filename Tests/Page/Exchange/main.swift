// The native half of Tests/Page/interop.mjs: an organisation made of fixed seeds, whose counsellor opens what the
// WebAssembly build sealed and seals what it is to open. Not a product; byte strings pass as hexadecimal.
import Age
import Foundation
import Reporting
import Sodium
import TransparencyLog

private func seed(_ first: UInt8) -> SecretBytes {
    SecretBytes(copying: (0..<32).map { first &+ $0 })
}

private func signer(
    _ name: String, _ first: UInt8, _ type: SignatureType = .ed25519
) throws -> NoteSigner {
    try NoteSigner(name: name, key: Ed25519PrivateKey(seed: seed(first)), type: type)
}

private let threadSeed: UInt8 = 0x30
private let monthSeed: UInt8 = 0x40

private struct Exchange {
    let day = Day("2026-11-24")!
    let code = ReceiptCode(entropy: SecretBytes(copying: [UInt8](repeating: 0x5a, count: 11)))
    let root = try! signer("root.example/sottovoce", 0x10)
    let notes = try! signer("meld.example/intern/notes", 0x20)
    let month: HybridIdentity
    let thread: KeyExchangePrivateKey
    let roster: Roster

    init() throws {
        month = try HybridIdentity(seed: seed(monthSeed))
        thread = KeyExchangePrivateKey(seed: seed(threadSeed))
        roster = Roster(
            serial: 1, organisation: "De Linde", genesis: root.verifierKey,
            roots: [root.verifierKey], gateways: ["https://meld.example"],
            log: try signer("meld.example/log", 0x50).verifierKey,
            promise: try signer("meld.example/promise", 0x51).verifierKey,
            issued: day, expires: day.adding(365),
            counsellors: [
                Roster.Counsellor(
                    id: "intern", name: "The internal counsellor", role: .internal,
                    languages: [.nl, .en], ways: ["Telephone +31 00 000 00 00"],
                    request: try signer("meld.example/intern/request", 0x52).verifierKey,
                    collector: try signer(
                        "meld.example/intern/collector", 0x53, .cosignature
                    ).verifierKey,
                    imported: try signer(
                        "meld.example/intern/imported", 0x54, .cosignature
                    ).verifierKey,
                    notes: notes.verifierKey, threadKey: thread.publicKey, since: day)
            ])
    }

    var receiptKeys: ReceiptKeys {
        get throws { try ReceiptKeys(entropy: code.entropy, genesis: root.verifierKey) }
    }

    /// What both sides need to know, as `name value` lines; the bundle and the seeds in hexadecimal.
    func organisation() throws -> String {
        let keys = KeysNote(
            serial: 1, genesis: root.verifierKey, counsellor: "intern",
            months: [.init(month: day.month, recipient: month.recipient)])
        let bundle = NoteBundle([
            try SignedNote(text: roster.text, signedBy: root),
            try SignedNote(text: keys.text, signedBy: notes),
        ])
        let link = try TrustAnchor(gateway: "https://meld.example", keys: roster.roots).link
        let own = try receiptKeys
        return """
            link \(link)
            genesis \(root.verifierKey.text)
            bundle \(Hex.encode(bundle.bytes))
            day \(day.text)
            dutch \(code.words(in: .dutch).joined(separator: " "))
            english \(code.words(in: .english).joined(separator: " "))
            month-seed \(Hex.encode(seed(monthSeed).copyOut()))
            thread-seed \(Hex.encode(seed(threadSeed).copyOut()))
            reply-to \(own.replyIdentity.recipient.text)
            thread \(Hex.encode(own.thread.publicKey))
            """
    }

    func open(_ posted: [UInt8]) throws -> (OpenedReport, ThreadKeys) {
        let envelope = try SealedEnvelope(kind: .report, posted: posted)
        let opened = try OpenedReport.open(envelope.bytes, with: [month])
        let keys = try ThreadKeys(counsellor: thread, reporterThread: opened.report.thread)
        guard opened.isAuthentic(for: "intern", keys),
            envelope.tag == (try receiptKeys).tag(envelopeHash: envelope.hash)
        else { throw ReportingError.authenticationFailed }
        return (opened, keys)
    }

    func sealReport(_ body: String) throws -> [UInt8] {
        try Report(from: receiptKeys, addressed: ["intern"], body: body).sealed(
            from: receiptKeys,
            to: [Reader(counsellor: roster.counsellors[0], recipient: month.recipient)]
        ).posted
    }

    func reply(to posted: [UInt8], _ body: String) throws -> [UInt8] {
        let (opened, keys) = try open(posted)
        return try Reply(from: "intern", number: 0, kind: .answer, day: day, body: body)
            .sealed(in: keys, to: opened.report.replyTo).posted
    }
}

/// Standard input: a line of text, and a line of hexadecimal where the command needs an envelope.
private func run(_ command: String) throws -> String {
    let exchange = try Exchange()
    let text = readLine() ?? ""
    let posted = Hex.decode(readLine() ?? "") ?? []
    switch command {
    case "organisation": return try exchange.organisation()
    case "open-report": return try exchange.open(posted).0.report.body
    case "seal-report": return Hex.encode(try exchange.sealReport(text))
    case "seal-reply": return Hex.encode(try exchange.reply(to: posted, text))
    default: throw CocoaError(.featureUnsupported)
    }
}

do {
    print(try run(CommandLine.arguments.last ?? ""))
} catch {
    FileHandle.standardError.write(Data("refused: \(error)\n".utf8))
    exit(1)
}
