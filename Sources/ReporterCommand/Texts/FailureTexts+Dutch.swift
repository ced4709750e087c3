internal import Terminal

extension FailureTexts {
    static let dutch = FailureTexts(
        noLink: """
            geef de link van de poster of pas van je organisatie met --organisation \
            'https://…/#root=…', tussen aanhalingstekens, of een bestand waar die link in staat
            """,
        malformedLink: """
            dit is geen link van een meldpunt. Zo'n link begint met https:// en heeft #root= erin; \
            neem hem helemaal over van de poster of pas, tussen aanhalingstekens
            """,
        cannotReadLink: {
            "het bestand \($0) kan niet gelezen worden; daar moet de link van de organisatie in staan"
        },
        insecureLink: """
            deze link begint met http://, en dat is niet veilig. Gebruik de link met https:// van \
            de poster of pas
            """,
        onionNeedsProxy:
            "dit adres is alleen via Tor te bereiken; start Tor en geef het adres van Tor met --proxy",
        proxyHint: "bij Tor is dat meestal --proxy socks5://127.0.0.1:9050",
        proxyUnreachable: {
            "op \($0) antwoordt geen proxy (Tor); er is niets verstuurd. Start Tor, of kijk welk adres het heeft"
        },
        malformedProxy: "--proxy moet eruitzien als socks5://127.0.0.1:9050",
        unreachable: {
            "het meldpunt \($0) is niet te bereiken; er is niets verstuurd. Kijk of je internet hebt en probeer het later opnieuw"
        },
        insecureConnection: {
            """
            de verbinding met \($0) is niet veilig: wie daar antwoordt, kan niet bewijzen dat dit \
            het meldpunt is. Er is niets verstuurd. Probeer het via een ander netwerk, niet dat \
            van je werk, of bel de vertrouwenspersoon
            """
        },
        unreachableHint:
            "lukt het niet? Bel de vertrouwenspersoon of een van de hulplijnen hierboven",
        withheld: """
            het meldpunt houdt iets achter dat het aan iedereen moet laten zien. Er is niets \
            verstuurd. Probeer het via een ander netwerk of later opnieuw; blijft het zo, bel dan \
            de vertrouwenspersoon
            """,
        busy:
            "het meldpunt heeft het nu te druk en nam niets aan. Probeer het over een paar minuten opnieuw",
        notOpen: """
            het meldpunt is nog niet open, of kan nu niet antwoorden; er is niets verstuurd. \
            Probeer het later opnieuw, en vraag het de organisatie als het zo blijft
            """,
        tooLarge:
            "het meldpunt stuurde veel meer dan kan kloppen; er is niets verstuurd. Probeer het later opnieuw",
        malformedAnswer: """
            het antwoord van het meldpunt klopt niet: het is veranderd of niet compleet. Er is \
            niets verstuurd. Probeer het via een ander netwerk of later opnieuw
            """,
        noRoster: """
            het meldpunt zegt niet wie de vertrouwenspersonen zijn. Er is niets verstuurd. Vraag \
            de organisatie of het meldpunt al open is
            """,
        malformedRoster: """
            de lijst met vertrouwenspersonen is beschadigd. Er is niets verstuurd. Bel de \
            vertrouwenspersoon
            """,
        unsigned: """
            de lijst met vertrouwenspersonen is niet ondertekend met de handtekeningen uit jouw \
            link. Er is niets verstuurd. Gebruik deze link niet: vraag een nieuwe aan iemand die \
            je vertrouwt
            """,
        signedByOneOnly: {
            """
            van de twee handtekeningen die jouw link noemt, staat er maar een onder de lijst met \
            vertrouwenspersonen: \($0) ontbreekt. Er is niets verstuurd. Bel de vertrouwenspersoon
            """
        },
        badSignature: {
            """
            de handtekening van \($0) onder de lijst met vertrouwenspersonen is vals. Er is niets \
            verstuurd. Bel de vertrouwenspersoon en vertel dit
            """
        },
        expired: {
            """
            de lijst met vertrouwenspersonen gold tot en met \($0). Op deze computer is het \($1). \
            Klopt die datum? Dan is de lijst te oud: bel de vertrouwenspersoon. Klopt hij niet, \
            zet de klok dan goed
            """
        },
        notYetValid: {
            """
            de lijst met vertrouwenspersonen geldt pas vanaf \($0). Op deze computer is het \($1). \
            Waarschijnlijk staat de klok van deze computer verkeerd: zet hem goed en probeer het \
            opnieuw
            """
        },
        otherMonth: {
            """
            op deze computer is het \($0), maar bij het meldpunt is het een andere maand. \
            Waarschijnlijk staat de klok van deze computer verkeerd: zet hem goed en probeer het \
            opnieuw. Er is niets verstuurd
            """
        },
        otherOrganisation: """
            dit meldpunt is van een andere organisatie dan jouw link noemt. Er is niets verstuurd. \
            Neem de link opnieuw over van de poster of pas
            """,
        conflicting: """
            het meldpunt geeft twee verschillende lijsten met vertrouwenspersonen. Er is niets \
            verstuurd. Bel de vertrouwenspersoon en vertel dit
            """,
        rollback: """
            het meldpunt geeft een oude lijst met vertrouwenspersonen. Er is niets verstuurd. Bel \
            de vertrouwenspersoon
            """,
        notTrustedHint:
            "vergelijk de link met de poster; controleer of er niets overheen is geplakt",
        forbiddenCharacter: """
            in de tekst staan onzichtbare stuurtekens. Haal ze weg (plak de tekst als gewone \
            tekst) en probeer het opnieuw
            """,
        emptyMessage: "er is geen tekst. Twee regels zijn genoeg",
        nobodyThisMonth: {
            """
            in \($0) kun je aan niemand op deze manier schrijven: geen vertrouwenspersoon heeft dat \
            voor deze maand klaargezet. Er is niets verstuurd. Bel de vertrouwenspersoon
            """
        },
        readerNotThisMonth: {
            "in \($1) kun je niet op deze manier aan \($0) schrijven. Kies iemand anders met --to, of bel"
        },
        nobodyConfirmed: """
            je kunt nu aan niemand op deze manier schrijven: geen vertrouwenspersoon heeft de \
            lijst van nu zelf bevestigd. Er is niets verstuurd. Bel de vertrouwenspersoon
            """,
        readerNotConfirmed: {
            "\($0) heeft de lijst van nu nog niet bevestigd. Daar kun je nu niet aan schrijven. Kies iemand anders, of bel"
        },
        cannotRead: { "\($0) kan niet gelezen worden" },
        unknownReader: { "--to \"\($0)\": zo iemand is er niet. Kies uit: \($1)" },
        noReaders: { "zeg wie mag lezen met --to NAAM, een tot drie keer. Kies uit: \($0)" },
        tooManyReaders:
            "hoogstens drie mensen kunnen lezen; geef --to hoogstens drie keer, elke naam een keer",
        unknownTrack: { "--track kent: \($0)" },
        unknownCategory: { "--category kent: \($0)" },
        tooLong: {
            "de tekst is \(counted($0, "teken", "tekens")) te lang; er passen er ongeveer \($1). Er is niets verstuurd"
        },
        tooLongHint: "maak de tekst korter, of stuur de rest daarna met: reporter reply",
        notText:
            "het bestand is geen gewone tekst (UTF-8). Bewaar het als tekstbestand, niet als Word of PDF",
        outOfMemory:
            "er is te weinig geheugen: 64 MB is nodig. Sluit andere programma's en probeer het opnieuw",
        cannotWrite: {
            "\($0) kan niet geschreven worden; is de schijf vol of mag je daar niet schrijven?"
        },
        sameFile: { "\($0) noemen hetzelfde bestand; geef elk een eigen naam" },
        alreadyThere: { "\($0) bestaat al en wordt niet overschreven; kies een andere naam" },
        confirmationNeeded: """
            er is niemand om te vragen of de code bewaard is; geef --yes om meteen te versturen. \
            De code wordt dan eerst getoond
            """,
        codeNeeded: "geef de ontvangstcode met --code-file BESTAND (of - voor de standaardinvoer)",
        oneInput:
            "de tekst en de code kunnen niet allebei van de standaardinvoer komen; geef een van beide als bestand"
    )
}
