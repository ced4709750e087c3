internal import GRDB
internal import TransparencyLog

/// The tables. `entry` is the log and what is about to be: the log is its view by `position`.
///
/// It is kept in the order of hashes, so it can't tell when something came. Envelopes stand apart, where
/// they are read one after the other: those of a closed day in the order of the log, those still pending
/// in `arriving`, in the order in which transactions wrote them, until the closing moves them.
enum Schema {
    static let envelopeByteCounts: [EntryKind: Int] = [.report: 16_384, .reply: 8_192]
    /// Of a signed note.
    static let noteByteLimit = 65_536

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: version1) }
        return migrator
    }

    private static let version1 = """
        CREATE TABLE entry (
          hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
          kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
          tag BLOB NOT NULL CHECK (length(tag) = 16),
          day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
          position INTEGER CHECK (position >= 0),
          place INTEGER CHECK (place > 0),
          UNIQUE (kind, tag),
          CHECK ((position IS NULL) <> (place IS NULL)),
          CHECK (kind <> 3 OR position IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        CREATE UNIQUE INDEX entry_by_position ON entry (position) WHERE position IS NOT NULL;
        CREATE INDEX entry_pending ON entry (day, hash, place) WHERE position IS NULL;
        CREATE INDEX entry_note ON entry (position) WHERE kind = 3;

        CREATE TABLE envelope (
          position INTEGER NOT NULL PRIMARY KEY,
          kind INTEGER NOT NULL,
          bytes BLOB NOT NULL,
          CHECK (CASE kind WHEN 1 THEN length(bytes) = 16384 WHEN 2 THEN length(bytes) = 8192
            WHEN 3 THEN length(bytes) BETWEEN 1 AND 65536 ELSE 0 END)
        ) STRICT;

        CREATE TABLE arriving (
          place INTEGER NOT NULL PRIMARY KEY,
          kind INTEGER NOT NULL,
          bytes BLOB NOT NULL,
          CHECK (CASE kind WHEN 1 THEN length(bytes) = 16384 WHEN 2 THEN length(bytes) = 8192
            ELSE 0 END)
        ) STRICT;

        CREATE TABLE closed_day (
          day INTEGER NOT NULL PRIMARY KEY CHECK (day BETWEEN 0 AND 2932896),
          size INTEGER NOT NULL CHECK (size >= 0)
        ) STRICT;
        """
}
