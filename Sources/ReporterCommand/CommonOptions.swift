internal import ArgumentParser
internal import Reporting
internal import Terminal

/// What every command takes.
///
/// Nothing of it is saved anywhere.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en:
                "The link on your organisation's poster or card, in quotes, or a file that holds it.",
            nl:
                "De link van de poster of pas van je organisatie, tussen aanhalingstekens, of een bestand waar die in staat.",
            value: "link-or-file"))
    var organisation: String?

    @OptionGroup var language: LanguageOption

    @Option(
        help: ArgumentHelp(
            en:
                "Reach the gateway through this SOCKS5 proxy, which resolves names: Tor's is socks5://127.0.0.1:9050.",
            nl:
                "Bereik het meldpunt via deze SOCKS5-proxy, die ook namen opzoekt: die van Tor is socks5://127.0.0.1:9050.",
            value: "socks5://host:port"))
    var proxy: String?

    /// The texts to talk in.
    var texts: Texts { .of(.ofCommandLine) }
}

/// Where the receipt code comes from.
struct CodeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en:
                "Read the receipt code from this file (- for standard input) instead of asking for it.",
            nl:
                "Lees de ontvangstcode uit dit bestand (- voor de standaardinvoer) in plaats van ernaar te vragen.",
            value: "file"))
    var codeFile: String?
}

/// Where proofs are kept, only when asked for.
struct EvidenceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en:
                "Keep proofs in this folder, which is made. Who finds them sees that a report was made.",
            nl:
                "Bewaar bewijzen in deze map, die gemaakt wordt. Wie ze vindt, ziet dat er gemeld is.",
            value: "folder"))
    var evidence: String?
}

/// Who reads what is written in a conversation, where it is not who answered.
struct OtherReadersOptions: ParsableArguments {
    @Option(
        name: .customLong("to"),
        help: ArgumentHelp(
            en: "To whom instead, by name; one to three times.",
            nl: "Aan wie in plaats daarvan, met naam; een tot drie keer.", value: "name"))
    var readers: [String] = []
}

/// How what is sealed is sent.
struct SendingOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            en: "Ask nothing, send at once.", nl: "Vraag niets, verstuur meteen."))
    var yes = false

    @Option(
        help: ArgumentHelp(
            en:
                "Keep the sealed envelope in this file until it is surely sent; see 'reporter send'.",
            nl:
                "Bewaar de dichte envelop in dit bestand tot hij zeker verstuurd is; zie 'reporter send'.",
            value: "file"))
    var keep: String?

    @OptionGroup var evidence: EvidenceOptions
}

extension SendingOptions {
    /// What the exit status of everything that sends means, for its help.
    static var statuses: String {
        help(
            en: """
                Exit status 0: accepted; 75: uncertain; anything else: not sent, and 69 when the \
                reporting point could not be reached or did not take it. After 75 the sealed \
                envelope is in a file, which is named: that of --keep, or a new one in the current \
                folder (beside that of --code-out). Send that with 'reporter send': it can't \
                arrive twice.
                """,
            nl: """
                Exitstatus 0: aangenomen; 75: onzeker; al het andere: niet verstuurd, en 69 als \
                het meldpunt niet te bereiken was of het niet aannam. Na 75 staat de dichte \
                envelop in een bestand, dat genoemd wordt: dat van --keep, of een nieuw in deze \
                map (naast dat van --code-out). Verstuur dat met 'reporter send': dubbel aankomen \
                kan niet.
                """)
    }
}

/// Where a text comes from.
struct MessageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "Read the text from this file (- for standard input) instead of asking for it.",
            nl:
                "Lees de tekst uit dit bestand (- voor de standaardinvoer) in plaats van ernaar te vragen.",
            value: "file"))
    var messageFile: String?
}
