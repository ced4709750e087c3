internal import ArgumentParser
internal import Casework
internal import Desk
internal import Terminal
internal import TransparencyLog

/// Who helps: the built-in directory, the organisation's own, and hers.
struct ContactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contacts",
        abstract: help(
            en: "Who helps, and when that was last checked (offline).",
            nl: "Wie kan helpen, en wanneer dat is nagekeken (zonder internet)."),
        subcommands: [
            ContactListCommand.self, ContactKeepCommand.self, ContactRemoveCommand.self,
        ],
        defaultSubcommand: ContactListCommand.self)
}

/// Lists them.
struct ContactListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: help(en: "List them.", nl: "Noem ze."))

    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let all = try home.open(texts, console).directory(in: texts.language)
            if output.json { return console.print(try json(ContactsJSON(all))) }
            for entry in all { console.print(texts.keeping.contact(entry, currentDay())) }
        }
    }
}

/// Adds one, changes one, or says that one was checked today.
struct ContactKeepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep",
        abstract: help(
            en: "Add or change one; it counts as checked today.",
            nl: "Voeg er een toe of pas er een aan; hij geldt als vandaag nagekeken."),
        discussion: help(
            en: "What is not given stays as it was. With only a number: it was checked.",
            nl: "Wat u niet geeft, blijft zoals het was. Met alleen een nummer: hij is nagekeken."))

    @Argument(
        help: ArgumentHelp(
            en: "The number of one that is kept; without it a new one.",
            nl: "Het nummer van een bewaard contact; anders komt er een bij.", value: "number"))
    var id: Int?
    @Option(
        help: ArgumentHelp(
            en: "In the place of the built-in one of this name.",
            nl: "In plaats van het ingebouwde met deze naam.", value: "name"))
    var builtIn: String?
    @Option(
        help: ArgumentHelp(en: "own or organisation", nl: "own of organisation", value: "whose"))
    var whose: String?
    @Option(help: ArgumentHelp(en: "The name.", nl: "De naam.", value: "text")) var name: String?
    @Option(help: ArgumentHelp(en: "What for.", nl: "Waarvoor.", value: "text"))
    var purpose: String?
    @Option(help: ArgumentHelp(en: "How to reach them.", nl: "Hoe te bereiken.", value: "text"))
    var reach: String?
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console)
            try texts.checkPlain([name, purpose, reach].compactMap { $0 }, nil)
            let entry = try changed(in: home.directory(in: texts.language), texts)
            var contact =
                entry?.contact
                ?? Contact(owner: .own, name: "", purpose: "", reach: "", checked: currentDay())
            if let whose {
                guard contact.owner != .builtIn, let owner = Contact.Owner(rawValue: whose),
                    owner != .builtIn
                else { throw texts.badValue("--whose", "own, organisation") }
                contact.owner = owner
            }
            contact.name = name ?? contact.name
            contact.purpose = purpose ?? contact.purpose
            contact.reach = reach ?? contact.reach
            contact.checked = currentDay()
            try home.keep(contact, id: entry?.id)
            let all = try home.directory(in: texts.language)
            console.print(
                output.json ? try json(ContactsJSON(all)) : texts.keeping.saved)
        }
    }

    /// nil for a new one.
    private func changed(in all: [DirectoryEntry], _ texts: Texts) throws -> DirectoryEntry? {
        guard id != nil || builtIn != nil else { return nil }
        let found = all.first { id == nil ? $0.contact.replaces == builtIn : $0.id == id }
        guard let found, id == nil || builtIn == nil else {
            throw texts.usage(texts.keeping.noContact)
        }
        return found
    }
}

/// Removes one.
struct ContactRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: help(
            en: "Remove one; a built-in one is there again as it came.",
            nl: "Verwijder er een; een ingebouwd contact staat er weer zoals het was."))

    @Argument(help: ArgumentHelp(en: "Its number.", nl: "Het nummer.", value: "number"))
    var id: Int
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console)
            guard try home.contacts().contains(where: { $0.id == id }) else {
                throw texts.usage(texts.keeping.noContact)
            }
            try home.remove(contact: id)
            let all = try home.directory(in: texts.language)
            console.print(
                output.json ? try json(ContactsJSON(all)) : texts.keeping.removed)
        }
    }
}

private struct ContactsJSON: Encodable {
    struct One: Encodable {
        @OrNull var id: Int?
        /// `own`, `organisation`, `built-in`.
        let whose: String
        @OrNull var builtIn: String?
        let name: String
        let purpose: String
        let reach: String
        let checked: String
        /// Nobody checked it for a year.
        let old: Bool
    }

    let contacts: [One]

    init(_ all: [DirectoryEntry]) {
        contacts = all.map { entry in
            let contact = entry.contact
            return One(
                id: entry.id, whose: contact.owner.rawValue,
                builtIn: contact.replaces.isEmpty ? nil : contact.replaces, name: contact.name,
                purpose: contact.purpose, reach: contact.reach, checked: contact.checked.text,
                old: entry.isOld(today: currentDay()))
        }
    }
}
