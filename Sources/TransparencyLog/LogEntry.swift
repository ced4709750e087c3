internal import Sodium

/// What an entry of the log is of.
public enum EntryKind: UInt8, Sendable, CaseIterable {
    /// A report, follow-up, referral, or cover for one.
    case report = 1
    /// A reply, or cover for one.
    case reply = 2
    /// A signed note: roster, keys, hours.
    case note = 3
    /// One part of an attachment.
    case attachmentPart = 4
}

/// One entry of the log, 49 bytes: kind (1) ‖ SHA-256 of the envelope (32) ‖ tag (16).
///
/// Source: Docs/protocol.md §5.
public struct LogEntry: Sendable, Hashable, Comparable {
    /// 1 + 32 + 16.
    public static let byteCount = 1 + SHA256.byteCount + tagByteCount
    /// Of a tag.
    public static let tagByteCount = 16

    /// What it is of.
    public let kind: EntryKind
    /// SHA-256 of the envelope, 32 bytes.
    public let hash: [UInt8]
    /// 16 bytes: a report's tag, a reply's label, random for the rest.
    public let tag: [UInt8]

    /// nil unless the hash has 32 bytes and the tag 16.
    public init?(kind: EntryKind, hash: [UInt8], tag: [UInt8]) {
        guard hash.count == SHA256.byteCount, tag.count == Self.tagByteCount else { return nil }
        self.kind = kind
        self.hash = hash
        self.tag = tag
    }

    /// nil unless 49 bytes that begin with a known kind.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount, let kind = EntryKind(rawValue: bytes[0]) else {
            return nil
        }
        self.init(
            kind: kind, hash: [UInt8](bytes[1..<1 + SHA256.byteCount]),
            tag: [UInt8](bytes[(1 + SHA256.byteCount)...]))
    }

    /// 49 bytes.
    public var bytes: [UInt8] { [kind.rawValue] + hash + tag }

    /// The order of a day's entries: by hash.
    public static func < (left: LogEntry, right: LogEntry) -> Bool {
        left.hash.lexicographicallyPrecedes(right.hash)
    }
}
