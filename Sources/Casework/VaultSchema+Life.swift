// The life of a case beyond messages and answers.
extension VaultSchema {
    /// A day of 0 is one that has not come.
    static let life = """
        -- What the reporter said at first; `own_track` and `own_category` are hers.
        ALTER TABLE conversation ADD COLUMN told_track TEXT NOT NULL DEFAULT '';
        ALTER TABLE conversation ADD COLUMN told_category TEXT NOT NULL DEFAULT '';
        ALTER TABLE conversation ADD COLUMN own_category TEXT NOT NULL DEFAULT '';
        ALTER TABLE conversation ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
        ALTER TABLE conversation ADD COLUMN route TEXT NOT NULL DEFAULT 'digital'
            CHECK (route IN ('digital', 'phone', 'meeting', 'letter'));
        -- Kept apart from the cases, and from every figure.
        ALTER TABLE conversation ADD COLUMN sorted TEXT NOT NULL DEFAULT ''
            CHECK (sorted IN ('', 'spam', 'threat'));
        ALTER TABLE conversation ADD COLUMN practice INTEGER NOT NULL DEFAULT 0
            CHECK (practice IN (0, 1));
        ALTER TABLE conversation ADD COLUMN closed_on INTEGER NOT NULL DEFAULT 0;
        -- The case it is a part of since they were merged; 0 for none.
        ALTER TABLE conversation ADD COLUMN part_of INTEGER NOT NULL DEFAULT 0;

        UPDATE conversation SET (told_track, told_category) = (
            SELECT track, category FROM report WHERE conversation = conversation.number
            ORDER BY authentic DESC, day, sequence, hash LIMIT 1)
        WHERE EXISTS (SELECT 1 FROM report WHERE report.conversation = conversation.number);
        UPDATE conversation SET closed_on = ifnull((
            SELECT max(day) FROM reply WHERE reply.conversation = conversation.number
                AND kind = 'closed'), opened)
        WHERE state = 'closed';

        CREATE INDEX unseen_report ON report (conversation, seen) WHERE seen = 0;
        CREATE INDEX alarming_report ON report (conversation)
            WHERE authentic = 0 OR other_reply_to = 1;
        CREATE INDEX aftercare_report ON report (conversation) WHERE kind = 'aftercare';
        -- What the lists of a day are made from; a conversation's own row is long.
        CREATE INDEX open_case ON conversation (number, opened, own_track, told_track, answered)
            WHERE state = 'open' AND sorted = '' AND practice = 0 AND part_of = 0;
        CREATE INDEX closed_case ON conversation (closed_on, number, answered)
            WHERE state = 'closed' AND sorted = '' AND practice = 0 AND part_of = 0;
        CREATE INDEX part_of_conversation ON conversation (part_of) WHERE part_of <> 0;

        -- What she did with a case, for its timeline.
        CREATE TABLE case_event (
            id INTEGER NOT NULL PRIMARY KEY,
            conversation INTEGER NOT NULL REFERENCES conversation (number),
            day INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (length(kind) > 0),
            value TEXT NOT NULL
        ) STRICT;

        CREATE INDEX event_of_conversation ON case_event (conversation);

        -- What was told in speech, as she wrote it down; the reporter may check it.
        CREATE TABLE account (
            conversation INTEGER NOT NULL PRIMARY KEY REFERENCES conversation (number),
            body TEXT NOT NULL CHECK (length(body) > 0),
            state TEXT NOT NULL CHECK (state IN ('written', 'asked', 'agreed', 'corrected')),
            day INTEGER NOT NULL
        ) STRICT;

        -- Check-ins after closing that are done.
        CREATE TABLE aftercare (
            conversation INTEGER NOT NULL REFERENCES conversation (number),
            step TEXT NOT NULL,
            day INTEGER NOT NULL,
            way TEXT NOT NULL CHECK (way IN ('message', 'phone', 'skipped')),
            remark TEXT NOT NULL,
            PRIMARY KEY (conversation, step)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE hold (
            conversation INTEGER NOT NULL PRIMARY KEY REFERENCES conversation (number),
            day INTEGER NOT NULL,
            reason TEXT NOT NULL CHECK (length(reason) > 0)
        ) STRICT;

        -- Of erased cases: how many of each kind, and nothing that leads to one.
        CREATE TABLE figure (
            year INTEGER NOT NULL,
            route TEXT NOT NULL,
            track TEXT NOT NULL,
            category TEXT NOT NULL,
            outcome TEXT NOT NULL,
            count INTEGER NOT NULL CHECK (count > 0),
            PRIMARY KEY (year, route, track, category, outcome)
        ) STRICT, WITHOUT ROWID;

        -- A case made of messages that came in another's conversation; they are answered there.
        CREATE TABLE split (
            conversation INTEGER NOT NULL PRIMARY KEY REFERENCES conversation (number),
            origin INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE template (
            id INTEGER NOT NULL PRIMARY KEY,
            language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
            -- The built-in one it stands in for; empty for one of her own.
            replaces TEXT NOT NULL,
            title TEXT NOT NULL CHECK (length(title) > 0),
            body TEXT NOT NULL CHECK (length(body) > 0)
        ) STRICT;

        CREATE UNIQUE INDEX template_in_place_of ON template (language, replaces)
            WHERE replaces <> '';

        CREATE TABLE contact (
            id INTEGER NOT NULL PRIMARY KEY,
            owner TEXT NOT NULL CHECK (owner IN ('built-in', 'organisation', 'own')),
            -- The name of the built-in one it stands in for; empty for others.
            replaces TEXT NOT NULL,
            name TEXT NOT NULL CHECK (length(name) > 0),
            purpose TEXT NOT NULL,
            reach TEXT NOT NULL,
            checked INTEGER NOT NULL
        ) STRICT;

        CREATE UNIQUE INDEX contact_in_place_of ON contact (replaces) WHERE replaces <> '';
        """
}
