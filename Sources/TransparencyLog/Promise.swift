internal import Sodium

/// The gateway's word that an accepted envelope becomes an entry at the closing of a day.
///
/// A signed note of five lines under the gateway's promise key: `sottovoce/v1 promise`, `origin`,
/// `day`, `kind`, `hash` and `tag`. The same envelope always gets the same promise.
/// Source: Docs/protocol.md §5.
public struct Promise: Sendable, Equatable {
    private static let firstLine = "sottovoce/v1 promise"

    /// The log's name.
    public let origin: String
    /// The day it was accepted, in UTC.
    public let day: Day
    /// What will stand in the log.
    public let entry: LogEntry

    /// A promise not yet signed.
    public init(origin: String, day: Day, entry: LogEntry) {
        self.origin = origin
        self.day = day
        self.entry = entry
    }

    /// What is signed.
    public var text: String {
        Self.firstLine + "\norigin " + origin + "\nday " + day.text + "\nkind "
            + String(entry.kind.rawValue) + "\nhash " + Hex.encode(entry.hash) + "\ntag "
            + Hex.encode(entry.tag) + "\n"
    }

    /// The signed note. Throws `malformedNote` when the origin can't stand in a note.
    public func signed(by signer: NoteSigner) throws(NoteError) -> SignedNote {
        try SignedNote(text: text, signedBy: signer)
    }

    /// Reads a promise after checking that `key` signed it.
    ///
    /// It proves that the gateway said so, not that it will keep its word. Whether day, hash and tag
    /// are the right ones is for the caller.
    /// - Throws: `missingSignature`, `badSignature`, `unexpectedText`.
    public static func open(
        _ note: SignedNote, by key: VerifierKey
    ) throws(NoteError) -> Promise {
        try note.verify(key)
        let lines = note.text.parts(between: 0x0a)
        guard lines.count == 7,
            let origin = lines[1].after("origin "),
            let day = lines[2].after("day ").flatMap({ Day($0) }),
            let kind = lines[3].after("kind ").flatMap({ decimal($0) })
                .flatMap({ $0 < 256 ? EntryKind(rawValue: UInt8($0)) : nil }),
            let hash = lines[4].after("hash ").flatMap({ Hex.decode($0) }),
            let tag = lines[5].after("tag ").flatMap({ Hex.decode($0) }),
            let entry = LogEntry(kind: kind, hash: hash, tag: tag)
        else { throw .unexpectedText }
        let promise = Promise(origin: origin, day: day, entry: entry)
        guard promise.text == note.text else { throw .unexpectedText }
        return promise
    }
}
