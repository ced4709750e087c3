package import DropBox
internal import Reporting
package import TransparencyLog

/// How much counsellors may publish: all notes kept are served to everyone, and clients refuse more than
/// `NoteBundle.largest`, so one dishonest counsellor could else close the gateway to all.
///
/// It counts what is stored, so nothing is forgotten at a restart. Source: Docs/protocol.md §6.
package struct NoteQuota {
    /// Bytes of an hours note.
    package static let hoursByteLimit = 4_096
    /// Keys notes of one counsellor in a calendar month.
    package static let keysLimit = 4
    /// Hours notes of one counsellor in a calendar month.
    package static let hoursLimit = 16
    /// Bytes of all notes as served, beyond which only rosters are taken.
    package static let bundleByteLimit = 3 << 20

    private let stored: [StoredNote]

    /// - Parameter stored: every note kept.
    package init(stored: [StoredNote]) { self.stored = stored }

    /// Checks that a note, which nothing else refuses, may be added today.
    ///
    /// - Throws: `NoteRefusal`.
    package func admit(_ bytes: [UInt8], today: Day) throws {
        // A roster is signed by the root holders, and always taken.
        guard let author = Author(of: try Notice(parsing: bytes)) else { return }
        if case .hours = author, bytes.count > Self.hoursByteLimit {
            throw NoteRefusal.tooLarge(byteLimit: Self.hoursByteLimit)
        }
        let count = try stored.count {
            try $0.day.month == today.month && Author(of: Notice(parsing: $0.bytes)) == author
        }
        guard count < author.limit else {
            throw NoteRefusal.tooMany(limit: author.limit, month: today.month)
        }
        // Each is served after a line with its length.
        let lineByteCount = "note 65536\n".utf8.count
        let served = (stored.map(\.bytes) + [bytes]).reduce(0) { $0 + lineByteCount + $1.count }
        guard served <= Self.bundleByteLimit else { throw NoteRefusal.boardFull }
    }

    /// Whose note, and of which kind.
    private enum Author: Equatable {
        case keys(String), hours(String)

        /// Nil for a roster.
        init?(of notice: Notice) {
            switch notice {
            case .roster: return nil
            case .keys(let keys, _): self = .keys(keys.counsellor)
            case .hours(let hours, _): self = .hours(hours.counsellor)
            }
        }

        var limit: Int {
            switch self {
            case .keys: NoteQuota.keysLimit
            case .hours: NoteQuota.hoursLimit
            }
        }
    }
}
