internal import GRDB
package import Reporting

/// Words to begin an answer with: her own, or in place of a built-in example.
package struct ReplyTemplate: Sendable, Equatable {
    package let id: Int
    package let language: Language
    /// The built-in one it stands in for; empty for one of her own.
    package let replaces: String
    package let title: String
    package let body: String
}

extension OfflineHome {
    /// Hers in a language, in the order they were made.
    package func templates(in language: Language) throws -> [ReplyTemplate] {
        try vault.database.read {
            try Row.fetchAll(
                $0, sql: "SELECT * FROM template WHERE language = ? ORDER BY id",
                arguments: [language.rawValue]
            ).map {
                ReplyTemplate(
                    id: $0["id"], language: language, replaces: $0["replaces"], title: $0["title"],
                    body: $0["body"])
            }
        }
    }

    /// Keeps a template.
    ///
    /// - Parameters:
    ///   - id: of one of hers that is changed; nil for a new one.
    ///   - replaces: the built-in one it stands in for; empty for one of her own.
    /// - Throws: `emptyText`.
    package func keep(
        template id: Int?, replacing replaces: String, title: String, body: String,
        in language: Language
    ) throws {
        guard ![title, body].contains(where: VisibleText.isBlank) else {
            throw CaseworkError.emptyText
        }
        try vault.save { database in
            try database.execute(
                sql: """
                    DELETE FROM template WHERE language = :language
                        AND replaces = :replaces AND replaces <> ''
                    """, arguments: ["language": language.rawValue, "replaces": replaces])
            try database.execute(
                sql: """
                    INSERT INTO template (id, language, replaces, title, body)
                    VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET title = excluded.title,
                        body = excluded.body
                    """, arguments: [id, language.rawValue, replaces, title, body])
        }
    }

    /// Removes one of hers; a built-in one that it stood in for is there again.
    package func remove(template id: Int) throws {
        try vault.save {
            try $0.execute(sql: "DELETE FROM template WHERE id = ?", arguments: [id])
        }
    }
}
