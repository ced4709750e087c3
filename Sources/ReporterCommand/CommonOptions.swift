internal import ArgumentParser
internal import Reporting
internal import Terminal

/// What every command takes.
///
/// Nothing of it is saved anywhere.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The link on your organisation's poster or card, in quotes, or a file that holds it.",
            valueName: "link-or-file"))
    var organisation: String?

    @Option(help: "nl (Nederlands) or en (English). By default the system's language.")
    var language: String?

    @Option(
        help: ArgumentHelp(
            "Reach the gateway through this SOCKS5 proxy, which resolves names: Tor's is socks5://127.0.0.1:9050.",
            valueName: "socks5://host:port"))
    var proxy: String?

    /// The texts to talk in.
    ///
    /// Throws for a language that there is not.
    func texts() throws(CommandFailure) -> Texts {
        guard let language else { return .of(.ofEnvironment()) }
        guard let known = Language(name: language) else {
            throw CommandFailure(
                Texts.of(.ofEnvironment()).failures.unknownLanguage,
                status: CommandFailure.Status.usage)
        }
        return .of(known)
    }
}

/// Where the receipt code comes from.
struct CodeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Read the receipt code from this file (- for standard input) instead of asking for it.",
            valueName: "file"))
    var codeFile: String?
}

/// Where a text comes from.
struct MessageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Read the text from this file (- for standard input) instead of asking for it.",
            valueName: "file"))
    var messageFile: String?
}
