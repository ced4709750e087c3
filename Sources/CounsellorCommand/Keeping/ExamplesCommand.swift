internal import ArgumentParser
internal import Casework
internal import Desk
internal import Reporting
internal import Terminal

/// Words to begin an answer with, a set a language: the built-in ones, as she changed them, and her own.
struct ExamplesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "examples",
        abstract: help(
            en: "Examples of answers, and your own (offline).",
            nl: "Voorbeelden van antwoorden, en die van uzelf (zonder internet)."),
        discussion: help(
            en: "Each language has its own: choose with --language.",
            nl: "Elke taal heeft eigen voorbeelden: kies met --language."),
        subcommands: [
            ExampleListCommand.self, ExampleShowCommand.self, ExampleKeepCommand.self,
            ExampleRemoveCommand.self,
        ],
        defaultSubcommand: ExampleListCommand.self)
}

/// Lists their names.
struct ExampleListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: help(en: "List them.", nl: "Noem ze."))

    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let all = try home.open(texts, console).examples(texts)
            if output.json { return console.print(try json(ExamplesJSON(all, texts))) }
            for one in all { console.print(texts.keeping.example(one)) }
        }
    }
}

/// Which one.
struct ExampleName: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            en: "Its name from the list.", nl: "De naam uit de lijst.", value: "name"))
    var name: String
}

/// Shows one whole: it is to be made her own before it goes.
struct ExampleShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: help(en: "Show one.", nl: "Toon er een."),
        discussion: help(
            en: "Make it your own before you send it.",
            nl: "Maak er uw eigen tekst van voor u hem verstuurt."))

    @OptionGroup var example: ExampleName
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let one = try home.open(texts, console).example(example.name, texts)
            console.print(
                output.json ? try json(ExamplesJSON.One(one)) : inert(one.text, lines: true))
        }
    }
}

/// Changes one, or adds one.
struct ExampleKeepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep",
        abstract: help(
            en: "Change one, or add your own.", nl: "Pas er een aan, of voeg er een toe."))

    @Argument(
        help: ArgumentHelp(
            en: "Its name from the list; without it a new one.",
            nl: "De naam uit de lijst; anders komt er een bij.", value: "name"))
    var name: String?
    @Option(
        help: ArgumentHelp(
            en: "For which situation.", nl: "Voor welke situatie.", value: "text"))
    var title: String?
    @OptionGroup var message: MessageOptions
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    /// More fits in no answer.
    private static let capacity = 1 << 16

    func run() throws {
        try home.common.run { texts, console in
            guard name != nil || title != nil else {
                throw texts.usage(texts.keeping.titleNeeded)
            }
            try texts.checkPlain([title].compactMap { $0 }, "--title")
            let home = try home.open(texts, console)
            let old = try name.map { try home.example($0, texts) }
            let text = try message.text(
                texts.keeping.typeExample, capacity: Self.capacity, console)
            try home.keep(
                template: old?.id, replacing: old?.key ?? "",
                title: title ?? old?.title ?? "", body: text, in: texts.language)
            console.print(
                output.json
                    ? try json(ExamplesJSON(home.examples(texts), texts)) : texts.keeping.saved)
        }
    }
}

/// Removes one of hers.
struct ExampleRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: help(
            en: "Remove one of yours; a built-in one is there again as it came.",
            nl: "Verwijder er een van u; een ingebouwd voorbeeld staat er weer zoals het was."))

    @OptionGroup var example: ExampleName
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console)
            guard let id = try home.example(example.name, texts).id else {
                throw texts.usage(texts.keeping.notChanged)
            }
            try home.remove(template: id)
            console.print(
                output.json
                    ? try json(ExamplesJSON(home.examples(texts), texts)) : texts.keeping.removed)
        }
    }
}

extension OfflineHome {
    /// The examples in the language of a command.
    fileprivate func examples(_ texts: Texts) throws -> [Example] {
        try SharedWords(texts.language).examples(templates(in: texts.language))
    }

    fileprivate func example(_ name: String, _ texts: Texts) throws -> Example {
        guard let found = try examples(texts).first(where: { $0.name == name }) else {
            throw texts.usage(texts.keeping.noExample(inert(name)))
        }
        return found
    }
}

private struct ExamplesJSON: Encodable {
    struct One: Encodable {
        let name: String
        let title: String
        let text: String
        /// Not among the built-in ones.
        let own: Bool
        /// Hers, or a built-in one with other words.
        let changed: Bool

        init(_ example: Example) {
            (name, title, text) = (example.name, example.title, example.text)
            (own, changed) = (example.key == nil, example.id != nil)
        }
    }

    let language: String
    let examples: [One]

    init(_ all: [Example], _ texts: Texts) {
        language = texts.language.rawValue
        examples = all.map { One($0) }
    }
}
