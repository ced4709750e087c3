import Terminal
import Testing

@Suite struct InertTests {
    @Test func controlsAreShownNotActedOn() {
        #expect(inert("a\u{1B}[31mb") == "a␛[31mb")
        #expect(inert("a\u{7F}\u{9B}") == "a␡⟨U+009B⟩")
        #expect(inert("a\u{0}b") == "a␀b")
    }

    @Test func directionAndWidthAreShown() {
        #expect(inert("\u{202E}moc") == "⟨U+202E⟩moc")
        #expect(inert("a\u{200B}b\u{FEFF}\u{00AD}") == "a⟨U+200B⟩b⟨U+FEFF⟩⟨U+00AD⟩")
        #expect(inert("\u{E0041}") == "⟨U+E0041⟩")
    }

    @Test func lineFeedsStayOnlyWhereLinesAreExpected() {
        #expect(inert("a\nb\tc", lines: true) == "a\nb\tc")
        #expect(inert("a\nb\tc") == "a␊b␉c")
        #expect(inert("a\r\nb", lines: true) == "a␍\nb")
    }

    @Test func ordinaryTextStays() {
        #expect(inert("Café – één ‘molen’ 🙂") == "Café – één ‘molen’ 🙂")
    }

    @Test func lettersOfAnotherScriptInAWordAreShown() {
        #expect(inert("p\u{430}ypal.nl") == "p\u{430}⟨U+0430⟩ypal.nl")
        #expect(inert("\u{391}BN \u{3BF}k") == "\u{391}⟨U+0391⟩BN \u{3BF}⟨U+03BF⟩k")
        // What can't be seen ends no word, and a word without Latin letters may mix two others.
        #expect(inert("p\u{200B}\u{430}") == "p⟨U+200B⟩\u{430}⟨U+0430⟩")
        #expect(inert("\u{43C}\u{3BF}\u{43C}") == "\u{43C}\u{3BF}⟨U+03BF⟩\u{43C}")
        #expect(inert("\u{FF41}bc") == "\u{FF41}⟨U+FF41⟩bc")
    }

    @Test func wordsOfOneScriptStay() {
        for text in [
            "Анна-Maria", "Ολα καλά", "это не тест", "Zoë café ﬁn 12€", "日本語 text", "한국어로",
        ] {
            #expect(inert(text) == text)
        }
    }

    @Test func wrappingKeepsIndentAndEmptyLines() {
        #expect(wrapped("  - een twee drie", width: 12) == "  - een twee\n    drie")
        #expect(wrapped("  een twee drie\n\nvier", width: 10) == "  een twee\n  drie\n\nvier")
        #expect(wrapped("  een twee drie", width: 10, hanging: 2) == "  een twee\n    drie")
    }
}
