internal import GRDB
internal import Reporting
package import TransparencyLog

/// Someone who helps: an organisation's own, hers, or a built-in one that she changed.
package struct Contact: Sendable, Equatable {
    package enum Owner: String, Sendable, CaseIterable {
        case builtIn = "built-in"
        case organisation, own
    }

    package var owner: Owner
    /// The name of the built-in one it stands in for; empty for others.
    package var replaces = ""
    package var name: String
    package var purpose: String
    package var reach: String
    /// When somebody last saw that it is right.
    package var checked: Day

    package init(owner: Owner, name: String, purpose: String, reach: String, checked: Day) {
        self.owner = owner
        self.name = name
        self.purpose = purpose
        self.reach = reach
        self.checked = checked
    }
}

extension OfflineHome {
    /// All that are kept in the vault, each with its number, by name.
    package func contacts() throws -> [(id: Int, contact: Contact)] {
        try vault.database.read {
            try Row.fetchAll($0, sql: "SELECT * FROM contact ORDER BY name, id").map {
                var contact = Contact(
                    owner: Contact.Owner(rawValue: $0["owner"]) ?? .own, name: $0["name"],
                    purpose: $0["purpose"], reach: $0["reach"], checked: Day(number: $0["checked"]))
                contact.replaces = $0["replaces"]
                return (id: $0["id"], contact: contact)
            }
        }
    }

    /// Keeps a contact; `id` is that of one that is changed. Throws `emptyText` without a name.
    package func keep(_ contact: Contact, id: Int? = nil) throws {
        guard !VisibleText.isBlank(contact.name) else {
            throw CaseworkError.emptyText
        }
        try vault.save { database in
            try database.execute(
                sql: "DELETE FROM contact WHERE id = ? OR replaces = ? AND replaces <> ''",
                arguments: [id, contact.replaces])
            try database.execute(
                sql: """
                    INSERT INTO contact (id, owner, replaces, name, purpose, reach, checked)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, contact.owner.rawValue, contact.replaces, contact.name, contact.purpose,
                    contact.reach, contact.checked.number,
                ])
        }
    }

    /// Removes one; a built-in one that it stood in for is there again.
    package func remove(contact id: Int) throws {
        try vault.save {
            try $0.execute(sql: "DELETE FROM contact WHERE id = ?", arguments: [id])
        }
    }
}
