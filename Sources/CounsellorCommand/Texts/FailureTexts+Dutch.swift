internal import Terminal
internal import TransparencyLog

extension FailureTexts {
    static let dutch = FailureTexts(
        noHome: {
            Sentence(
                "in \($0) staan geen bestanden van een vertrouwenspersoon",
                hint: """
                    --home of --collector noemt een andere map; counsellor init maakt nieuwe, \
                    counsellor restore zet een back-up terug
                    """)
        },
        homeExists: {
            Sentence("\($0) is al in gebruik; er is niets veranderd", hint: "noem een andere map")
        },
        incompleteHome: {
            Sentence(
                "\($0) ontbreekt; de andere bestanden in die map zijn gelaten zoals ze waren",
                hint: """
                    counsellor restore BACK-UP --home NIEUWE-MAP zet een back-up terug; \
                    --months mag de months.age noemen die er nog is
                    """)
        },
        notOwnBackup: {
            Sentence(
                "\($0) is geen eerdere back-up van deze bestanden; er is niets veranderd",
                hint: """
                    noem een lege map voor zaken en sleutels, \
                    en met --months een nieuw bestand in een andere map
                    """)
        },
        wrongPassphrase: Sentence("de wachtzin klopt niet"),
        passphraseTooShort: Sentence(
            "een wachtzin heeft minstens 12 tekens; er is niets gemaakt",
            hint: "zeven woorden die niemand bij elkaar zou zetten zijn goed"),
        damaged: {
            Sentence(
                "\($0) is afgekapt of veranderd, of hoort bij andere bestanden; er is niets aan gedaan",
                hint: "counsellor restore maakt nieuwe bestanden van de laatste back-up")
        },
        damagedCollector: {
            Sentence(
                "\($0) in de online map is afgekapt, veranderd of verdwenen; er is niets aan gedaan",
                hint:
                    "zet een kopie van de online map terug; is die er niet, maak dan nieuwe sleutels met counsellor init en laat die opnemen in de lijst. Zet de back-up nooit op deze computer terug: uw zaken horen hier niet"
            )
        },
        noOutbox: {
            Sentence(
                "in \($0) staat niets om te versturen; er is niets uit verstuurd",
                hint: "noem de map die counsellor outbox heeft gevuld")
        },
        notForThis: {
            Sentence(
                "in \($0) staan andere bestanden van Sottovoce, of alles; er is niets geschreven",
                hint: "noem een map die alleen hiervoor is, bijvoorbeeld op een stick")
        },
        olderBackup: "neem een andere of oudere back-up; in de nieuwe map is niets gezet",
        newerVersion: {
            Sentence("\($0) is geschreven door een nieuwere versie", hint: "installeer die versie")
        },
        noMirror: {
            Sentence(
                "in \($0) staan geen opgehaalde berichten",
                hint:
                    "doe online counsellor fetch, en noem hier de map met wat is opgehaald: mirror")
        },
        damagedMirror: {
            Sentence(
                "\($0) is afgekapt of veranderd; er is niets van gebruikt",
                hint: "doe counsellor fetch en daarna weer import: er gaat niets verloren")
        },
        incompleteMirror: {
            Sentence(
                ($0 == 1
                    ? "1 bericht ontbreekt of is veranderd (\($1))"
                    : "\($0) berichten ontbreken of zijn veranderd (zoals \($1))")
                    + "; de andere zijn ingelezen",
                hint: "doe counsellor fetch en daarna weer import: er gaat niets verloren")
        },
        rosterRollback: {
            Sentence(
                "het meldpunt geeft lijst \($1) van vertrouwenspersonen, maar lijst \($0) gold al: geweigerd",
                hint: "bel de organisatie: iemand haalt misschien een oude lijst terug")
        },
        rosterFork: {
            Sentence(
                "er zijn twee verschillende lijsten van vertrouwenspersonen met nummer \($0): geweigerd",
                hint: "bel eerst de twee mensen die de lijst ondertekenen")
        },
        notInRoster: {
            Sentence(
                "\($0) staat niet in de lijst van vertrouwenspersonen",
                hint: "kijk de korte naam na, of vraag het de twee mensen die de lijst ondertekenen"
            )
        },
        foreignKeys: {
            Sentence(
                "de lijst noemt \($0) met sleutels die niet van u zijn: geweigerd",
                hint: "bel de sleutelhouders: iemand doet zich misschien voor als u")
        },
        clockBehind: {
            Sentence(
                "volgens deze computer is het \($1.text), maar \($0.text) is al geweest; er is niets veranderd",
                hint: """
                    zet de datum goed: sudo date -s 'JJJJ-MM-DD UU:MM', en probeer het weer; \
                    is hij wel goed, voeg dan --clock-is-right toe
                    """)
        },
        clockBehindOnline: {
            Sentence(
                "volgens deze computer is het \($1.text), maar op \($0.text) is al opgehaald; er is niets verstuurd",
                hint: "zet de datum van deze computer goed en probeer het weer")
        },
        clockAhead: {
            Sentence(
                "volgens deze computer is het \($1.text), en de laatste dag die hij kende was \($0.text)",
                hint: """
                    zet de datum goed: sudo date -s 'JJJJ-MM-DD UU:MM'; is hij wel goed, doe dan eerst \
                    fetch en import, of voeg --clock-is-right toe
                    """)
        },
        unknownCase: { Sentence("er is geen zaak \($0)", hint: "counsellor inbox noemt ze") },
        noAuthenticReport: {
            Sentence(
                "van niets in zaak \($0) is zeker dat het van de melder is: antwoorden kan niet")
        },
        tooLong: {
            Sentence(
                "de tekst is \(counted($0, "teken", "tekens")) te lang; er is niets verzegeld",
                hint: "maak hem korter, of schrijf twee antwoorden")
        },
        emptyText: Sentence("er is geen tekst; er is niets verzegeld", hint: "typ eerst een tekst"),
        controlCharacter: Sentence(
            "de tekst heeft tekens die geen tekst zijn (stuurtekens, of geen UTF-8)",
            hint: "bewaar hem als platte tekst in UTF-8"),
        referralToHerself: {
            Sentence("\($0) bent u zelf: vraag of u het met een ander mag delen")
        },
        conversationFull: {
            Sentence(
                "zaak \($0) heeft duizend antwoorden: meer kan de melder niet vinden",
                hint: "zeg het de melder op een andere manier, als dat kan")
        },
        movedOn: {
            Sentence(
                "zaak \($0) gaat verder in \($1) met een nieuwe code: wie de oude heeft gezien, zou dit lezen",
                hint: "zie counsellor show \($0); antwoord daar, of geef --old-code")
        },
        importFirst: Sentence(
            "deze bestanden komen uit een back-up: lees eerst de berichten in",
            hint: "counsellor import MIRROR; antwoorden van na de back-up tellen dan mee"),
        notABackup: { Sentence("\($0) is geen hele back-up; er is niets veranderd") },
        damagedOutbox: {
            Sentence(
                "\($0) is afgekapt of veranderd; het is niet verstuurd",
                hint: "doe offline counsellor outbox opnieuw: er gaat niets verloren")
        },
        incompleteOutbox: {
            Sentence(
                "de map met antwoorden in \($0) is niet af: er is geen plaats meer",
                hint: "maak plaats en doe counsellor outbox opnieuw: er gaat niets verloren")
        },
        olderOutbox: Sentence(
            "hier is al een nieuwere map met antwoorden overgenomen; van deze is niets overgenomen",
            hint: "doe counsellor outbox nog eens op de andere computer: er is niets verloren"),
        otherOutbox: {
            Sentence(
                "in \($0) staat wat \($1) schreef, en dit is van \($2); er is niets gedaan",
                hint: "noem voor elke vertrouwenspersoon en elke organisatie een eigen map")
        },
        badEnrolment: {
            Sentence(
                "\($0) is geen heel aanmeldbestand; er is niets veranderd",
                hint: "vraag de vertrouwenspersoon om het bestand dat counsellor init maakte")
        },
        badOrganisation: { Sentence("\($0) is afgekapt of veranderd; er is niets gewijzigd") },
        backupOfWhat: Sentence(
            "noem wat gekopieerd moet worden: MAP, --months BESTAND, of beide; bij --prove alleen MAP"
        ),
        openWithWhat: Sentence("geef --identity of --passphrase-file, niet allebei"),
        sealToWhom: Sentence(
            "zeg wie het kan openen: --to of --recipients-file, of anders --passphrase-file"),
        secondKeyOrOne: Sentence(
            "geef --second-key BESTAND (een ander dan --root-key), of --one-key"),
        settingsOfWhom: Sentence(
            "er is niets te veranderen, of niet gezegd bij wie",
            hint:
                "geef --retention of --cover-total, of --of KORTE-NAAM met --cover of --fetch-days"),
        badValue: { Sentence("\($0) moet zijn: \($1)") },
        expected: .dutch,
        emptyValue: { Sentence("\($0) mag niet leeg zijn") },
        badHours: Sentence(
            "--replacement moet een korte naam in de lijst zijn; --phone en --remark mogen niet leeg zijn"
        ),
        notPlain: {
            Sentence(
                "\($0) heeft tekens die niet te zien zijn of de volgorde veranderen: \($1)",
                hint: "typ het over in plaats van het te plakken")
        },
        notAnOrganisationKey: {
            Sentence(
                "de sleutel \($0) is niet van deze organisatie",
                hint: "noem het bestand met uw eigen sleutel")
        },
        alreadyInRoster: {
            Sentence(
                "\($0) staat al in de lijst",
                hint: "counsellor organisation remove, en dan add, vervangt de sleutels")
        },
        nothingToSign: Sentence(
            "de lijst is compleet en niet veranderd: er is niets te ondertekenen",
            hint: "counsellor organisation renew laat de lijst langer gelden"),
        noCounsellors: Sentence(
            "er staat nog niemand in de lijst",
            hint: "counsellor organisation add MAP BESTAND voegt een vertrouwenspersoon toe"),
        notConfirmed: Sentence("gestopt; er is niets ondertekend"),
        unsigned: Sentence(
            "de lijst is niet ondertekend met de sleutels van de organisatie: geweigerd",
            hint: "controleer de link; klopt die, bel dan de organisatie"),
        missingSignature: {
            Sentence(
                "de handtekening van \($0) ontbreekt onder de lijst van vertrouwenspersonen: geweigerd",
                hint: "beide sleutels van de link moeten tekenen; bel de organisatie")
        },
        badSignature: {
            Sentence(
                "de handtekening van \($0) onder de lijst van vertrouwenspersonen is vals: geweigerd",
                hint: "bel de organisatie: iemand heeft de lijst misschien veranderd")
        },
        expired: {
            Sentence(
                "de lijst van vertrouwenspersonen liep tot \($0.text); volgens deze computer is het \($1.text)",
                hint: "klopt de datum, vraag dan de organisatie de lijst te verlengen")
        },
        notYetValid: {
            Sentence(
                "de lijst van vertrouwenspersonen begint op \($0.text); volgens deze computer is het \($1.text)",
                hint: "zet de datum van deze computer goed en probeer het weer")
        },
        otherOrganisation: Sentence(
            "de lijst van vertrouwenspersonen is van een andere organisatie: geweigerd",
            hint: "controleer de link"),
        noRoster: Sentence(
            "het meldpunt heeft nog geen lijst van vertrouwenspersonen",
            hint:
                "vraag de organisatie om te tekenen en te publiceren: gateway publish GATEWAY-MAP organisation/roster.note"
        ),
        malformedRoster: {
            Sentence("regel \($0) van de lijst van vertrouwenspersonen is onleesbaar: geweigerd")
        },
        badLink: {
            Sentence(
                "\($0) is geen link van een organisatie, en geen bestand waar die in staat",
                hint: "hij ziet eruit als https://host/#root=…&second=…")
        },
        notFound: { Sentence("\($0) is er niet", hint: "controleer de naam") },
        alreadyExists: {
            Sentence(
                "\($0) bestaat al; er is niets aan gedaan",
                hint: "noem een ander bestand, of haal het weg als het niet meer nodig is")
        },
        notPermitted: {
            Sentence(
                "\($0) kan niet open: geen toestemming",
                hint: "noem een andere map of een ander bestand")
        },
        diskFull: {
            Sentence(
                "er is op de schijf geen plaats voor \($0); wat er stond is niet veranderd",
                hint: "maak plaats en probeer het weer")
        },
        outputFull: Sentence(
            "er is geen plaats voor de uitvoer; wat ervan geschreven is, is niet heel",
            hint: "maak plaats en probeer het weer"),
        tooLarge: { Sentence("\($0) is groter dan \($1) bytes, meer dan het kan zijn") },
        inUse: {
            Sentence(
                "\($0) is in gebruik door een andere opdracht counsellor",
                hint: "wacht tot die klaar is, en probeer het weer")
        },
        isFolder: {
            Sentence("\($0) is een map; hier hoort een bestand", hint: "noem een bestand")
        },
        isFile: {
            Sentence(
                "\($0) is een bestand; hier hoort een map",
                hint: "noem een map, of een naam die er nog niet is")
        },
        fileError: { Sentence("\($0) kan niet gelezen of geschreven worden (systeemfout \($1))") })
}
