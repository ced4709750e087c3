internal import DurableFiles
internal import GatewayClient
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// A folder of proofs, only where one is named: whoever finds it sees that somebody reported.
///
/// A file's name is the beginning of the envelope's hash, which the log shows to everyone; neither name nor
/// content has anything of the receipt code. `*.promise`: what the gateway promised. `*.tlog-proof`: what it
/// kept, for `reporter verify`, with `organisation.notes` and `organisation.link`. `*.days`, `*.checkpoint`: what it signed and
/// should not have.
struct EvidenceFolder: Sendable {
    static let promise = ".promise"
    private static let proof = ".tlog-proof"
    static let notes = "organisation.notes"
    static let link = "organisation.link"

    let visit: Visit
    let path: String

    private var texts: Texts { visit.texts }

    /// What was promised for an envelope just accepted.
    func keep(_ signed: SignedPromise) {
        write(Self.name(signed.promise.entry) + Self.promise, signed.note.bytes)
    }

    /// Proofs of every message found, and what became of the promises kept here.
    func keep(
        _ status: Status, _ set: FixedSet, _ keys: ReceiptKeys
    ) throws(CommandFailure) -> HeldPromises {
        let log = status.comparison.log
        for message in status.messages {
            guard let tree = set.organisation.bestTree(forEntry: message.index, in: log) else {
                continue
            }
            let proof = log.proof(of: message.index, in: tree)
            write(Self.name(message.entry) + Self.proof, proof.bytes)
        }
        for case .splitView(_, let size, _) in status.alarms {
            if let shown = log.shown.first(where: { $0.head.size >= size }) {
                write("split-\(size).checkpoint", shown.note.bytes)
            }
        }
        if !status.messages.isEmpty || !status.alarms.isEmpty {
            writeOrganisation(set)
        }
        return try promises(log, set.organisation.roster, keys)
    }

    /// What was served by a gateway whose log can't be believed.
    func keep(_ problem: FixedSet.Problem, _ set: FixedSet) {
        guard let (days, checkpoint) = set.heads else { return }
        writeOrganisation(set)
        write("served-\(visit.today.text).days", days.bytes)
        write("served-\(visit.today.text).checkpoint", checkpoint.bytes)
        guard case .shown(.log(.fork(let size))) = problem else { return }
        // Two notes of one size under one signature need no other proof.
        var roots: Set<String> = []
        for note in days.records.map(\.note) + [checkpoint] {
            guard (try? Checkpoint(text: note.text))?.head.size == size,
                roots.insert(note.text).inserted
            else { continue }
            write("fork-\(size)-\(roots.count).checkpoint", note.bytes)
        }
    }

    /// What `reporter verify` needs besides a proof.
    private func writeOrganisation(_ set: FixedSet) {
        write(Self.notes, set.notes.bytes)
        write(Self.link, [UInt8]((visit.anchor.link + "\n").utf8))
    }

    /// A file that can't be written is said: what it would prove has happened all the same.
    private func write(_ name: String, _ bytes: [UInt8]) {
        let file = path + "/" + name
        do throws(FileError) {
            try DurableFile.replace(file, with: bytes)
            visit.console.notice(wrapped(texts.evidence.written(inert(file))))
        } catch {
            visit.console.notice(wrapped(texts.failures.cannotWrite(inert(file))))
        }
    }

    private static func name(_ entry: LogEntry) -> String {
        Hex.encode([UInt8](entry.hash.prefix(4)))
    }
}

extension Visit {
    /// The folder that was named, made if it is not there; nil where none was. What it means is said first.
    func evidence(_ options: EvidenceOptions) throws(CommandFailure) -> EvidenceFolder? {
        guard let path = options.evidence else { return nil }
        let link = path + "/" + EvidenceFolder.link
        guard !DurableFile.exists(link) || isOwn(link) else {
            throw CommandFailure(texts.evidence.otherOrganisation(inert(path)))
        }
        console.notice(wrapped(texts.evidence.reveals(inert(path))) + "\n")
        do throws(FileError) {
            try PrivateFolder.create(path)
        } catch {
            throw CommandFailure(texts.failures.cannotWrite(inert(path)))
        }
        return EvidenceFolder(visit: self, path: path)
    }

    /// Whether a file holds a link to this organisation, perhaps by another address or with one of its keys only.
    private func isOwn(_ path: String) -> Bool {
        guard let bytes = try? DurableFile.read(path, limit: 4_096),
            let other = try? TrustAnchor(link: String(decoding: bytes, as: UTF8.self))
        else { return false }
        return other.keys.contains { anchor.keys.contains($0) }
    }
}
