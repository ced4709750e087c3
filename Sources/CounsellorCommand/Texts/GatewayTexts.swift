internal import TransparencyLog

/// What goes wrong with the gateway, or on the way there.
struct GatewayTexts: Sendable {
    let unreachable: Sentence
    let proxyUnreachable: @Sendable (_ proxy: String) -> Sentence
    let notOpen: Sentence
    let full: Sentence
    let insecureConnection: Sentence
    let uncertain: @Sendable (_ name: String) -> Sentence
    let refused: @Sendable (_ status: Int) -> Sentence
    let notShown: Sentence
    let malformedAnswer: Sentence
    let badAddress: Sentence
    let withheld: @Sendable (_ count: Int, _ first: String) -> Sentence
    let vanished: @Sendable (_ count: Int, _ first: String) -> Sentence
    let neverGiven: @Sendable (_ count: Int, _ first: String) -> Sentence
    let late: @Sendable (_ count: Int, _ first: String, _ day: Day) -> Sentence
    let badProxy: Sentence
    let onionNeedsProxy: Sentence
    let badPromise: @Sendable (_ name: String) -> Sentence
    let promiseDay: @Sendable (_ promised: Day, _ today: Day) -> Sentence
}

extension GatewayTexts {
    static let english = GatewayTexts(
        unreachable: Sentence(
            "the reporting point can't be reached, or stopped answering; nothing was changed there",
            hint: "try again later; what was fetched stays"),
        proxyUnreachable: {
            Sentence(
                "Tor (or another proxy) does not answer at \($0); nothing was sent",
                hint: "start Tor, or see what address it has: usually socks5://127.0.0.1:9050")
        },
        notOpen: Sentence(
            "the reporting point isn't open yet (no list of counsellors is published) or can't answer now",
            hint:
                "ask the organisation whether it has published the list; otherwise try again later"),
        full: Sentence(
            "the reporting point has no room left; it stored nothing",
            hint: "tell the organisation: its disk is full"),
        insecureConnection: Sentence(
            "the connection is not safe: the reporting point's certificate is not trusted; nothing was sent",
            hint: "try another network, or ask whoever runs it about its certificate"),
        uncertain: {
            Sentence(
                "it is not certain whether \($0) arrived",
                hint: "run the same command again: sending twice is not possible")
        },
        refused: {
            Sentence(
                "the reporting point refused (HTTP \($0))",
                hint: "check this computer's date and time, and whether the list in force names you"
            )
        },
        notShown: Sentence(
            "the reporting point holds back what it must show to everyone; nothing was sent or confirmed",
            hint: """
                try again, over another network too; if it stays like this, call the organisation: reporters can't \
                see what became of their reports
                """),
        malformedAnswer: Sentence(
            "the reporting point's answer is not one this program knows: nothing of it was used",
            hint: """
                what answers may not be your organisation's reporting point: see whether the link is right, try \
                another network, and install the newest version
                """),
        badAddress: Sentence(
            "the reporting point's address must be https://…, or http:// on this computer or .onion"
        ),
        withheld: {
            Sentence(
                $0 == 1
                    ? "the reporting point lists 1 message that it doesn't give (\($1)), or gives in another form"
                    : "the reporting point lists \($0) messages that it doesn't give (the first: \($1)), or gives in another form",
                hint: "the others are fetched; if it stays like this, call the organisation")
        },
        vanished: {
            Sentence(
                $0 == 1
                    ? "the reporting point has let go of 1 message that waited there (\($1)): it did not put it in its register, or put it there as something else"
                    : "the reporting point has let go of \($0) messages that waited there (the first: \($1)): it did not put them in its register, or put them there as something else",
                hint:
                    "what was fetched of them is still here: import it; and call the organisation: its reporting point drops messages. Nothing was confirmed. Then go on with --accept-dropped"
            )
        },
        neverGiven: {
            Sentence(
                $0 == 1
                    ? "the reporting point listed 1 message (\($1)) and let it go without ever giving it"
                    : "the reporting point listed \($0) messages (the first: \($1)) and let them go without ever giving them",
                hint:
                    "call the organisation: its reporting point drops messages. Nothing was confirmed. Then go on with --accept-dropped"
            )
        },
        late: {
            Sentence(
                $0 == 1
                    ? "the reporting point is late with 1 message of \($2.text) (\($1)): that day was closed without it"
                    : "the reporting point is late with \($0) messages, the first of \($2.text) (\($1)): that day was closed without it",
                hint:
                    "what it gave is fetched and can be imported; call the organisation: its reporting point delays messages. Nothing was confirmed this time"
            )
        },
        badProxy: Sentence("--proxy must look like socks5://127.0.0.1:9050"),
        onionNeedsProxy: Sentence(
            "an onion address needs Tor", hint: "--proxy socks5://127.0.0.1:9050"),
        badPromise: {
            Sentence(
                "the reporting point's receipt for \($0) is not right",
                hint: "try again; if it stays like this, call the organisation")
        },
        promiseDay: {
            Sentence(
                "the reporting point took it on \($0.text), and this computer says it is \($1.text)",
                hint: "set the date of this computer right and try again")
        })

