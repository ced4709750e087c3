internal import Sodium
package import TransparencyLog

/// An entry with the day it was accepted on: one line of the mirror's `entries.txt` or `pending.txt`.
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

/// The closed entries of a log from `first` on, as the gateway lists them.
package struct EntryList: Sendable, Equatable {
    /// The index of the first.
    package private(set) var first: Int
    /// In the log's order.
    package private(set) var entries: [LoggedEntry]

    package init() {
        self.first = 0
        self.entries = []
    }

    /// The index that the next entry will have.
    package var end: Int { first + entries.count }
    /// The last day that has an entry; nil when there is none.
    package var lastDay: Day? { entries.last?.day }

    /// Reads lines `<index> <day> <kind number> <hash hex> <tag hex>`, each ended by LF.
    ///
    /// nil when a line is anything else, an index does not follow, or days run backwards.
    package init?(parsing bytes: [UInt8]) {
        self.init()
        guard append(parsing: bytes) else { return nil }
    }

    /// Adds the lines of a further page; false, and nothing is added, when they don't follow.
    package mutating func append(parsing bytes: [UInt8]) -> Bool {
        if bytes.isEmpty { return true }
        guard bytes.last == 0x0a, bytes.allSatisfy({ $0 < 0x80 }) else { return false }
        var list = self
        let lines = bytes.dropLast().split(separator: 0x0a, omittingEmptySubsequences: false)
        for line in lines {
            let text = String(decoding: line, as: UTF8.self)
            guard let space = text.firstIndex(of: " "), let index = Int(text[..<space]), index >= 0,
                let entry = LoggedEntry(line: text[text.index(after: space)...])
            else { return false }
            if list.entries.isEmpty { list.first = index }
            guard index == list.end, entry.day >= list.lastDay ?? entry.day else { return false }
            list.entries.append(entry)
        }
        self = list
        return true
    }

    /// Adds entries whose first has index `from`; false, and nothing is added, when they don't follow.
    package mutating func append(_ entries: [LoggedEntry], from: Int) -> Bool {
        var list = self
        if list.entries.isEmpty { list.first = from }
        guard from == list.end else { return false }
        for entry in entries {
            guard entry.day >= list.lastDay ?? entry.day else { return false }
            list.entries.append(entry)
        }
        self = list
        return true
    }

    /// The lines.
    package var bytes: [UInt8] {
        var text = ""
        for (offset, entry) in entries.enumerated() { text += "\(first + offset) \(entry.line)\n" }
        return [UInt8](text.utf8)
    }
}
