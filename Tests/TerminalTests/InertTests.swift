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

    @Test func wrappingKeepsIndentAndEmptyLines() {
        #expect(wrapped("  - een twee drie", width: 12) == "  - een twee\n    drie")
        #expect(wrapped("  een twee drie\n\nvier", width: 10) == "  een twee\n  drie\n\nvier")
    }
}
