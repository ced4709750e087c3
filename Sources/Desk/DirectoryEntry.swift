package import Casework
package import Reporting
internal import Terminal
package import TransparencyLog

/// Someone who helps, built in or kept in the vault.
package struct DirectoryEntry: Sendable, Equatable {
    /// Of what is kept in the vault; nil for a built-in one as it came.
    package let id: Int?
    package let contact: Contact

    /// Whether nobody looked for a year whether it is still right.
    package func isOld(today: Day) -> Bool {
        today.number - contact.checked.number > HelpLine.freshDays
    }
}

extension OfflineHome {
    /// The organisation's own and hers, by name, then the built-in ones, each as she changed it.
    ///
    /// A built-in one `replaces` its own name, also unchanged.
    package func directory(in language: Language) throws -> [DirectoryEntry] {
        let kept = try contacts()
        let builtIn = HelpLine.all.map { line in
            if let changed = kept.first(where: { $0.contact.replaces == line.name }) {
                return DirectoryEntry(id: changed.id, contact: changed.contact)
            }
            var contact = Contact(
                owner: .builtIn, name: line.name, purpose: line.purpose(in: language),
                reach: line.contact, checked: HelpLine.asOf)
            contact.replaces = line.name
            return DirectoryEntry(id: nil, contact: contact)
        }
        return kept.filter { $0.contact.owner != .builtIn }.map {
            DirectoryEntry(id: $0.id, contact: $0.contact)
        } + builtIn
    }
}
