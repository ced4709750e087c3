package import ArgumentParser
internal import Foundation
package import Reporting

/// The language of a run: `--language`, else the environment's.
///
/// It is known before anything is parsed, for help and what is wrong with a command line have it too.
package struct LanguageOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "nl (Nederlands) or en (English). By default the system's language.",
            nl: "nl (Nederlands) of en (English). Anders de taal van het systeem.",
            value: "nl|en"))
    package var language: String?

    package init() {}

    /// What stands behind the last `--language` of a command line; nil where there is none.
    static func name(in arguments: [String]) -> String? {
        var name: String?
        for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
            if argument == "--" { break }
            if argument == "--language" { name = next }
            if argument.hasPrefix("--language=") { name = String(argument.dropFirst(11)) }
        }
        return name
    }
}

extension Language {
    /// The language of this run.
    package static let ofCommandLine =
        LanguageOption.name(in: Array(ProcessInfo.processInfo.arguments.dropFirst()))
        .flatMap { Language(name: $0) } ?? ofEnvironment()
}
