/// For every day kept its closing checkpoint, with the cosignatures given to it.
///
/// A first line, `first-entry <index>`, then records: `closed <day> <bytes>` or `open <bytes>`, and so many
/// bytes of a signed note. An open record is a checkpoint signed during a day, kept while it is the newest
/// or bears a cosignature. Sizes never fall. Nothing in it is proven until a `LogView` is made of it.
/// Source: Docs/protocol.md §5.
public struct LogDays: Sendable, Equatable {
    private static let firstLine = "sottovoce/v1 days"
    /// Larger ones are refused unread, in bytes.
    public static let largest = 8 << 20

    /// One checkpoint.
    public struct Record: Sendable, Equatable {
        /// The day that it closes; nil when it was signed during a day.
        public let day: Day?
        /// The signed checkpoint.
        public var note: SignedNote

        /// - Parameter day: the day that it closes, or nil.
        public init(day: Day?, note: SignedNote) {
            self.day = day
            self.note = note
        }
    }

    /// The first entry that is still to be had; below it nothing is alarmed about.
    public let firstEntry: Int
    /// In the order of the log.
    public let records: [Record]

    /// Puts records together.
    public init(firstEntry: Int, records: [Record]) {
        self.firstEntry = firstEntry
        self.records = records
    }

    /// Whether its newest checkpoint is this one; where it isn't, something was logged in between.
    public func ends(with checkpoint: SignedNote) -> Bool {
        records.last?.note.text == checkpoint.text
    }

    /// As served.
    public var bytes: [UInt8] {
        var bytes = [UInt8](
            (Self.firstLine + "\nfirst-entry " + String(firstEntry) + "\n").utf8)
        for record in records {
            let note = record.note.bytes
            let kind = record.day.map { "closed " + $0.text } ?? "open"
            bytes += [UInt8]((kind + " " + String(note.count) + "\n").utf8) + note
        }
        return bytes
    }

    /// Reads what was served. Throws `malformed`.
    public init(parsing bytes: [UInt8]) throws(LogFault) {
        var rest = bytes[...]
        guard bytes.count <= Self.largest, Self.line(&rest) == Self.firstLine,
            let first = Self.line(&rest),
            let firstEntry = first.after("first-entry ").flatMap({ decimal($0) })
        else { throw .malformed }
        var records: [Record] = []
        while !rest.isEmpty {
            guard let line = Self.line(&rest) else { throw .malformed }
            var words = line.parts(between: 0x20)[...]
            var day: Day?
            switch words.popFirst() {
            case "open": break
            case "closed":
                guard let closed = words.popFirst().flatMap({ Day($0) }) else { throw .malformed }
                day = closed
            default: throw .malformed
            }
            guard let count = words.popFirst().flatMap({ decimal($0) }),
                words.isEmpty, count <= rest.count
            else { throw .malformed }
            do throws(NoteError) {
                records.append(
                    Record(day: day, note: try SignedNote(parsing: [UInt8](rest.prefix(count)))))
            } catch { throw .malformed }
            rest = rest.dropFirst(count)
        }
        self.init(firstEntry: firstEntry, records: records)
        guard self.bytes == bytes else { throw .malformed }
    }

    /// The next line without its end; nil when none is ended.
    private static func line(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let end = rest.firstIndex(of: 0x0a) else { return nil }
        let line = String(decoding: [UInt8](rest[..<end]), as: UTF8.self)
        rest = rest[(end + 1)...]
        return line
    }
}
