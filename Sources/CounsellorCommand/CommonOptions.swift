internal import ArgumentParser
internal import Casework
internal import DurableFiles
internal import Foundation
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// What every command is told.
struct CommonOptions: ParsableArguments {
    @OptionGroup var language: LanguageOption

    var texts: Texts { .of(.ofCommandLine) }
    var console: Console { Console(language: .ofCommandLine) }

    /// Runs a command's body; whatever it throws becomes an error in the chosen language.
    func run(_ body: (Texts, Console) throws -> Void) throws {
        let (texts, console) = (texts, console)
        try texts.explaining { try body(texts, console) }
    }

    /// The same around waiting.
    func run(_ body: (Texts, Console) async throws -> Void) async throws {
        let (texts, console) = (texts, console)
        try await texts.explaining { try await body(texts, console) }
    }
}

/// Where the offline files are, and how they are opened.
struct HomeOptions: ParsableArguments {
    static let defaultHome = "~/.local/share/sottovoce"

    @Option(
        help: ArgumentHelp(
            en:
                "The counsellor's offline folder (default: \(HomeOptions.defaultHome), or in XDG_DATA_HOME).",
            nl:
                "De offline map van de vertrouwenspersoon (anders \(HomeOptions.defaultHome), of in XDG_DATA_HOME).",
            value: "folder"))
    var home: String?

    @Option(
        help: ArgumentHelp(
            en: "Read the passphrase from this file's first line; - is standard input.",
            nl: "Lees de wachtzin uit de eerste regel van dit bestand; - is standaardinvoer.",
            value: "file"))
    var passphraseFile: String?

    @OptionGroup var common: CommonOptions

    var folder: String { home.map(expanded) ?? dataFolder("sottovoce") }

    /// Asks for the passphrase and opens the home, for work that a wrong clock would harm.
    func open(_ texts: Texts, _ console: Console, _ clock: ClockOptions) throws -> OfflineHome {
        let home = try open(texts, console)
        try home.checkClock(today: currentDay(), isRight: clock.clockIsRight)
        return home
    }

    /// Asks for the passphrase and opens the home.
    func open(_ texts: Texts, _ console: Console) throws -> OfflineHome {
        try OfflineHome(opening: folder, passphrase: passphrase(texts, console))
    }

    /// Asks for the passphrase of a whole home, for work that needs it besides opening.
    func passphrase(_ texts: Texts, _ console: Console) throws -> SecretBytes {
        try OfflineHome.checkWhole(folder)
        return try console.secret(
            texts.setUp.passphrase, path: passphraseFile, option: "--passphrase-file")
    }
}

/// What a person says about the clock.
struct ClockOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            en: "The date of this computer is right, though far from the last day it knew of.",
            nl: "De datum van deze computer klopt, al ligt de laatste dag die hij kende ver weg."))
    var clockIsRight = false
}

/// Where the online files are.
struct CollectorOptions: ParsableArguments {
    static let defaultFolder = "~/.local/share/sottovoce-collector"

    @Option(
        help: ArgumentHelp(
            en:
                "The online folder (default: \(CollectorOptions.defaultFolder), or in XDG_DATA_HOME).",
            nl: "De online map (anders \(CollectorOptions.defaultFolder), of in XDG_DATA_HOME).",
            value: "folder"))
    var collector: String?

    var folder: String { collector.map(expanded) ?? dataFolder("sottovoce-collector") }
}

/// A path whose `~` is replaced by HOME, as a shell does; without HOME by the user's home.
private func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environment("HOME") else {
        return NSString(string: path).expandingTildeInPath
    }
    return home + path.dropFirst()
}

/// A folder of this name where the user's data are. Source: XDG Base Directory Specification 0.8.
private func dataFolder(_ name: String) -> String {
    guard let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") else {
        return expanded("~/.local/share/\(name)")
    }
    return "\(data)/\(name)"
}

/// An environment variable that is set and not empty.
private func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
}

/// The clock's day, in UTC.
func currentDay() -> Day { Day(secondsSince1970: Int(Date().timeIntervalSince1970.rounded(.down))) }
