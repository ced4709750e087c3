internal import Sodium
package import TransparencyLog

/// An envelope to be stored, already found to be of the right shape.
package struct Submission: Sendable {
    /// What will stand in the log.
    package let entry: LogEntry
    /// 16,384 bytes of a report, 8,192 of a reply.
    package let envelope: [UInt8]

    /// nil unless a report or a reply of its exact size, with a tag of 16 bytes.
    package init?(kind: EntryKind, tag: [UInt8], envelope: [UInt8]) {
        guard let byteCount = Schema.envelopeByteCounts[kind], envelope.count == byteCount,
            let entry = LogEntry(kind: kind, hash: SHA256.hash(envelope), tag: tag)
        else { return nil }
        self.entry = entry
        self.envelope = envelope
    }
}

/// What was stored, now or at an earlier sending of the same.
package struct Accepted: Sendable, Equatable {
    /// The day it was stored, UTC.
    package let day: Day
    /// What stands in the log, or will from the day's closing.
    package let entry: LogEntry
    /// Whether it was not there before.
    package let isNew: Bool

    package init(day: Day, entry: LogEntry, isNew: Bool) {
        self.day = day
        self.entry = entry
        self.isNew = isNew
    }
}
