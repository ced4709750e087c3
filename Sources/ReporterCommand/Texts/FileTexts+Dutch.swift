internal import Terminal

extension FileTexts {
    static let dutch = FileTexts(
        welcome: {
            """
            Schrijven aan de vertrouwenspersonen van \($0). Je naam is niet nodig. Bellen of \
            afspreken is net zo goed: zie reporter organisation.
            """
        },
        danger: """
            Nu in gevaar? Bel 112. We lezen dit niet meteen en weten niet waar je bent.
            Denk je aan zelfdoding? Bel 113 of 0800-0113 (gratis).
            Onder de 18? De Kindertelefoon helpt ook: 0800-0432 (gratis).
            """,
        traces: """
            Je verhaal kan laten zien wie je bent: let op namen, plaatsen en dagen. Gebruik liever niet \
            de telefoon, computer of wifi van je werk.
            """,
        limits: """
            De vertrouwenspersoon houdt geheim wat je vertelt. Er zijn uitzonderingen: iemand is \
            in ernstig gevaar, of de wet of een rechter verplicht tot spreken. Als het kan, \
            hoor je dat eerst.
            """,
        doors: "Wat wil je?",
        doorChoices: ["Ik wil praten", "Ik heb een vraag", "Ik wil iets melden"],
        doorPrompt: "Je keuze:",
        complaint: "Wat moet er met je melding gebeuren? Je kunt dit later nog veranderen.",
        complaintChoices: [
            "Dat weet ik nog niet. Overleg eerst met mij", "Ik wil een klacht indienen",
            "Ik wil een misstand melden (Wet bescherming klokkenluiders)",
        ],
        aboutThem: """
            Wie mag het lezen? Gaat het over een van deze mensen, of over iemand die dicht bij hen \
            staat? Kies dan iemand anders.
            """,
        readers: """
            Wie je niet kiest, kan het niet lezen. Wie je wel kiest, ziet ook wie je nog meer \
            koos. Kies er een, twee of drie.
            """,
        readersPrompt: "Nummers, met een spatie ertussen:",
        onlyThese: { "Alleen deze mensen kunnen dit lezen: \($0)." },
        category: "Waar gaat het over? Je mag dit overslaan, ook met alleen Enter.",
        categorySkip: "Overslaan",
        categoryPrompt: "Je keuze:",
        message: {
            """
            Schrijf je verhaal. Twee regels zijn genoeg; er passen ongeveer \($0) tekens. Druk op \
            Enter na elke regel. Klaar? Typ dan een regel met alleen een punt.
            """
        },
        charactersLeft: {
            "\(counted($0, "teken", "tekens")) geschreven; er is nog plaats voor ongeveer \($1)."
        },
        empty: "Er staat nog niets. Twee regels zijn genoeg.",
        notSentYet: "NOG NIET VERSTUURD",
        newCode: NewCodeTexts(
            keepWords: """
                Je melding is nog NIET verstuurd. Bewaar eerst deze tien woorden. Dit is je \
                ontvangstcode. Alleen daarmee lees je het antwoord. Niemand kan ze voor je \
                terugvinden.
                """,
            sendNow: "Heb je de tien woorden bewaard, en wil je nu versturen? (ja/nee)",
            notSent:
                "Er is niets verstuurd. De tien woorden hierboven zijn nergens voor nodig; gooi ze weg."
        ),
        whatLosingMeans: """
            Schrijf ze op, of bewaar ze op je eigen telefoon. Print niet op het werk. Een foto kan \
            vanzelf in je cloud komen. Wie deze woorden vindt, kan de antwoorden ook lezen. Kwijt? \
            Dan kun je opnieuw schrijven, of bellen. Je eigen tekst kun je met de woorden niet \
            teruglezen. Op een ander apparaat met dezelfde woorden ga je verder met hetzelfde \
            gesprek.
            """,
        savedTo: { "De woorden staan in het bestand \($0). Wie dat bestand opent, kan ze lezen." },
        typeBackOffer: "Wil je de woorden overtypen, om te zien of je ze goed hebt? (ja/nee)",
        typeBackRight: "Goed. Dit zijn je tien woorden.",
        typeBackWrong:
            "Dit zijn andere woorden dan die hierboven. Kijk nog eens wat je hebt opgeschreven.")
}
