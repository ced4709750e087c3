import Age
import Reporting
import Sodium
import TransparencyLog

/// An organisation of fixed seeds with two counsellors: one who can be written to, one who is new and can't.
struct Exchange {
    static let threadSeed: UInt8 = 0x30
    static let monthSeed: UInt8 = 0x40

    let day = Day("2026-11-24")!
    let code = ReceiptCode(entropy: SecretBytes(copying: [UInt8](repeating: 0x5a, count: 11)))
    let root = try! signer("root.example/sottovoce", 0x10)
    let notes = try! signer("meld.example/intern/notes", 0x20)
    let log = try! signer("meld.example/log", 0x50)
    let promise = try! signer("meld.example/promise", 0x51)
    let collector = try! signer("meld.example/intern/collector", 0x53, .cosignature)
    let imported = try! signer("meld.example/intern/imported", 0x54, .cosignature)
    let month: HybridIdentity
    let thread: KeyExchangePrivateKey
    let roster: Roster

    init() throws {
        month = try HybridIdentity(seed: Self.seed(Self.monthSeed))
        thread = KeyExchangePrivateKey(seed: Self.seed(Self.threadSeed))
        let intern = Roster.Counsellor(
            id: "intern", name: "The internal counsellor", role: .internal,
            languages: [.nl, .en], ways: ["Telephone +31 00 000 00 00"],
            request: try Self.signer("meld.example/intern/request", 0x52).verifierKey,
            collector: collector.verifierKey, imported: imported.verifierKey,
            notes: notes.verifierKey, threadKey: thread.publicKey, since: day.adding(-30))
        var extern = intern
        extern.id = "extern"
        extern.name = "<b>\"E\\xtern\u{202e}\"</b>"
        extern.role = .external
        extern.ways = []
        extern.notes = try Self.signer("meld.example/extern/notes", 0x62).verifierKey
        extern.collector = try Self.signer(
            "meld.example/extern/collector", 0x63, .cosignature
        ).verifierKey
        extern.imported = try Self.signer(
            "meld.example/extern/imported", 0x64, .cosignature
        ).verifierKey
        extern.threadKey = KeyExchangePrivateKey(seed: Self.seed(0x65)).publicKey
        extern.since = day.adding(-10)
        roster = Roster(
            serial: 2, organisation: "De Linde", genesis: root.verifierKey,
            roots: [root.verifierKey], gateways: ["https://meld.example"],
            log: log.verifierKey, promise: promise.verifierKey,
            issued: day.adding(-10), expires: day.adding(355), retentionMonths: 2,
            counsellors: [intern, extern])
    }

    static func seed(_ first: UInt8) -> SecretBytes {
        SecretBytes(copying: (0..<32).map { first &+ $0 })
    }

    static func signer(
        _ name: String, _ first: UInt8, _ type: SignatureType = .ed25519
    ) throws -> NoteSigner {
        try NoteSigner(name: name, key: Ed25519PrivateKey(seed: seed(first)), type: type)
    }

    var receiptKeys: ReceiptKeys {
        get throws { try ReceiptKeys(entropy: code.entropy, genesis: root.verifierKey) }
    }

    /// The roster in force and one before it, in which the internal counsellor had another key; her keys and
    /// hours.
    var bundle: NoteBundle {
        get throws {
            var older = roster
            older.serial = 1
            older.counsellors.removeLast()
            older.counsellors[0].since = day.adding(-300)
            older.counsellors[0].threadKey = KeyExchangePrivateKey(seed: Self.seed(0x66)).publicKey
            let keys = KeysNote(
                serial: 1, genesis: root.verifierKey, counsellor: "intern",
                months: [.init(month: day.month, recipient: month.recipient)])
            let hours = HoursNote(
                serial: 1, genesis: root.verifierKey, counsellor: "intern", day: day.adding(-15),
                reads: [0, 4], absence: day.adding(1)...day.adding(3), replacement: "extern",
                phone: "+31 00", remark: "Niet op \"feestdagen\"")
            return NoteBundle([
                try SignedNote(text: older.text, signedBy: root),
                try SignedNote(text: roster.text, signedBy: root),
                try SignedNote(text: keys.text, signedBy: notes),
                try SignedNote(text: hours.text, signedBy: notes),
            ])
        }
    }

    /// What both sides need to know, as `name value` lines; the bundle and the seeds in hexadecimal.
    func facts() throws -> String {
        let link = try TrustAnchor(gateway: "https://meld.example", keys: roster.roots).link
        let other = try Self.signer("root.example/other", 0x11).verifierKey
        let two = try TrustAnchor(
            gateway: "https://meld.example", keys: [root.verifierKey, other]
        ).link
        return """
            link \(link)
            link-of-two \(two)
            link-of-other \(try TrustAnchor(gateway: "https://meld.example", keys: [other]).link)
            bundle \(Hex.encode(try bundle.bytes))
            day \(day.text)
            dutch \(code.words(in: .dutch).joined(separator: " "))
            english \(code.words(in: .english).joined(separator: " "))
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

    /// Whether a report goes on, as its reader finds, with the thread of the code in these words.
    func continues(_ posted: [UInt8], _ words: String) throws -> Bool {
        guard case .valid(let code, _) = ReceiptCode.parse(words) else { return false }
        let old = try ReceiptKeys(entropy: code.entropy, genesis: root.verifierKey).thread.publicKey
        let (opened, _) = try open(posted)
        let keys = try ThreadKeys(counsellor: thread, reporterThread: old)
        return opened.report.continues?.thread == old && opened.continues(keys, for: "intern")
    }

    func reply(
        to posted: [UInt8], _ body: String, number: Int, kind: String, day: String
    ) throws -> [UInt8] {
        let (opened, keys) = try open(posted)
        let kinds: [String: Reply.Kind] = [
            "answer": .answer, "closed": .closed, "askReferral": .askReferral(to: "extern"),
            "referred": .referred(to: "extern"),
        ]
        return try Reply(
            from: "intern", number: number, kind: kinds[kind]!, day: Day(day)!, body: body
        ).sealed(in: keys, to: opened.report.replyTo).posted
    }

    func promise(_ posted: [UInt8], day: String) throws -> [UInt8] {
        let entry = try SealedEnvelope(kind: .report, posted: posted).entry
        return try Promise(origin: log.verifierKey.name, day: Day(day)!, entry: entry)
            .signed(by: promise).bytes
    }
}
