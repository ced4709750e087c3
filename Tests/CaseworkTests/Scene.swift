import Age
import DurableFiles
import Foundation
import Reporting
import Sodium
import TransparencyLog

@testable import Casework

/// An invented organisation with two counsellors' homes and one mirror, in a folder of its own.
final class Scene {
    let folder: String
    let today: Day
    let root: NoteSigner
    let second: NoteSigner
    let anchor: TrustAnchor
    private(set) var homes: [String: OfflineHome] = [:]
    /// Whose machines confirm each tree; nobody's unless a test says so.
    var confirming: [NoteSigner] = []
    private(set) var collectors: [NoteSigner] = []
    var roster: Roster
    var entries: [LoggedEntry] = []
    private var served: [SignedNote] = []
    let log: NoteSigner
    let mirror: Mirror

    init(today: String = "2026-11-24") throws {
        folder = NSTemporaryDirectory() + "casework-" + Hex.encode(randomBytes(8))
        self.today = Day(today)!
        root = try NoteSigner(name: "meld.linde.example/root")
        second = try NoteSigner(name: "meld.linde.example/second")
        anchor = try TrustAnchor(
            gateway: "https://meld.linde.example", keys: [root.verifierKey, second.verifierKey])
        log = try NoteSigner(name: "meld.linde.example")
        roster = Roster(
            serial: 1, organisation: "De Linde", genesis: root.verifierKey,
            roots: [root.verifierKey, second.verifierKey], gateways: [anchor.gateway],
            log: log.verifierKey,
            promise: try NoteSigner(name: "meld.linde.example/promise").verifierKey,
            issued: self.today, expires: self.today.adding(300), counsellors: [])
        mirror = Mirror(folder: folder + "/mirror")
        try mirror.create()
        for id in ["intern", "extern"] {
            let home = try OfflineHome(
                creating: "\(folder)/\(id)",
                owner: OfflineHome.Owner(id: id, anchor: anchor, genesis: root.verifierKey))
            _ = try home.renewKeys(today: self.today, count: 4)
            homes[id] = home
            collectors.append(try NoteSigner(name: "\(id)/collector", type: .cosignature))
            roster.counsellors.append(
                try home.enrolment(
                    name: "Counsellor \(id)", role: .internal, languages: [.nl], ways: [],
                    request: try NoteSigner(name: "\(id)/request").verifierKey,
                    collector: collectors[collectors.count - 1].verifierKey,
                    since: self.today))
        }
        try publish()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func home(_ id: String = "intern") -> OfflineHome { homes[id]! }

    /// Closes a home, for another process; what opens it again.
    @discardableResult func close(_ id: String = "intern") -> (
        folder: String, identity: HybridIdentity
    ) {
        let closed = (home(id).folder, home(id).identity)
        homes[id] = nil
        return closed
    }

    /// Closes a home and opens it again from disk.
    func reopen(_ id: String = "intern") throws -> OfflineHome {
        let (path, identity) = close(id)
        let home = try OfflineHome(
            opening: path, with: identity, lock: FolderLock(folder: path))
        homes[id] = home
        return home
    }

    /// In a log that has nothing else, as another gateway could make it.
    func publishAlone(signedBy signers: [NoteSigner]? = nil) throws {
        entries = []
        served = []
        try publish(signedBy: signers)
    }

    func publish(signedBy signers: [NoteSigner]? = nil, with others: [SignedNote] = []) throws {
        var note = try SignedNote(text: roster.text)
        for signer in signers ?? [root, second] { note.add(signer) }
        try publish(NoteBundle([note] + others))
    }

    /// Puts notes into the mirror, each with its entry.
    func publish(_ bundle: NoteBundle) throws {
        for note in bundle.notes { try list(.note, SHA256.hash(note.bytes), randomBytes(16)) }
        // Whatever was logged stays served.
        served += bundle.notes.filter { !served.contains($0) }
        try mirror.store(notes: NoteBundle(served).bytes)
    }

    /// Puts a reply into the mirror, with its entry.
    func post(_ reply: SealedEnvelope) throws {
        try list(.reply, reply.hash, reply.tag)
        try mirror.store(envelope: reply.bytes, hash: reply.hash)
    }

    private func list(_ kind: EntryKind, _ hash: [UInt8], _ tag: [UInt8]) throws {
        let entry = LogEntry(kind: kind, hash: hash, tag: tag)!
        entries.append(LoggedEntry(day: max(today, entries.last?.day ?? today), entry: entry))
        try storeLog()
    }

    /// Writes the log of all entries, each day closed, into the mirror.
    func storeLog() throws {
        guard let first = entries.first?.day, let last = entries.last?.day else { return }
        var edge = TreeEdge()
        var rest = entries[...]
        var records: [LogDays.Record] = []
        for number in first.number...last.number {
            while let entry = rest.first, entry.day.number == number {
                edge.append(leafHash: MerkleTree.leafHash(entry.entry.bytes))
                rest.removeFirst()
            }
            var note = try Checkpoint(origin: "meld.linde.example", head: edge.head)
                .signed(by: log)
            for signer in confirming { note.cosign(signer, day: Day(number: number)) }
            records.append(LogDays.Record(day: Day(number: number), note: note))
        }
        let days = LogDays(firstEntry: 0, records: records)
        let checkpoint = records[records.count - 1].note
        let view = try LogView(
            log: log.verifierKey, days: days, checkpoint: checkpoint, start: TreeEdge(),
            entries: entries.map(\.entry))
        try mirror.store(view, days: days, checkpoint: checkpoint, start: TreeEdge())
    }

    func reporter() throws -> ReceiptKeys {
        try ReceiptKeys(entropy: ReceiptCode().entropy, genesis: root.verifierKey)
    }

    /// Seals a report to the named counsellors with the keys of `day`'s month.
    func sealed(
        _ body: String, from keys: ReceiptKeys, to ids: [String] = ["intern"], on day: Day? = nil,
        _ change: (inout Report) -> Void = { _ in }
    ) throws -> SealedEnvelope {
        var report = Report(from: keys, addressed: ids, body: body)
        change(&report)
        return try report.sealed(from: keys, to: ids.map { reader($0, on: day) })
    }

    /// A counsellor to whom is written on a day.
    func reader(_ id: String = "intern", on day: Day? = nil) -> Reader {
        Reader(
            counsellor: roster.counsellor(id)!,
            recipient: home(id).months.identities[(day ?? today).month]!.recipient)
    }

    /// Puts an envelope into the mirror as a closed entry.
    func log(_ envelope: SealedEnvelope, on day: Day? = nil) throws {
        entries.append(LoggedEntry(day: day ?? today, entry: envelope.entry))
        try storeLog()
        try mirror.store(envelope: envelope.bytes, hash: envelope.hash)
    }

    /// Marks the mirror as fetched whole on a day.
    func fetched(on day: Day) throws {
        // A whole fetch leaves a list of what waits, an empty one too.
        if !DurableFile.exists(mirror.folder + "/pending.txt") { try mirror.store(pending: []) }
        try mirror.store(fetched: day)
    }

    @discardableResult
    func importAll(_ id: String = "intern", on day: Day? = nil) throws -> ImportResult {
        try home(id).importMirror(mirror, today: day ?? today)
    }
}

extension OfflineHome {
    /// The replies that wait, handed over in files that say that they are some.
    func repliesAtOnce(to folder: String, today: Day) throws -> [SealedEnvelope] {
        _ = try handOver(to: folder, today: today, atOnce: true)
        return try Outbox(folder: folder).envelopes { $0.hasPrefix("now-") }
    }
}

extension Outbox {
    /// The envelopes in files whose names fit, by name.
    func envelopes(where fits: (String) -> Bool) throws -> [SealedEnvelope] {
        try names().filter(fits).filter { !$0.hasSuffix(".note") && !$0.hasSuffix(".checkpoint") }
            .map { try envelope($0) }
    }
}
