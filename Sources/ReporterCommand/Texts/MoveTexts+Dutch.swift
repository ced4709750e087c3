extension MoveTexts {
    static let dutch = MoveTexts(
        askOld: "Eerst je oude woorden: die iemand anders kan hebben gezien.",
        means: [
            """
            Je gaat verder met tien nieuwe woorden. Zodra de vertrouwenspersoon dit heeft gelezen, \
            komt het antwoord bij de nieuwe woorden. Wie alleen je oude woorden heeft, kan die \
            antwoorden niet lezen.
            """,
            """
            Wat dit niet doet: de oude woorden worden niet geblokkeerd. Wie ze heeft, kan de \
            antwoorden van eerder blijven lezen, en kan ermee schrijven alsof jij het bent.
            """,
        ],
        others: """
            Schreef je ook nog aan iemand anders? Die blijft antwoorden bij de oude woorden, tenzij \
            die dit ook krijgt. Stop dan hier, en noem iedereen met --to.
            """,
        tellSomething: """
            Wie je oude woorden heeft, kan dit ook doen. Vertel daarom iets wat je eerder schreef \
            en wat in geen van de antwoorden staat: zo is te zien dat jij het bent. Met je oude \
            woorden is niet te lezen wat je zelf schreef.
            """,
        addText: "Wil je er iets bij schrijven? (ja/nee)",
        body: "Ik ga verder met nieuwe woorden. Schrijf mij vanaf nu alleen nog hier.",
        newCode: NewCodeTexts(
            keepWords: """
                Dit zijn je NIEUWE tien woorden. Er is nog niets verstuurd. Bewaar ze eerst, niet \
                op de plek waar de oude lagen. Alleen daarmee lees je de volgende antwoorden. \
                Niemand kan ze voor je terugvinden.
                """,
            sendNow: "Heb je de tien nieuwe woorden bewaard, en wil je nu versturen? (ja/nee)",
            notSent: """
                Er is niets verstuurd. De tien nieuwe woorden hierboven zijn nergens voor nodig; \
                gooi ze weg. Je oude woorden werken nog.
                """),
        fromNow: [
            """
            Kijk vanaf nu met je nieuwe woorden. Tot dit gelezen is, kan er nog een antwoord bij de \
            oude woorden komen: kijk daar ook nog, tot er bij de nieuwe een antwoord is.
            """,
            "Schrijf vanaf nu alleen met de nieuwe woorden.",
        ])
}
