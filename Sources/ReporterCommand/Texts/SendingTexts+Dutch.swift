extension SendingTexts {
    static let dutch = SendingTexts(
        sending: "Versturen…",
        working: """
            Het duurt iets langer, omdat het druk is: je computer maakt eerst een rekensom, zodat \
            niemand het meldpunt kan overspoelen. Wacht even…
            """,
        sent: { "VERSTUURD. Het meldpunt heeft het op \($0) aangenomen." },
        shownTomorrow: """
            Vanaf morgen kun je met je tien woorden zien dat het bewaard is, en wie het ophaalde.
            """,
        readsWhen: "Wie leest wanneer:",
        lookAgain: {
            "Kijk opnieuw op \($0), met: reporter check. Je hebt dan je tien woorden nodig."
        },
        otherWays: "Komt er niets? Dan kan het ook zo:",
        noOtherWays:
            "Komt er niets? Schrijf dan iemand anders, of bel een hulplijn (reporter organisation).",
        traces: """
            Sluit straks dit venster: wie terugbladert, ziet wat je schreef en je tien woorden. De \
            lijst met eerdere opdrachten kan bewaren dat je dit programma gebruikte.
            """,
        unreachable: "NIET VERSTUURD. Het meldpunt is niet te bereiken; er is niets weggegaan.",
        uncertain: "ONZEKER. We weten niet of je melding is aangekomen.",
        notTrusted: """
            ONZEKER. Er kwam een antwoord, maar dat bewijst niet dat je melding is aangenomen.
            """,
        otherDay: {
            """
            ONZEKER. Het meldpunt zegt dat het \($0) is, deze computer zegt \($1). Een van de twee \
            klokken staat verkeerd. Zet de klok van je computer goed.
            """
        },
        refused: { "NIET VERSTUURD. Het meldpunt nam het niet aan (antwoord \($0))." },
        busy:
            "NIET VERSTUURD. Het meldpunt heeft het nu te druk. Probeer het over een paar minuten opnieuw.",
        full: """
            NIET VERSTUURD. Het meldpunt heeft geen plaats meer en heeft niets bewaard. Probeer \
            het later opnieuw, of bel de vertrouwenspersoon.
            """,
        proxyUnreachable: {
            "NIET VERSTUURD. Op \($0) antwoordt geen proxy (Tor); er is niets weggegaan."
        },
        keepOffer: """
            Wil je de dichte envelop bewaren in een bestand, om later te versturen? Niemand kan \
            hem op deze computer lezen, ook jij niet. (ja/nee)
            """,
        keepName: "Naam van het bestand:",
        kept: {
            "Bewaard in \($0). Versturen kan tot en met \($1), met: reporter send \($0) --organisation 'LINK'"
        },
        notSentKept:
            "NIET VERSTUURD. De dichte envelop is bewaard; je tien woorden horen erbij, bewaar die ook",
        againIsSafe: "Probeer het opnieuw. Dubbel aankomen kan het dan niet.",
        uncertainKept: {
            """
            verstuur dezelfde envelop nog een keer, met: reporter send \($0). Dubbel aankomen kan \
            dan niet, en je tien woorden blijven dezelfde
            """
        },
        uncertainNotKept: """
            de envelop is niet bewaard. Schrijf je het opnieuw, dan wordt dat een tweede melding. \
            Kijk liever eerst met je tien woorden of er antwoord komt, met: reporter check
            """,
        notSentHint:
            "er is niets verstuurd; met --keep BESTAND bewaar je de dichte envelop om later te versturen",
        removed: { "Het bestand \($0) is niet meer nodig en is weggehaald." },
        notRemoved: {
            "Het bestand \($0) is niet meer nodig, maar kon niet worden weggehaald. Haal het zelf weg."
        },
        keptMalformed: {
            "\($0) is geen bewaarde envelop, of hij is beschadigd; er is niets verstuurd"
        },
        keptTooOld: {
            """
            deze envelop is van \($0) en kon tot en met \($1) verstuurd worden: daarna kan de \
            vertrouwenspersoon hem misschien niet meer openen. Er is niets verstuurd. Schrijf \
            opnieuw met reporter file
            """
        },
        keptTooNew: {
            """
            deze envelop is van \($0), maar op deze computer is het \($1). Waarschijnlijk staat de \
            klok verkeerd: zet hem goed. Er is niets verstuurd
            """
        },
        keptOther: """
            deze envelop is voor een andere organisatie dan jouw link noemt; er is niets \
            verstuurd. Gebruik de link waarmee je hem schreef
            """)
}
