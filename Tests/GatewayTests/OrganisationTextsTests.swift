import Gateway
import Testing

@Suite struct OrganisationTextsTests {
    private func read(_ text: String) throws(OrganisationTexts.Fault) -> OrganisationTexts {
        try OrganisationTexts(parsing: [UInt8](text.utf8))
    }

    @Test func whatAnAdministratorWrites() throws {
        let texts = try read(
            """
            \u{feff}# Our own words.
            language: nl
            welcome: Welkom.
              welcome :  Je mag ook bellen: 030 000 00 00.\r
            help: Bedrijfsarts
            for: klachten door het werk
            contact: 030 000 00 00

            help: Ondernemingsraad
            contact: or@linde.example
            language: en
            welcome: Welcome.
            """)
        #expect(
            texts.json == """
                {"nl":{"welcome":"Welkom.\\nJe mag ook bellen: 030 000 00 00.","help":[{"name":"Bedrijfsarts",\
                "for":"klachten door het werk","contact":"030 000 00 00"},{"name":"Ondernemingsraad","for":"",\
                "contact":"or@linde.example"}]},"en":{"welcome":"Welcome.","help":[]}}
                """)
    }

    @Test func nothingIsAnEmptyObject() throws {
        #expect(try read("").json == "{}")
        #expect(OrganisationTexts().json == "{}")
    }

    @Test func markupStaysText() throws {
        let texts = try read("language: en\nwelcome: </script><b>\"\\&' \u{202e}\u{200b}\n")
        #expect(
            texts.json.contains(
                #""welcome":"\u003c/script\u003e\u003cb\u003e\"\\\u0026\u0027 \#u{202e}\#u{200b}""#)
        )
    }

    @Test func faultsSayWhereAndWhat() {
        let long = String(repeating: "x", count: 201)
        let help = "help: x\ncontact: y\n"
        let cases: [(String, Int, OrganisationTexts.Reason)] = [
            ("welcome", 1, .noName), ("\n# x\nwelkom: x", 3, .unknown("welkom")),
            ("welcome: x", 1, .noLanguageYet("welcome")),
            ("language: Dutch", 1, .notALanguage("Dutch")),
            ("language:", 1, .empty("language")),
            ("language: nl\nlanguage: nl", 2, .languageTwice("nl")),
            ("language: nl\nfor: x", 2, .notUnderHelp("for")),
            ("language: nl\n\(help)contact: z", 4, .notUnderHelp("contact")),
            ("language: nl\nhelp: x\nfor: y", 3, .noContact("x")),
            ("language: nl\nhelp: x\nhelp: y", 3, .noContact("x")),
            ("language: nl\nhelp: \(long)", 2, .tooLong("help", limit: 200)),
            (
                "language: nl\nwelcome: " + String(repeating: long, count: 10), 2,
                .tooLong("welcome", limit: 2000)
            ),
            (
                "language: nl\n" + String(repeating: help, count: 21), 42,
                .tooMany("help", limit: 20)
            ),
            ("language: nl\nwelcome: \u{1b}[2J", 2, .controlCharacter),
        ]
        for (text, line, reason) in cases {
            #expect(throws: OrganisationTexts.Fault(line: line, reason: reason), "\(text)") {
                try OrganisationTexts(parsing: [UInt8](text.utf8))
            }
        }
        #expect(throws: OrganisationTexts.Fault(line: 1, reason: .notUTF8)) {
            try OrganisationTexts(parsing: [0xff])
        }
    }
}
