internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Makes a counsellor's offline and online folders, and what the organisation must sign.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: help(
            en: "Make a counsellor's keys and folders.",
            nl: "Maak de sleutels en mappen van een vertrouwenspersoon."))

    @OptionGroup var home: HomeOptions
    @OptionGroup var collector: CollectorOptions

    @Option(
        name: [.customLong("organisation"), .customLong("link")],
        help: ArgumentHelp(
            en: "The organisation's link, or a file that holds it.",
            nl: "De link van de organisatie, of een bestand waar die in staat.",
            value: "link-or-file"))
    var link: String

    @Option(
        help: ArgumentHelp(
            en: "The list in force, if the organisation's first key is no longer in the link.",
            nl:
                "De lijst die geldt, als de eerste sleutel van de organisatie niet meer in de link staat.",
            value: "file"))
    var roster: String?

    @Option(
        help: ArgumentHelp(
            en: "Short name in the list: a-z, 0-9, -.", nl: "Korte naam in de lijst: a-z, 0-9, -.",
            value: "short-name"))
    var id: String?

    @Option(
        help: ArgumentHelp(
            en: "Name as reporters will see it.", nl: "Naam zoals melders die zien.", value: "name")
    )
    var name: String?

    @Option(
        help: ArgumentHelp(
            en: "internal, external or deputy.",
            nl: "internal (intern), external (extern) of deputy (vervanger).", value: "role"))
    var role: String?

    @Option(
        help: ArgumentHelp(
            en: "Languages, such as nl,en.", nl: "Talen, zoals nl,en.", value: "languages"))
    var languages = "nl"

    @Option(
        name: .customLong("way"),
        help: ArgumentHelp(
            en: "Another way to reach you; can be repeated.",
            nl: "Een andere manier om u te bereiken; mag vaker.", value: "way"))
    var ways: [String] = []

    @OptionGroup var hours: HoursOptions

    @Option(
        help: ArgumentHelp(
            en: "Months to make keys for.", nl: "Aantal maanden om sleutels voor te maken.",
            value: "count"))
    var months = MonthsCommand.defaultCount

    @Option(
        help: ArgumentHelp(
            en: "Where to write the enrolment file (default: ID.enrolment).",
            nl: "Waar het aanmeldbestand komt (anders KORTE-NAAM.enrolment).", value: "file"))
    var enrolment: String?

    func run() throws {
        try home.common.run { texts, console in
            let anchor = try AnchorReading(texts: texts).anchor(link)
            let genesis = try AnchorReading(texts: texts).genesis(of: anchor, roster: roster)
            let answers = try answers(texts, console)
            try texts.checkPlain(ways, "--way")
            let hours = try firstHours(texts, console)
            _ = try MonthsCommand.checked(months, texts)
            let places = NewCounsellor.Places(
                home: home.folder, collector: collector.folder,
                enrolment: enrolment ?? "\(answers.id).enrolment")
            try places.checkFree(for: answers.id)
            let passphrase = try NewPassphrase(texts: texts, console: console).choose(
                for: texts.setUp.vault, path: home.passphraseFile, option: "--passphrase-file")
            var new = NewCounsellor(
                owner: OfflineHome.Owner(id: answers.id, anchor: anchor, genesis: genesis),
                name: answers.name, role: answers.role, languages: answers.languages)
            (new.ways, new.hours, new.months) = (ways, hours, months)
            let counsellor = try new.make(
                in: places, passphrase: passphrase, today: currentDay())
            console.notice(texts.setUp.made(home.folder, collector.folder))
            console.notice(texts.setUp.managedComputer)
            console.notice(
                texts.setUp.handOver(
                    places.files(of: answers.id).map { "    " + $0 }.joined(separator: "\n")))
            console.notice(texts.recovery.thenMake)
            console.print(texts.setUp.fingerprint(Fingerprint.lines(of: counsellor)))
        }
    }

    private func firstHours(_ texts: Texts, _ console: Console) throws -> OfflineHome.Hours {
        var hours = OfflineHome.Hours(reads: [])
        // A script that doesn't say has none: nothing is promised for her.
        if self.hours.reads == nil, Console.inputIsTerminal {
            hours.reads = try answer(nil, texts.setUp.reads, "--reads", console) {
                try HoursOptions.weekdays($0, texts, option: $1)
            }
        }
        return try self.hours.changing(hours, texts)
    }

    /// What `check` makes of an option's value, or else of what a person types, who is asked again after
    /// a slip. It is told the option's name, nil for what was typed.
    private func answer<Value>(
        _ given: String?, _ question: String, _ option: String, _ console: Console,
        _ check: (String, String?) throws -> Value
    ) throws -> Value {
        if let given { return try check(given, option) }
        while true {
            let typed = try console.ask(question, option: option, mayBeEmpty: false)
            do { return try check(typed, nil) } catch let failure as CommandFailure {
                console.notice(failure.message)
            }
        }
    }

    private struct Answers {
        let id: String
        let name: String
        let role: Roster.Counsellor.Role
        let languages: [Language]
    }

    private func answers(_ texts: Texts, _ console: Console) throws -> Answers {
        let roles = Roster.Counsellor.Role.allCases
        let id = try answer(id, texts.setUp.id, "--id", console) { id, option in
            guard NewCounsellor.isIdentifier(id) else {
                throw texts.badValue(option, texts.failures.expected.shortName)
            }
            return id
        }
        let name = try answer(name, texts.setUp.name, "--name", console) { name, option in
            try texts.checkPlain([name], option)
            return name
        }
        let role: Roster.Counsellor.Role
        if let text = self.role {
            guard let named = Roster.Counsellor.Role(rawValue: text) else {
                throw texts.badValue("--role", roles.map(\.rawValue).joined(separator: ", "))
            }
            role = named
        } else {
            role =
                roles[
                    try console.choose(
                        texts.setUp.role, from: roles.map(texts.setUp.roles), option: "--role")]
        }
        let names = languages.split(separator: ",").map(String.init)
        let spoken = names.compactMap { Language(name: $0) }
        guard !spoken.isEmpty, spoken.count == names.count else {
            throw texts.badValue("--languages", texts.failures.expected.languages)
        }
        return Answers(id: id, name: name, role: role, languages: spoken)
    }
}