    static let dutch = GatewayTexts(
        unreachable: Sentence(
            "het meldpunt is niet bereikbaar, of gaf geen antwoord meer; daar is niets veranderd",
            hint: "probeer het later weer; wat opgehaald is blijft"),
        proxyUnreachable: {
            Sentence(
                "Tor (of een andere proxy) antwoordt niet op \($0); er is niets verstuurd",
                hint: "start Tor, of kijk welk adres het heeft: meestal socks5://127.0.0.1:9050")
        },
        notOpen: Sentence(
            "het meldpunt is nog niet open (er is geen lijst bekendgemaakt) of kan nu niet antwoorden",
            hint: "vraag de organisatie of de lijst er al staat; probeer het anders later weer"),
        full: Sentence(
            "het meldpunt heeft geen plaats meer; er is niets bewaard",
            hint: "zeg het de organisatie: de schijf daar is vol"),
        insecureConnection: Sentence(
            """
            de verbinding is niet veilig: het certificaat van het meldpunt wordt niet vertrouwd; er \
            is niets verstuurd
            """,
            hint: "probeer een ander netwerk, of vraag de beheerder naar het certificaat"),
        uncertain: {
            Sentence(
                "het is niet zeker of \($0) is aangekomen",
                hint: "geef dezelfde opdracht nog eens: dubbel sturen kan niet")
        },
        refused: {
            Sentence(
                "het meldpunt weigerde (HTTP \($0))",
                hint: "controleer datum en tijd van deze computer, en of u in de lijst staat")
        },
        notShown: Sentence(
            "het meldpunt houdt iets achter dat het aan iedereen moet laten zien; er is niets verstuurd of bevestigd",
            hint: """
                probeer het weer, ook via een ander netwerk; blijft dit zo, bel dan de organisatie: melders \
                kunnen niet zien wat er van hun melding werd
                """),
        malformedAnswer: Sentence(
            "dit programma kent het antwoord van het meldpunt niet: er is niets van gebruikt",
            hint: """
                wat antwoordt is misschien niet het meldpunt van uw organisatie: controleer de link, probeer \
                een ander netwerk, en installeer de nieuwste versie
                """),
        badAddress: Sentence(
            "het adres van het meldpunt moet https://… zijn, of http:// op deze computer of .onion"),
        withheld: {
            Sentence(
                $0 == 1
                    ? "het meldpunt noemt 1 bericht dat het niet geeft (\($1)), of in een andere vorm"
                    : "het meldpunt noemt \($0) berichten die het niet geeft (het eerste: \($1)), of in een andere vorm",
                hint: "de andere zijn opgehaald; blijft dit zo, bel dan de organisatie")
        },
        vanished: {
            Sentence(
                $0 == 1
                    ? "het meldpunt heeft 1 bericht laten vallen dat daar wachtte (\($1)): het staat niet in het register, of als iets anders"
                    : "het meldpunt heeft \($0) berichten laten vallen die daar wachtten (het eerste: \($1)): ze staan niet in het register, of als iets anders",
                hint:
                    "wat ervan is opgehaald staat hier nog: lees dat in; en bel de organisatie, want haar meldpunt laat berichten vallen. Er is niets bevestigd. Ga daarna verder met --accept-dropped"
            )
        },
        neverGiven: {
            Sentence(
                $0 == 1
                    ? "het meldpunt noemde 1 bericht (\($1)) en liet het vallen zonder het ooit te geven"
                    : "het meldpunt noemde \($0) berichten (het eerste: \($1)) en liet ze vallen zonder ze ooit te geven",
                hint:
                    "bel de organisatie, want haar meldpunt laat berichten vallen. Er is niets bevestigd. Ga daarna verder met --accept-dropped"
            )
        },
        late: {
            Sentence(
                $0 == 1
                    ? "het meldpunt is te laat met 1 bericht van \($2.text) (\($1)): die dag is zonder dit bericht afgesloten"
                    : "het meldpunt is te laat met \($0) berichten, het eerste van \($2.text) (\($1)): die dag is zonder dat bericht afgesloten",
                hint:
                    "wat het gaf is opgehaald en kan worden ingelezen; bel de organisatie, want haar meldpunt vertraagt berichten. Er is deze keer niets bevestigd"
            )
        },
        badProxy: Sentence("--proxy moet eruitzien als socks5://127.0.0.1:9050"),
        onionNeedsProxy: Sentence(
            "voor een onion-adres is Tor nodig", hint: "--proxy socks5://127.0.0.1:9050"),
        badPromise: {
            Sentence(
                "het ontvangstbewijs van het meldpunt voor \($0) klopt niet",
                hint: "probeer het weer; blijft dit zo, bel dan de organisatie")
        },
        promiseDay: {
            Sentence(
                "het meldpunt nam het aan op \($0.text), en volgens deze computer is het \($1.text)",
                hint: "zet de datum van deze computer goed en probeer het weer")
        })
}
