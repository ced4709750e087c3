extension AlarmTexts {
    static let dutch = AlarmTexts(
        notProven: {
            """
            het meldpunt kan niet bewijzen dat het eerlijk is: \($0). Er is niets verstuurd. Stuur \
            hier niets; bel de vertrouwenspersoon en vertel dit, of bel een hulplijn
            """
        },
        notProvenHint:
            "met reporter check --evidence MAP kun je bewaren wat het meldpunt liet zien",
        answersOnly: {
            """
            LET OP: het meldpunt kan niet bewijzen dat het eerlijk is: \($0). Of je melding is \
            aangekomen, is nu niet te zien. Antwoorden die je straks ziet, zijn wel echt. Stuur \
            hier niets nieuws. Bel of spreek af; hierboven staat hoe.
            """
        },
        unsigned: "zijn register van wat er aankomt, is niet goed ondertekend",
        malformed: "zijn register van wat er aankomt, is beschadigd of niet compleet",
        fork: """
            het ondertekende twee verschillende registers van wat er aankomt. Het laat dus niet \
            iedereen hetzelfde zien; dat is bewezen
            """,
        altered: "in zijn register van wat er aankomt, is iets veranderd",
        rewound: "uit zijn register van wat er aankomt, is iets weggehaald",
        missingDay: { "in zijn register van wat er aankomt, ontbreekt de dag na \($0)" },
        repeated:
            "het zet een ouder bericht een tweede keer in zijn register: er kan dus een nieuwer ontbreken",
        shortened: "in zijn register ontbreken maanden die bewaard moeten blijven",
        stale: { last, today in
            (last.map { "zijn register is sinds \($0) niet bijgewerkt" }
                ?? "zijn register is nooit bijgewerkt")
                + " (op deze computer is het \(today); klopt dat niet, zet de klok dan goed)"
        },
        falseConfirmation: { "een bevestiging van \($0) in zijn register is vals" },
        notesWithheld: """
            het houdt iets achter: misschien een nieuwere lijst met vertrouwenspersonen
            """,
        withheld: "het houdt iets achter dat het aan iedereen moet laten zien",
        notLogged: "de lijst met vertrouwenspersonen die het geeft, staat niet in zijn register",
        notConfirmed: { name, message, last in
            """
            LET OP: \(name) heeft nog niet opgehaald wat je op \(message) stuurde. Dat had al \
            gemoeten.
            """
                + (last.map { " De laatste keer was op \($0)." }
                    ?? " Er is nog nooit iets opgehaald.")
                + " Schreef je aan \(name)? Bel, of kies iemand anders."
        },
        confirmationHidden: {
            """
            LET OP: \($0) had wat je op \($1) stuurde: dat zie je aan het antwoord. Maar het meldpunt \
            laat niet zien dat het is opgehaald. Er is dus daar iets mis, niet bij \($0). Bel en \
            vertel dit.
            """
        },
        monthWithheld: """
            LET OP: het meldpunt houdt de antwoorden van deze maand achter, die het aan iedereen \
            moet laten zien. Er kan meer voor je zijn dan je hier ziet. Stuur hier niets nieuws. \
            Probeer een ander netwerk, of probeer het later; blijft het zo, bel dan.
            """,
        answerWithheld: {
            """
            LET OP: op \($1) kwam er een antwoord van \($0) voor je binnen, en het meldpunt geeft \
            het niet. Dat is bewezen. Bel en vertel dit.
            """
        },
        answerReplaced: {
            """
            LET OP: op \($1) kwam er een antwoord van \($0) voor je binnen, en het meldpunt geeft \
            iets anders. Dat is bewezen. Bel en vertel dit.
            """
        },
        splitView: {
            """
            LET OP: het meldpunt laat jou iets anders zien dan \($0). Dat blijkt uit het antwoord \
            van \($1). Dat antwoord is echt. Wat hier staat over ophalen, misschien niet. Stuur \
            hier niets nieuws. Bel en vertel dit.
            """
        },
        claimed: {
            """
            LET OP: volgens het meldpunt heeft \($0) iets bevestigd, maar dat is vals. We tellen \
            niets mee dat van \($0) zou komen. Bel en vertel dit.
            """
        },
        missing: {
            """
            LET OP: op \($0) beloofde het meldpunt je bericht te bewaren, en het is er niet. Dat is \
            bewezen, met het bestand \($1): bewaar dat goed. Stuur hier niets nieuws. Bel de \
            vertrouwenspersoon en vertel dit.
            """
        },
        late: {
            """
            LET OP: op \($0) beloofde het meldpunt je bericht te bewaren, maar dat gebeurde pas op \
            \($1). Het is er nu wel. Vertel dit als je belt of schrijft.
            """
        },
        otherWays: "Het kan altijd ook zo; hulplijnen staan bij reporter organisation:")
}
