extension ReplyTexts {
    static let dutch = ReplyTexts(
        toAnswered: { "Dit gaat naar wie je antwoordde: \($0)." },
        notOthers: """
            Schreef je ook aan iemand anders? Die krijgt dit niet. Noem iedereen die het moet \
            krijgen, elk met --to NAAM.
            """,
        notAnswered: { "Dit gaat niet naar wie je ook antwoordde: \($0)." },
        addOthers: """
            Schreef je ook aan iemand die niet heeft geantwoord? Die krijgt dit niet, en kan \
            verdergaan. Wil je iemand toevoegen? (ja/nee)
            """,
        nobodyAnswered: """
            Er heeft nog niemand geantwoord. Kies dezelfde mensen als de eerste keer: dit \
            programma onthoudt niet aan wie je schreef.
            """,
        nothingFound: {
            """
            met deze tien woorden is geen antwoord gevonden, en dit programma onthoudt niet aan wie \
            je schreef; er is niets verstuurd. Kloppen de woorden? Zeg dan wie mag lezen met \
            --to NAAM, dezelfde mensen als de eerste keer. Kies uit: \($0)
            """
        },
        gone: { "\($0) werkt hier niet meer en kan dit niet krijgen. Kies iemand anders met --to" },
        message: {
            """
            Schrijf je bericht; er passen ongeveer \($0) tekens. Druk op Enter na elke regel. Klaar? \
            Typ dan een regel met alleen een punt.
            """
        },
        sendNow: "Nu versturen? (ja/nee)",
        askAgree: {
            "\($0) vraagt of dit gedeeld mag worden met \($1). Vind je dat goed? (ja/nee)"
        },
        noQuestion:
            "er is geen vraag over doorverwijzen gevonden; schrijf zonder --agree of --decline",
        referralGone: {
            """
            je kunt nu niet op deze manier aan \($0) schrijven; er is niets verstuurd. Schrijf zonder \
            --agree en vraag hoe het verder gaat
            """
        },
        referralUnknown: {
            """
            de vraag is of dit gedeeld mag worden met "\($0)", maar zo iemand staat niet in de \
            lijst met vertrouwenspersonen; er is niets verstuurd. Schrijf zonder --agree en vraag \
            wie dat is
            """
        },
        agreeBody: "Ik vind het goed dat dit wordt gedeeld.",
        declineBody: "Ik wil niet dat dit wordt gedeeld.",
        bothSides: "geef --agree of --decline, niet allebei",
        withdrawMeans: """
            Je vraagt hiermee: stop, doe hier niets mee. Wat al gelezen is, blijft gelezen. Is \
            iemand in ernstig gevaar, dan kan de vertrouwenspersoon toch iets moeten doen.
            """,
        withdrawBody: "Stop. Ik wil dat jullie hier niets mee doen.",
        withdrawConfirm: "Wil je dit versturen? (ja/nee)",
        sameCode: "Je tien woorden blijven dezelfde.",
        maySkip: "Dit is afgesloten. Twee vragen; je mag ze overslaan met Enter.",
        skip: "Deze vraag overslaan",
        addition: """
            Wil je er iets bij zeggen? Dat hoeft niet. Sluit af met een regel met alleen een punt.
            """,
        notClosed: """
            --settled en --treated-badly zijn vragen na het afsluiten, en dit is niet afgesloten. Schrijf zonder die opties
            """,
        unknownAnswer: { "\($0): geef een van deze antwoorden: \($1)" })
}
