internal import Sodium
package import TransparencyLog

/// An entry with the day it was accepted on: one line of the mirror's `pending.txt`.
package struct LoggedEntry: Sendable, Hashable {
    /// Its day, in UTC.
    package let day: Day
    /// What it is of.
    package let entry: LogEntry

    package init(day: Day, entry: LogEntry) {
        self.day = day
        self.entry = entry
    }

    /// Reads `<day> <kind number> <hash hex> <tag hex>`; nil for anything else.
    package init?(line: some StringProtocol) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 4, let day = Day(String(parts[0])), let number = UInt8(parts[1]),
            let kind = EntryKind(rawValue: number), String(number) == parts[1],
            let hash = Hex.decode(String(parts[2])), let tag = Hex.decode(String(parts[3])),
            let entry = LogEntry(kind: kind, hash: hash, tag: tag)
        else { return nil }
        self.day = day
        self.entry = entry
    }

    /// The line, without its end.
    package var line: String {
        "\(day.text) \(entry.kind.rawValue) \(Hex.encode(entry.hash)) \(Hex.encode(entry.tag))"
    }
}
