extension CodeTexts {
    static let dutch = CodeTexts(
        prompt: "Je tien woorden:",
        visible: """
            Typ de tien woorden van je ontvangstcode. Ze zijn op het scherm te zien: kijk of \
            niemand meekijkt. Vier letters per woord is genoeg. Kun je een woord niet lezen? Typ \
            dan een ?.
            """,
        more: count,
        morePrompt: "Typ de rest (of alleen Enter om opnieuw te beginnen):",
        tooMany: count,
        emptyFile: { "het bestand \($0) is leeg; daar moeten je tien woorden in staan" },
        unknownWord: { "Woord \($0), \"\($1)\", klopt niet: zo'n woord staat niet in de lijst." },
        unknownWordNear: { "Woord \($0), \"\($1)\", klopt niet. Lijkt het op een van deze? \($2)" },
        tooManyUnreadable: """
            Meer dan twee woorden zijn onleesbaar. Twee kunnen we terugvinden, meer niet. Kijk nog \
            eens goed.
            """,
        invalid: """
            Deze tien woorden horen niet bij elkaar. Er zijn minstens twee woorden fout, of de \
            volgorde is anders. Kijk ze een voor een na.
            """,
        notRight: { "Woord \($0) klopt niet: er staat \"\($1)\". Bedoel je \($2)?" },
        unreadable: { "Woord \($0) moet \($1) zijn." },
        missing: { "Er ontbreekt een woord. Op plaats \($0) hoort \($1)." },
        surplus: { "Er is een woord te veel: woord \($0), \"\($1)\"." },
        exchanged: { "De woorden \($0) en \($1) zijn verwisseld." },
        moved: { "Woord \($0) hoort op plaats \($1)." },
        reordered: { "De woorden staan in een andere volgorde. De goede volgorde is: \($0)." },
        isThatRight: "Klopt dat? (ja/nee)",
        unproven: "We kunnen niet nagaan of de andere woorden kloppen. Kijk ze goed na.",
        again: "Probeer het opnieuw.",
        option: "--code-file BESTAND",
        notAsked: { "de ontvangstcode klopt niet. \($0)" })

    private static let count: @Sendable (Int) -> String = {
        ($0 == 1 ? "Dat is 1 woord" : "Dat zijn \($0) woorden") + ". Het moeten er tien zijn."
    }
}
