import Testing

@testable import Desk

/// Names to choose from.
@Suite struct ShownNamesTests {
    @Test func namesThatReadTheSameAreToldApart() {
        let names = ShownNames([
            ("intern", "Robin Voorbeeld"), ("extern", "robin  voorbeeld"),
            ("derde", "Kim Voorbeeld"),
        ])
        #expect(names["intern"] == "Robin Voorbeeld (intern)")
        #expect(names["extern"] == "robin  voorbeeld (extern)")
        #expect(names["derde"] == "Kim Voorbeeld" && names["nobody"] == "nobody")
    }

    @Test func lettersOfAnotherScriptAreMarked() {
        let names = ShownNames([("intern", "Robin"), ("extern", "R\u{43E}bin")])
        #expect(names["intern"] == "Robin" && names["extern"] == "R\u{43E}⟨U+043E⟩bin")
    }
}
