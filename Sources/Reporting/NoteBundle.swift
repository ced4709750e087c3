public import TransparencyLog

/// All notes a gateway serves, one after the other: each a line `note <bytes>` and so many bytes.
///
/// Nothing in it is proven until `Organisation` has checked it. Source: Docs/http-api.md.
public struct NoteBundle: Sendable, Equatable {
    /// Larger bundles are refused unread, in bytes.
    public static let largest = 4 << 20

    /// In the order served.
    public var notes: [SignedNote]

    /// Puts notes together.
    public init(_ notes: [SignedNote]) { self.notes = notes }

    /// Reads a bundle. Throws `malformedLine` with the number of the note, from 1, that can't be read.
    public init(parsing bytes: [UInt8]) throws(ReportingError) {
        notes = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let number = notes.count + 1
            guard let end = rest.firstIndex(of: 0x0a), rest.starts(with: [UInt8]("note ".utf8)),
                let count = Lines.number(
                    String(decoding: [UInt8](rest[..<end].dropFirst(5)), as: UTF8.self)),
                rest.endIndex - end - 1 >= count
            else { throw .malformedLine(number) }
            let note = [UInt8](rest[(end + 1)...].prefix(count))
            do throws(NoteError) { notes.append(try SignedNote(parsing: note)) } catch {
                throw .malformedLine(number)
            }
            rest = rest[(end + 1 + count)...]
        }
    }

    /// The bundle as served.
    public var bytes: [UInt8] {
        notes.reduce(into: []) { bytes, note in
            let one = note.bytes
            bytes += [UInt8](("note " + String(one.count) + "\n").utf8) + one
        }
    }
}
