extension VaultSchema {
    /// Referrals from and to colleagues, and what is handed to a professional.
    static let referrals = """
        -- Where a referring colleague says the reporter's answers go; the reporter's own word goes before it.
        ALTER TABLE conversation ADD COLUMN referred_reply_to TEXT NOT NULL DEFAULT '';
        -- Of one that is erased only its proof is kept: sent again, it begins nothing.
        ALTER TABLE report ADD COLUMN erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1));

        -- What a report of kind referral says. `sender` is empty where it proves none.
        CREATE TABLE received_referral (
            report BLOB NOT NULL PRIMARY KEY REFERENCES report (hash),
            sender TEXT NOT NULL,
            sender_name TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (reason IN ('consent', 'conflict', 'absence')),
            written INTEGER NOT NULL,
            part INTEGER NOT NULL CHECK (part BETWEEN 1 AND parts),
            parts INTEGER NOT NULL CHECK (parts BETWEEN 1 AND 99),
            reply_to TEXT NOT NULL CHECK (length(reply_to) > 0)
        ) STRICT, WITHOUT ROWID;

        -- Whom can be referred to, with the recipient of each month: of the mirror imported last.
        CREATE TABLE colleague (
            id TEXT NOT NULL,
            month TEXT NOT NULL,
            recipient TEXT NOT NULL,
            PRIMARY KEY (id, month)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE referral (
            id INTEGER NOT NULL PRIMARY KEY,
            conversation INTEGER NOT NULL REFERENCES conversation (number),
            recipient TEXT NOT NULL,
            recipient_name TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (reason IN ('consent', 'conflict', 'absence')),
            -- The day it was asked; once it is sent, of that.
            day INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('asked', 'sent', 'posted')),
            at_once INTEGER NOT NULL CHECK (at_once IN (0, 1)),
            -- Her reply that asks for consent; 0 for none.
            question INTEGER NOT NULL,
            track TEXT NOT NULL,
            category TEXT NOT NULL,
            language TEXT NOT NULL,
            -- What there was of hers when it was sent: this and what came before is erased.
            last_reply INTEGER NOT NULL,
            last_note INTEGER NOT NULL
        ) STRICT;

        CREATE INDEX referral_of_conversation ON referral (conversation);

        CREATE TABLE referral_part (
            id INTEGER NOT NULL PRIMARY KEY,
            referral INTEGER NOT NULL REFERENCES referral (id),
            number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
            body TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('written', 'handed-over', 'posted')),
            UNIQUE (referral, number)
        ) STRICT;

        CREATE TABLE referral_sealing (
            hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
            part INTEGER NOT NULL REFERENCES referral_part (id),
            -- Of her colleague's recipient; one logged too long after can't be opened.
            month TEXT NOT NULL,
            day INTEGER NOT NULL,
            file_hash BLOB NOT NULL CHECK (length(file_hash) = 32)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX referral_sealing_of_part ON referral_sealing (part);

        -- The messages there were when it was sent.
        CREATE TABLE referral_report (
            referral INTEGER NOT NULL REFERENCES referral (id),
            report BLOB NOT NULL REFERENCES report (hash),
            PRIMARY KEY (referral, report)
        ) STRICT, WITHOUT ROWID;

        -- For a doctor, a lawyer, the police.
        CREATE TABLE sketch (
            conversation INTEGER NOT NULL PRIMARY KEY REFERENCES conversation (number),
            who TEXT NOT NULL,
            what TEXT NOT NULL,
            since TEXT NOT NULL,
            effects TEXT NOT NULL,
            wishes TEXT NOT NULL,
            risks TEXT NOT NULL,
            -- Words that are blacked out, one a line.
            redacted TEXT NOT NULL,
            day INTEGER NOT NULL,
            -- As the reporter was shown it, in which reply; empty and 0 before.
            shown_text TEXT NOT NULL,
            shown_reply INTEGER NOT NULL,
            -- The message in which the reporter agrees; empty before.
            agreed BLOB NOT NULL,
            -- Why it could not wait; empty where it can.
            danger TEXT NOT NULL,
            danger_day INTEGER NOT NULL
        ) STRICT;
        """
}
