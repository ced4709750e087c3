internal import ArgumentParser
internal import Casework
internal import DurableFiles
internal import Reporting
internal import Terminal

/// Two of three sheets of words open what a forgotten passphrase, illness or death has shut.
struct RecoveryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recovery",
        abstract: help(
            en: "Recover with two of three sheets (offline).",
            nl: "Herstel met twee van de drie bladen (zonder internet)."),
        subcommands: [RecoveryMakeCommand.self, RecoveryOpenCommand.self])
}

/// Makes three sheets, and shows them one by one.
struct RecoveryMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: help(
            en: "Make three sheets; any two of them open your files.",
            nl: "Maak drie bladen; met twee ervan gaan uw bestanden open."),
        discussion: help(
            en: """
                One for the external counsellor, one for the works council, one for your deputy; never \
                two for one person, and none for the employer. Older sheets stop working here; an \
                older backup still opens with the sheets of its own time.
                """,
            nl: """
                Een voor de externe vertrouwenspersoon, een voor de ondernemingsraad, een voor uw \
                vervanger; nooit twee voor één mens, en geen voor de werkgever. Oudere bladen werken \
                hier niet meer; een oudere back-up gaat nog open met de bladen van toen.
                """))

    @Option(
        help: ArgumentHelp(
            en: "Write the sheets as text files to this new folder, to print; then destroy it.",
            nl:
                "Schrijf de bladen als tekst in deze nieuwe map, om te printen; vernietig die daarna.",
            value: "folder"))
    var sheets: String?
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console)
            let made = RecoverySheets(in: texts.language)
            let name = try home.organisationName().map { inert($0) } ?? home.host()
            let printed = texts.recovery.sheets(made, name, try home.id(), currentDay())
            if let sheets {
                try PrivateFolder.createEmpty(sheets)
                for (number, sheet) in printed.enumerated() {
                    try DurableFile.create(
                        "\(sheets)/\(texts.recovery.fileName(number + 1))",
                        with: [UInt8]((sheet + "\n").utf8))
                }
                try home.put(made, today: currentDay())
                console.notice(texts.recovery.written(sheets))
            } else {
                for sheet in printed {
                    // A person, one at a time: each is out of sight before the next comes.
                    console.notice("\u{1b}[2J\u{1b}[3J\u{1b}[H" + sheet + "\n")
                    _ = try console.ask(texts.recovery.next, option: "--sheets")
                }
                console.notice("\u{1b}[2J\u{1b}[3J\u{1b}[H")
                try home.put(made, today: currentDay())
            }
            console.print(texts.recovery.made(made.mark))
            console.notice(texts.recovery.backupNow)
        }
    }
}

/// Gives the files a new passphrase by two sheets.
struct RecoveryOpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: help(
            en: "Choose a new passphrase with the words of two sheets.",
            nl: "Kies een nieuwe wachtzin met de woorden van twee bladen."),
        discussion: help(
            en: "--home may also name the folder of a backup; then: counsellor restore.",
            nl: "--home mag ook de map van een back-up zijn; daarna: counsellor restore."))

    @Option(
        help: ArgumentHelp(
            en: "A file with the words of one sheet; give it twice.",
            nl: "Een bestand met de woorden van één blad; geef dit twee keer.", value: "file"))
    var sheetFile: [String] = []
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            OfflineHome.endRestoring(home.folder)
            guard OfflineHome.hasRecovery(home.folder) else {
                throw RecoveryError.noneMade(folder: home.folder)
            }
            guard sheetFile.isEmpty || sheetFile.count == 2 else {
                throw texts.badValue("--sheet-file", texts.failures.expected.twoSheets)
            }
            var words = try sheetFile.map {
                String(decoding: try DurableFile.read($0, limit: 4_096), as: UTF8.self)
            }
            if words.isEmpty {
                words = try [1, 2].map {
                    try console.ask(
                        texts.recovery.words($0), option: "--sheet-file", mayBeEmpty: false)
                }
            }
            try OfflineHome.checkSheets(home.folder, sheets: words)
            let passphrase = try NewPassphrase(texts: texts, console: console).choose(
                for: texts.setUp.vault, path: home.passphraseFile, option: "--passphrase-file")
            try OfflineHome.recover(home.folder, sheets: words, passphrase: passphrase)
            console.print(texts.recovery.recovered)
        }
    }
}
