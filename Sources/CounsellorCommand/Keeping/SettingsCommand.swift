internal import ArgumentParser
internal import Casework
internal import Desk
internal import Foundation
internal import Terminal

/// What is remembered for her: how long closed cases are kept, when the desk locks, folders.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: help(
            en: "How long cases are kept, when the desk locks, folders; and counts (offline).",
            nl:
                "Hoe lang zaken blijven, wanneer het bureau op slot gaat, mappen; en tellingen (zonder internet)."
        ),
        discussion: help(
            en: """
                What is not given stays as it was. The counts are of erased cases, and for you \
                alone: small numbers can point to somebody.
                """,
            nl: """
                Wat u niet geeft, blijft zoals het was. De tellingen zijn van gewiste zaken, en \
                alleen voor u: kleine aantallen kunnen iemand herkenbaar maken.
                """))

    @Option(
        help: ArgumentHelp(
            en: "Erase closed cases after so many months (1 to 120).",
            nl: "Wis afgesloten zaken na zoveel maanden (1 tot 120).", value: "months"))
    var retentionMonths: Int?
    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            en: "Whether the desk erases them on their day, once what was fetched then is read in.",
            nl: "Of het bureau ze op hun dag wist, zodra is ingelezen wat toen is opgehaald."))
    var eraseByItself: Bool?
    @Option(
        help: ArgumentHelp(
            en: "Lock the desk after so many minutes without use (1 to 120).",
            nl: "Het bureau op slot na zoveel minuten zonder gebruik (1 tot 120).",
            value: "minutes"))
    var idleMinutes: Int?
    @Option(
        help: ArgumentHelp(
            en: "The folder with what was fetched.", nl: "De map met wat is opgehaald.",
            value: "folder"))
    var mirror: String?
    @Option(
        help: ArgumentHelp(
            en: "The folder with answers.", nl: "De map met antwoorden.", value: "folder"))
    var outbox: String?
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            try check(retentionMonths, OfflineHome.retentionRange, "--retention-months", texts)
            try check(idleMinutes, OfflineHome.idleRange, "--idle-minutes", texts)
            let folders: [(String, OfflineHome.ChosenFolder)] = [
                try mirror.map { (try place($0, texts), .mirror) },
                try outbox.map { (try place($0, texts), .outbox) },
            ].compactMap { $0 }
            let home = try home.open(texts, console)
            let mustChoose = try home.together { home in
                let wasPutOff = try retentionMonths.map { try home.set(retention: $0) } ?? false
                if let eraseByItself { try home.choose(erasesByItself: eraseByItself) }
                if let idleMinutes { try home.choose(idleMinutes: idleMinutes) }
                for (path, folder) in folders { try home.remember(path, as: folder) }
                return wasPutOff && eraseByItself == nil
            }
            if mustChoose { console.notice(texts.keeping.chooseAgain) }
            let settings = try SettingsJSON(home)
            if output.json { return console.print(try json(settings)) }
            for line in texts.keeping.settings(settings) { console.print(line) }
            for figure in try home.figures() { console.print(texts.figure(figure)) }
        }
    }

    private func check(
        _ value: Int?, _ range: ClosedRange<Int>, _ option: String, _ texts: Texts
    ) throws {
        guard value.map(range.contains) ?? true else {
            throw texts.badValue(option, "\(range.lowerBound)–\(range.upperBound)")
        }
    }
}

/// A folder as a command names it, by its whole path. Refuses one on a stick that is not plugged in: it would be on this
/// computer's disk instead.
func place(_ path: String, _ texts: Texts) throws -> String {
    let here = FileManager.default.currentDirectoryPath
    guard let whole = Place.whole(path) ?? Place.whole("\(here)/\(path)"), !path.isEmpty else {
        throw texts.usage(texts.failures.notFound(inert(path)))
    }
    guard Place.isPluggedIn(whole) else {
        throw texts.usage(texts.keeping.noStick(inert(whole)))
    }
    return whole
}

extension Texts {
    /// How many erased cases were of a kind.
    fileprivate func figure(_ figure: Figure) -> String {
        let kind = [
            figure.route, trackName(figure.track), categoryName(figure.category), figure.outcome,
        ].filter { !$0.isEmpty }
        return "\(figure.year)  \(figure.count)  " + kind.joined(separator: ", ")
    }
}

/// What is remembered for her.
struct SettingsJSON: Encodable {
    /// Of erased cases.
    struct Count: Encodable {
        let year: Int
        let route: String
        let track: String
        let category: String
        let outcome: String
        let count: Int
    }

    let retentionMonths: Int
    let eraseByItself: Bool
    @OrNull var idleMinutes: Int?
    @OrNull var mirror: String?
    @OrNull var outbox: String?
    let figures: [Count]

    init(_ home: OfflineHome) throws {
        retentionMonths = try home.retention()
        eraseByItself = try home.erasesByItself()
        idleMinutes = try home.idleMinutes()
        mirror = try home.folder(.mirror)
        outbox = try home.folder(.outbox)
        figures = try home.figures().map {
            Count(
                year: $0.year, route: $0.route, track: $0.track, category: $0.category,
                outcome: $0.outcome, count: $0.count)
        }
    }
}
