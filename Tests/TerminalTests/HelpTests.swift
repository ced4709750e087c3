import Reporting
import Testing

@testable import Terminal

@Suite struct HelpTests {
    @Test func theLanguageStandsOnTheCommandLine() {
        #expect(LanguageOption.name(in: ["file", "--language", "nl"]) == "nl")
        #expect(LanguageOption.name(in: ["--language=nl", "file", "--language", "en"]) == "en")
        #expect(LanguageOption.name(in: ["file", "--language"])?.isEmpty == true)
        #expect(LanguageOption.name(in: ["file", "--", "--language", "nl"]) == nil)
    }

    @Test(arguments: [
        (
            "Unknown option '--hots'. Did you mean '--host'?",
            "de optie '--hots' is er niet; wel '--host'"
        ),
        ("Unknown option '-x'", "de optie '-x' is er niet"),
        ("Missing value for '--to <naam>'", "bij '--to <naam>' ontbreekt de waarde"),
        (
            "The option '--yes' does not take any value, but 'ja' was specified.",
            "bij '--yes' hoort geen waarde, maar er staat 'ja'"
        ),
        ("Missing expected argument '<map>'", "'<map>' ontbreekt"),
        ("The value 'x' is invalid for '<nummer>'", "'x' kan niet bij '<nummer>'"),
        ("Something new", "dit klopt niet in de opdracht: Something new"),
    ])
    func theParsersErrorsAreDutch(english: String, dutch: String) {
        #expect(DutchHelp.message(english) == dutch)
    }

    @Test func whatDoesNotBelongThereIsNotRepeated() {
        #expect(namesUnexpected("Unexpected argument 'x'"))
        #expect(namesUnexpected("10 unexpected arguments: 'x', 'y'"))
        #expect(!namesUnexpected("Unknown option '--x'"))
    }

    @Test func theParsersHelpIsDutch() {
        let english = """
            OVERVIEW: Doe iets.

            USAGE: x [<options>] <subcommand>

            OPTIONS:
              --n <aantal>            Hoe vaak. (default: 1)
              -h, --help              Show help information.

            MET INTERNET SUBCOMMANDS:
              y (default)             Iets.

              See 'x help <subcommand>' for detailed help.
            """
        #expect(
            DutchHelp.help(english) == """
                DOEL: Doe iets.

                GEBRUIK: x [<opties>] <opdracht>

                OPTIES:
                  --n <aantal>            Hoe vaak. (anders: 1)
                  -h, --help              Toon deze uitleg.

                MET INTERNET:
                  y (vanzelf)             Iets.

                  Zie 'x help <opdracht>' voor meer uitleg.
                """)
    }
}
