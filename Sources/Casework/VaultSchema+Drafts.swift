// What is typed in a form and not sent yet.
extension VaultSchema {
    static let drafts = """
        CREATE TABLE form_draft (
            -- The path that the form is sent to, and the field's name in it.
            form TEXT NOT NULL CHECK (length(form) > 0),
            field TEXT NOT NULL CHECK (length(field) > 0),
            -- The case it is about, with which it is erased; 0 for none.
            conversation INTEGER NOT NULL CHECK (conversation >= 0),
            -- What the desk had put into the field, where that may be another thing next time; else empty.
            proposed TEXT NOT NULL,
            body TEXT NOT NULL CHECK (length(body) > 0),
            PRIMARY KEY (form, field)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX form_draft_of_conversation ON form_draft (conversation);

        INSERT INTO form_draft
        SELECT 'cases/' || conversation || '/reply', 'text', conversation, '', body FROM draft
        WHERE length(body) > 0;
        DROP TABLE draft;
        """
}
