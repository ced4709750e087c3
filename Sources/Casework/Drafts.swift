internal import GRDB

/// A text that was typed in a form and not sent.
package struct Draft: Sendable, Equatable {
    /// The path that the form is sent to, such as `cases/3/reply`.
    package let form: String
    /// The field's name in the form.
    package let field: String
    /// What stood there before, where the desk proposed it; else empty.
    package var proposed = ""
    package let body: String

    package init(form: String, field: String, proposed: String = "", body: String) {
        self.form = form
        self.field = field
        self.proposed = proposed
        self.body = body
    }

    /// The case it is about; 0 for none.
    fileprivate var number: Int {
        let parts = form.split(separator: "/")
        return parts.count > 1 && parts[0] == "cases" ? Int(parts[1]) ?? 0 : 0
    }
}

extension OfflineHome {
    /// All of them, by form and field.
    package func drafts() throws -> [Draft] {
        try vault.database.read {
            try Row.fetchAll(
                $0, sql: "SELECT form, field, proposed, body FROM form_draft ORDER BY form, field"
            ).map {
                Draft(
                    form: $0["form"], field: $0["field"], proposed: $0["proposed"],
                    body: $0["body"])
            }
        }
    }

    /// Keeps what is typed so far, over what was kept of this field; an empty text keeps none. Throws `unknownCase`.
    package func keep(_ draft: Draft) throws {
        let number = draft.number
        let kept = try vault.database.read { database -> String in
            if number != 0 { try CaseRecords.requireCase(number, in: database) }
            return try String.fetchOne(
                database, sql: "SELECT body FROM form_draft WHERE form = ? AND field = ?",
                arguments: [draft.form, draft.field]) ?? ""
        }
        guard kept != draft.body else { return }
        try vault.save { database in
            try database.execute(
                sql: "DELETE FROM form_draft WHERE form = ? AND field = ?",
                arguments: [draft.form, draft.field])
            guard !draft.body.isEmpty else { return }
            try database.execute(
                sql: "INSERT INTO form_draft VALUES (?, ?, ?, ?, ?)",
                arguments: [draft.form, draft.field, number, draft.proposed, draft.body])
        }
    }

    /// Drops what was kept of a form that is being sent. It reaches the disk with what that saves, and comes back
    /// when nothing is saved.
    package func drop(draftsOf form: String) throws {
        try vault.database.write {
            try $0.execute(sql: "DELETE FROM form_draft WHERE form = ?", arguments: [form])
        }
    }

    /// The answer that was begun and not sent; empty for none.
    package func draft(_ number: Int) throws -> String {
        let form = Self.replyForm(number)
        return try drafts().first { $0.form == form }?.body ?? ""
    }

    /// Keeps an answer typed so far. Throws `unknownCase`.
    package func save(draft: String, for number: Int) throws {
        try keep(Draft(form: Self.replyForm(number), field: "text", body: draft))
    }

    private static func replyForm(_ number: Int) -> String { "cases/\(number)/reply" }
}
