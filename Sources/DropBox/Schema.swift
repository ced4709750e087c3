internal import GRDB
internal import TransparencyLog

/// The tables. `entry` is the log and what is about to be: the log is its view by `position`.
///
/// It is kept in the order of hashes, so it can't tell when something came. Envelopes stand apart, where
/// they are read one after the other: those of a closed day in the order of the log, those still pending
/// in `arriving`, in the order in which transactions wrote them, until the closing moves them. A note is
/// logged several times and kept once, in `note`.
enum Schema {
    static let envelopeByteCounts: [EntryKind: Int] = [.report: 16_384, .reply: 8_192]
    /// Of a signed note.
    static let noteByteLimit = 65_536

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: version1) }
        migrator.registerMigration("2") { try $0.execute(sql: version2) }
        migrator.registerMigration("3") { try $0.execute(sql: version3) }
        return migrator
    }

    static let version1 = """
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

    /// The log's tree. `subtree` has the roots of full tiles, the one of level L and number n over the
    /// 256^L entries from n·256^L on; `checkpoint` each size that was ever signed.
    private static let version2 = """
        DROP INDEX entry_by_position;
        DROP INDEX entry_pending;
        DROP INDEX entry_note;
        ALTER TABLE entry RENAME TO entry_1;

        CREATE TABLE entry (
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
          tag BLOB NOT NULL CHECK (length(tag) = 16),
          day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
          position INTEGER CHECK (position >= 0),
          place INTEGER CHECK (place > 0),
          PRIMARY KEY (hash, tag),
          UNIQUE (kind, tag),
          CHECK ((position IS NULL) <> (place IS NULL)),
          CHECK (kind <> 3 OR position IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        INSERT INTO entry (hash, kind, tag, day, position, place)
          SELECT hash, kind, tag, day, position, place FROM entry_1;
        DROP TABLE entry_1;
        CREATE UNIQUE INDEX entry_by_position ON entry (position) WHERE position IS NOT NULL;
        CREATE INDEX entry_pending ON entry (day, hash, place) WHERE position IS NULL;

        CREATE TABLE note (
          number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
          hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
          tag BLOB NOT NULL CHECK (length(tag) = 16),
          day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
          bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65536)
        ) STRICT;

        INSERT INTO note (number, hash, tag, day, bytes)
          SELECT position, hash, tag, day, bytes FROM entry JOIN envelope USING (position)
          WHERE entry.kind = 3;
        DELETE FROM envelope WHERE kind = 3;

        CREATE TABLE subtree (
          level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 7),
          number INTEGER NOT NULL CHECK (number >= 0),
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          PRIMARY KEY (level, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE checkpoint (
          size INTEGER NOT NULL PRIMARY KEY CHECK (size >= 0),
          root BLOB NOT NULL CHECK (length(root) = 32),
          note BLOB NOT NULL CHECK (length(note) BETWEEN 1 AND 4096)
        ) STRICT;

        CREATE TABLE cosignature (
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
          key_id INTEGER NOT NULL CHECK (key_id BETWEEN 0 AND 4294967295),
          day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
          size INTEGER NOT NULL REFERENCES checkpoint (size),
          bytes BLOB NOT NULL CHECK (length(bytes) = 72),
          PRIMARY KEY (name, key_id, day)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE log_state (
          one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
          first_entry INTEGER NOT NULL CHECK (first_entry >= 0),
          version INTEGER NOT NULL CHECK (version >= 0)
        ) STRICT;

        INSERT INTO log_state (one, first_entry, version) VALUES (1, 0, 0);
        """

    /// What is pending is found by its place, which grows: an index by hash would cost every report the
    /// writing of one more page anywhere in it.
    private static let version3 = """
        DROP INDEX entry_pending;
        CREATE UNIQUE INDEX entry_by_place ON entry (place) WHERE place IS NOT NULL;
        """
}
