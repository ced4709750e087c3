internal import Foundation
internal import GRDB
internal import Sodium

/// The tables of the vault, and how older ones become the present ones.
enum VaultSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 cases") { try $0.execute(sql: cases) }
        migrator.registerMigration("2 exports", migrate: exports)
        migrator.registerMigration("3 moves") { try $0.execute(sql: moves) }
        migrator.registerMigration("4 casework") { try $0.execute(sql: casework) }
        migrator.registerMigration("4 compact") { try $0.execute(sql: compact) }
        migrator.registerMigration("5 referrals") { try $0.execute(sql: referrals) }
        migrator.registerMigration("7 life") { try $0.execute(sql: life) }
        migrator.registerMigration("8 drafts") { try $0.execute(sql: drafts) }
        return migrator
    }

    /// Days are days since 1970-01-01. Nothing is NULL: what is not known yet has an empty value.
    private static let cases = """
        CREATE TABLE setting (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE roster (
            serial INTEGER NOT NULL PRIMARY KEY CHECK (serial >= 0),
            note BLOB NOT NULL CHECK (length(note) > 0)
        ) STRICT;

        -- Every envelope of the mirror that need not be opened again.
        CREATE TABLE envelope (
            hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
            day INTEGER NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('opened', 'repeated', 'malformed', 'not-mine', 'no-key'))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE conversation (
            number INTEGER NOT NULL PRIMARY KEY,
            thread BLOB NOT NULL UNIQUE CHECK (length(thread) = 32),
            -- Empty until a report that is certainly the reporter's has told it.
            reply_to TEXT NOT NULL,
            opened INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
            -- Whether a reply was written since the reporter's last message.
            answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
            next_number INTEGER NOT NULL CHECK (next_number BETWEEN 0 AND 1000)
        ) STRICT;

        CREATE TABLE report (
            hash BLOB NOT NULL PRIMARY KEY REFERENCES envelope (hash),
            conversation INTEGER NOT NULL REFERENCES conversation (number),
            day INTEGER NOT NULL,
            -- The number of her own replies when it was imported: its place among them.
            after_replies INTEGER NOT NULL CHECK (after_replies BETWEEN 0 AND 1000),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            kind TEXT NOT NULL,
            about TEXT NOT NULL,
            track TEXT NOT NULL,
            category TEXT NOT NULL,
            language TEXT NOT NULL,
            addressed TEXT NOT NULL,
            body TEXT NOT NULL,
            -- Her own MAC over it: the same one again is the same report sealed again.
            mac BLOB NOT NULL CHECK (length(mac) = 32),
            authentic INTEGER NOT NULL CHECK (authentic IN (0, 1)),
            other_reply_to INTEGER NOT NULL CHECK (other_reply_to IN (0, 1)),
            moves INTEGER NOT NULL CHECK (moves IN (0, 1)),
            seen INTEGER NOT NULL CHECK (seen IN (0, 1)),
            UNIQUE (conversation, mac)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX report_of_conversation ON report (conversation, day, sequence, hash);

        CREATE TABLE reply (
            label BLOB NOT NULL PRIMARY KEY CHECK (length(label) = 16),
            conversation INTEGER NOT NULL REFERENCES conversation (number),
            number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 999),
            day INTEGER NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL,
            envelope BLOB NOT NULL CHECK (length(envelope) = 8192),
            state TEXT NOT NULL CHECK (state IN ('written', 'handed-over', 'posted')),
            UNIQUE (conversation, number)
        ) STRICT, WITHOUT ROWID;

        -- Signed notes of her own that the gateway may not have yet.
        CREATE TABLE note (
            kind TEXT NOT NULL CHECK (kind IN ('keys', 'hours')),
            serial INTEGER NOT NULL CHECK (serial >= 0),
            bytes BLOB NOT NULL CHECK (length(bytes) > 0),
            PRIMARY KEY (kind, serial)
        ) STRICT, WITHOUT ROWID;
        """

    private static let casework = """
        ALTER TABLE conversation ADD COLUMN status TEXT NOT NULL DEFAULT 'received'
            CHECK (status IN ('received', 'assessed', 'addressed', 'concluded'));
        -- Hers, when it is not the reporter's.
        ALTER TABLE conversation ADD COLUMN own_track TEXT NOT NULL DEFAULT '';

        CREATE TABLE milestone (
            conversation INTEGER NOT NULL REFERENCES conversation (number),
            step TEXT NOT NULL,
            day INTEGER NOT NULL,
            PRIMARY KEY (conversation, step)
        ) STRICT, WITHOUT ROWID;

        INSERT INTO milestone
        SELECT conversation, 'acknowledgement', min(day) FROM reply GROUP BY conversation;

        CREATE TABLE private_note (
            id INTEGER NOT NULL PRIMARY KEY,
            conversation INTEGER NOT NULL REFERENCES conversation (number),
            day INTEGER NOT NULL,
            body TEXT NOT NULL CHECK (length(body) > 0)
        ) STRICT;

        CREATE INDEX private_note_of_conversation ON private_note (conversation);

        -- An answer begun and not written yet.
        CREATE TABLE draft (
            conversation INTEGER NOT NULL PRIMARY KEY REFERENCES conversation (number),
            body TEXT NOT NULL CHECK (length(body) > 0)
        ) STRICT;
        """

    /// Messages in an ordinary table: one WITHOUT ROWID gave each its own overflow page, and the file that is
    /// written at each save was twice as long. What lists ask for is in the indexes.
    private static let compact = """
        CREATE TABLE message (
            id INTEGER NOT NULL PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE REFERENCES envelope (hash),
            conversation INTEGER NOT NULL REFERENCES conversation (number),
            day INTEGER NOT NULL,
            after_replies INTEGER NOT NULL CHECK (after_replies BETWEEN 0 AND 1000),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            kind TEXT NOT NULL,
            about TEXT NOT NULL,
            track TEXT NOT NULL,
            category TEXT NOT NULL,
            language TEXT NOT NULL,
            addressed TEXT NOT NULL,
            body TEXT NOT NULL,
            mac BLOB NOT NULL CHECK (length(mac) = 32),
            authentic INTEGER NOT NULL CHECK (authentic IN (0, 1)),
            other_reply_to INTEGER NOT NULL CHECK (other_reply_to IN (0, 1)),
            seen INTEGER NOT NULL CHECK (seen IN (0, 1)),
            UNIQUE (conversation, mac)
        ) STRICT;

        INSERT INTO message (hash, conversation, day, after_replies, sequence, kind, about, track,
            category, language, addressed, body, mac, authentic, other_reply_to, seen)
        SELECT hash, conversation, day, after_replies, sequence, kind, about, track, category,
            language, addressed, body, mac, authentic, other_reply_to, seen FROM report;

        DROP TABLE report;
        ALTER TABLE message RENAME TO report;
        CREATE INDEX report_of_conversation ON report
            (conversation, day, sequence, hash, authentic, other_reply_to, seen, kind);
        CREATE INDEX reply_of_conversation ON reply (conversation, day);
        """

    /// A reply is sealed anew in each export, so it has a place of its own and any number of sealings.
    private static func exports(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE answer (
                    id INTEGER NOT NULL PRIMARY KEY,
                    conversation INTEGER NOT NULL REFERENCES conversation (number),
                    -- Its place among her own in the case; labels are numbered in sealing.
                    number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 999),
                    day INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    body TEXT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('written', 'handed-over', 'posted')),
                    -- Whether it goes besides the schedule, seen by whoever sees the outbox.
                    at_once INTEGER NOT NULL CHECK (at_once IN (0, 1)),
                    UNIQUE (conversation, number)
                ) STRICT;

                INSERT INTO answer (conversation, number, day, kind, body, state, at_once)
                SELECT conversation, number, day, kind, body, state, 0 FROM reply
                ORDER BY day, conversation, number;

                CREATE TABLE sealing (
                    label BLOB NOT NULL PRIMARY KEY CHECK (length(label) = 16),
                    reply INTEGER NOT NULL REFERENCES answer (id),
                    conversation INTEGER NOT NULL REFERENCES conversation (number),
                    number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 999),
                    -- Of its place in the schedule; a mirror fetched two days later has it.
                    day INTEGER NOT NULL,
                    hash BLOB NOT NULL CHECK (length(hash) = 32),
                    file_hash BLOB NOT NULL CHECK (length(file_hash) = 32),
                    UNIQUE (conversation, number)
                ) STRICT, WITHOUT ROWID;
                """)
        let sealed = try Row.fetchAll(
            database,
            sql: """
                SELECT r.label, r.envelope, a.id, a.conversation, a.number, a.day
                FROM reply r JOIN answer a USING (conversation, number)
                """)
        for row in sealed {
            let (label, envelope) = (
                CaseRecords.bytes(row["label"]), CaseRecords.bytes(row["envelope"])
            )
            try database.execute(
                sql: "INSERT INTO sealing VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    Data(label), row["id"] as Int, row["conversation"] as Int,
                    row["number"] as Int, row["day"] as Int, Data(SHA256.hash(envelope)),
                    Data(SHA256.hash(label + envelope)),
                ])
        }
        try database.execute(sql: "DROP TABLE reply; ALTER TABLE answer RENAME TO reply")
    }

    /// Which thread a message goes on with, and whether that is proven; before, only that it said so.
    private static let moves = """
        ALTER TABLE report DROP COLUMN moves;

        CREATE TABLE continuation (
            report BLOB NOT NULL PRIMARY KEY REFERENCES report (hash),
            -- Its case may be here, come later, or never come.
            old_thread BLOB NOT NULL CHECK (length(old_thread) = 32),
            proven INTEGER NOT NULL CHECK (proven IN (0, 1))
        ) STRICT, WITHOUT ROWID
        """
}
