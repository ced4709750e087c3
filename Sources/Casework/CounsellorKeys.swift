internal import Age
internal import DurableFiles
internal import Sodium
internal import TransparencyLog

/// The counsellor's long-lived offline keys, kept in `keys.age`.
///
/// Inside it are five lines: `sottovoce/v1 counsellor-keys`, `host <name>`, `id <id>`, then `thread`,
/// `counsellor` and `imported`, each with a seed of 32 bytes in hex.
final class CounsellorKeys: Sendable {
    private static let firstLine = "sottovoce/v1 counsellor-keys"
    static let byteLimit = 1 << 16

    /// The crypto_kx key of her threads.
    let thread: KeyExchangePrivateKey
    /// Signs her notes.
    let notes: NoteSigner
    /// Cosigns what was imported.
    let imported: NoteSigner
    private let host: String
    private let id: String
    private let threadSeed: SecretBytes

    /// Whose outbox it is: the same short name may stand in the lists of two organisations.
    var owner: String { "\(host)/\(id)" }

    /// The name of one of her keys in notes and requests.
    static func name(_ purpose: String, id: String, host: String) -> String {
        "\(host)/\(id)/\(purpose)"
    }

    /// New random keys. Throws `NoteError.malformedKey` when id or host can't stand in a note.
    convenience init(id: String, host: String) throws {
        try self.init(
            id: id, host: host, threadSeed: .random(byteCount: KeyExchangePrivateKey.seedByteCount),
            notes: Ed25519PrivateKey(), imported: Ed25519PrivateKey())
    }

    private init(
        id: String, host: String, threadSeed: consuming SecretBytes, notes: Ed25519PrivateKey,
        imported: Ed25519PrivateKey
    ) throws {
        self.id = id
        self.host = host
        self.thread = KeyExchangePrivateKey(seed: threadSeed)
        self.threadSeed = threadSeed
        self.notes = try NoteSigner(
            name: Self.name("counsellor", id: id, host: host), key: notes)
        self.imported = try NoteSigner(
            name: Self.name("imported", id: id, host: host), key: imported, type: .cosignature)
    }

    /// Throws `damaged`.
    convenience init(opening path: String, with identity: HybridIdentity) throws {
        var text = try SealedFile.open(path, with: identity, limit: Self.byteLimit)
        defer { wipe(&text) }
        var fields: [String: String] = [:]
        let lines = text.split(separator: 0x0a).map { String(decoding: $0, as: UTF8.self) }
        for line in lines.dropFirst() {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            if parts.count == 2 { fields[parts[0]] = parts[1] }
        }
        guard lines.first == Self.firstLine, let host = fields["host"], let id = fields["id"],
            let thread = fields["thread"].flatMap({ Hex.decode($0) }),
            thread.count == KeyExchangePrivateKey.seedByteCount,
            let notes = fields["counsellor"].flatMap({ Hex.decode($0) }),
            let imported = fields["imported"].flatMap({ Hex.decode($0) }),
            notes.count == Ed25519PrivateKey.seedByteCount,
            imported.count == Ed25519PrivateKey.seedByteCount
        else { throw CaseworkError.damaged(file: path) }
        try self.init(
            id: id, host: host, threadSeed: SecretBytes(copying: thread),
            notes: Ed25519PrivateKey(seed: SecretBytes(copying: notes)),
            imported: Ed25519PrivateKey(seed: SecretBytes(copying: imported)))
    }

    /// Replaces the file on disk.
    func save(_ path: String, sealedTo recipient: HybridRecipient) throws {
        let seeds = [
            ("thread", Hex.encode(threadSeed.copyOut())),
            ("counsellor", Hex.encode(notes.key.copySeed().copyOut())),
            ("imported", Hex.encode(imported.key.copySeed().copyOut())),
        ]
        let text =
            "\(Self.firstLine)\nhost \(host)\nid \(id)\n"
            + seeds.map { "\($0.0) \($0.1)\n" }.joined()
        var bytes = [UInt8](text.utf8)
        defer { wipe(&bytes) }
        try SealedFile.replace(path, with: bytes, sealedTo: recipient)
    }
}
