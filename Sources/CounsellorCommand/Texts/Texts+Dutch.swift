internal import Reporting
internal import Terminal
internal import TransparencyLog

extension Texts {
    static let dutch = Texts(
        language: .nl, failures: .dutch, gateway: .dutch, setUp: .dutch, exchange: .dutch,
        cases: .dutch, log: .dutch, page: .dutch, desk: .dutch,
        recovery: .dutch, referral: .dutch, life: .dutch)
}

extension SetUpTexts {
    static let dutch = SetUpTexts(
        passphrase: "Wachtzin:",
        newPassphrase: { "Nieuwe wachtzin voor \($0):" },
        makeOrChoose: { "Een wachtzin voor \($0):" },
        madeForYou: "nu een laten maken, van zeven woorden (aangeraden)",
        ownChoice: "zelf een kiezen",
        madePassphrase: {
            "Schrijf deze op, en bewaar hem niet bij de computer:\n\n    \($0)\n"
        },
        again: "Nog een keer dezelfde:",
        notTheseWords: "Dat zijn niet de woorden hierboven. Typ ze nog een keer over.",
        notTheSame: "Die twee zijn niet gelijk. Typ hem opnieuw, en dan nog een keer.",
        tooShort: { "Een wachtzin heeft minstens \($0) tekens. Typ een langere." },
        vault: "uw bestanden",
        id: "Korte naam in de lijst (a-z, 0-9, -):",
        name: "Naam zoals melders die zien:",
        role: "Welke rol:",
        roles: { role in
            switch role {
            case .internal: "intern: werkt bij de organisatie"
            case .external: "extern: van buiten de organisatie"
            case .deputy: "vervanger"
            }
        },
        made: {
            "Gemaakt: \($0) (blijft zonder internet) en \($1) (voor de computer met internet)."
        },
        handOver: {
            "Geef deze aan de mensen die de lijst ondertekenen; er staat niets geheims in:\n\($0)"
        },
        fingerprint: { "Vingerafdruk, om aan de telefoon te vergelijken in één taal:\n\($0)" },
        managedComputer: "Een computer die uw werkgever beheert is hiervoor de zwakste keus.",
        monthsRenewed: { "Er zijn sleutels tot en met \($0.text)." },
        hoursRenewed: "Uw leesdagen zijn ondertekend.",
        thenOutbox:
            "Publiceren: counsellor outbox MAP, en daarna met internet counsellor post MAP.",
        rootKey: { "de sleutel \($0)" },
        organisationMade: { "Gemaakt: \($0). Hierna: counsellor organisation add, en dan sign." },
        oneKey:
            "Eén sleutel: één mens kan alleen veranderen wie meldingen leest. Melders zien dat.",
        counsellorAdded: {
            "Toegevoegd: \($0). Vingerafdruk, om aan de telefoon met die persoon te vergelijken:\n\($1)"
        },
        counsellorRemoved: { "Weggehaald: \($0)." },
        renewed: { "Verlengd tot en met \($0.text)." },
        settings: {
            "Meldingen blijven \(counted($0, "maand", "maanden")) bewaard na hun eigen maand; elke dag heeft minstens \(counted($1, "melding", "meldingen")), met dekking."
        },
        settingsOf: {
            "\($0) verstuurt \(counted($1, "antwoord", "antwoorden")) per dag, met dekking, en haalt minstens om de \(counted($2, "dag", "dagen")) op."
        },
        thenSign: "Hierna doet elke sleutelhouder counsellor organisation sign.",
        rosterHeading: { "Vertrouwenspersonen van \($0), lijst nummer \($1)" },
        rosterFacts: {
            "Meldpunt: \($0)\nGeldt van \($1.text) tot en met \($2.text); meldingen blijven \(counted($3, "maand", "maanden"))."
        },
        counsellor: { "  \($0) (\($1)): \($2); sinds \($3.text)" },
        reached: { languages, ways in
            "      talen: \(languages)\n"
                + (ways.isEmpty
                    ? "      geen andere weg genoemd"
                    : ways.map { "      ook te bereiken: \($0)" }.joined(separator: "\n"))
        },
        keyFingerprint: { "      vingerafdruk van dit alles en de sleutels:\n\($0)" },
        listFingerprint: { "Vingerafdruk van de hele lijst:\n\($0)" },
        leftOut: { "  Niet meer in de lijst: \($0) (\($1))" },
        signQuestion: "Klopt dit, en ondertekent u het? (ja/nee)",
        stillToSign: { "Ondertekend. Moet nog tekenen: \($0)" },
        complete: {
            "Door iedereen ondertekend. Publiceer op het meldpunt: gateway publish GATEWAY-MAP \($0) …"
        },
        reads: "Op welke dagen leest u (zoals ma,do):")
}

extension ExchangeTexts {
    static let dutch = ExchangeTexts(
        fetched: {
            "\($0) nieuw opgehaald; \($1) in het register, \($2) komen er vannacht in. Map: \($3)"
        },
        refetched: { "Bestanden die veranderd waren, en opnieuw zijn opgehaald: \($0)." },
        imported: { "Nieuwe berichten: \($0). Nieuwe zaken: \($1)." },
        nothingNew: "Geen nieuwe berichten.",
        notAuthentic: {
            "ALARM: berichten die niet van de genoemde melder zijn: \($0). Zie counsellor show."
        },
        moved: {
            "Gesprekken die verder gaan met een nieuwe code: \($0). Antwoord in de nieuwe zaak. Zie counsellor show."
        },
        movesAlarm: {
            "ALARM: zaken die zeggen dat ze met een andere verder gaan, terwijl dat niet klopt of er meer dan een is: \($0). Zie counsellor show."
        },
        malformed: {
            "Onleesbare berichten aan u, door geen programma voor melders gemaakt: \($0)."
        },
        withoutKey: {
            "Enveloppen van \($1.text) die dicht blijven, want hier is geen sleutel van die maand: \($0)."
        },
        posted: { "Antwoorden van u die bij het meldpunt zijn aangekomen: \($0)." },
        waitingAgain: {
            "Klaargezette antwoorden die het meldpunt niet heeft: \($0). Ze gaan weer mee met de volgende counsellor outbox."
        },
        destroyed: {
            "Sleutels vernietigd, zoals afgesproken: \($0). Wat toen is opgenomen kan niet meer open."
        },
        stale: {
            "Opgehaald op \($0.text); volgens deze computer is het \($1.text). Haal weer op, of zet de datum goed."
        },
        notListed: { "U staat niet in de lijst die nu geldt (nummer \($0))." },
        rosterEnds: {
            "De lijst van vertrouwenspersonen loopt over \(counted($0, "dag", "dagen")) af: vraag om verlenging."
        },
        keysEnd: {
            "Uw gepubliceerde sleutels lopen tot en met \($0.text): doe counsellor months."
        },
        noCurrentKey: {
            "Voor \($0.text) hebt u geen gepubliceerde sleutel: nu kan niemand u schrijven. "
                + "Doe counsellor months, outbox, en post."
        },
        keysUnpublished: """
            U hebt geen gepubliceerde sleutels: niemand kan u schrijven. Doe counsellor outbox, dan post.
            """,
        handedOver: {
            "In \($2): bestanden voor \($0) dagen, berichten over uzelf \($1). Met internet: counsellor post"
        },
        scheduled: {
            "Antwoorden van u daarin: \($0), het laatste op \($1.text). Niemand kan zien welke bestanden dat zijn."
        },
        sentAtOnce: {
            "Meteen te versturen: \($0). Wie deze map ziet, en het meldpunt, kan zien dat er vandaag iets te zeggen was."
        },
        noRoom: {
            "Antwoorden die moeten wachten, want alle dagen zijn vol: \($0). De volgende counsellor outbox neemt ze mee."
        },
        noNumbers: {
            "Alle antwoorden van een zaak zijn op, dus in deze kan niet alles worden verstuurd: \($0). Zeg het de melder langs een andere weg."
        },
        scheduleEnds: {
            "De bestanden voor elke dag lopen tot en met \($0.text): doe weer counsellor outbox. Anders valt uw stilte op."
        },
        scheduleEnded:
            "Er zijn geen bestanden voor de komende dagen: doe weer counsellor outbox. Anders valt uw stilte op.",
        goTomorrow: {
            "Van gemiste dagen gaan morgen nog \(counted($0, "bestand", "bestanden")): zo blijft er ruimte voor wat u meteen verstuurt. De meeste zijn dekking."
        },
        limitReached: {
            "Het meldpunt neemt vandaag geen antwoorden meer aan. Nog te gaan: \($0); morgen gaat post verder."
        },
        labelTaken: {
            "geweigerd, want een ander antwoord heeft deze plaats: \($0). Lees de berichten in; de volgende counsellor outbox heeft het weer."
        },
        filePosted: { "verstuurd: \($0)" },
        notePosted: { "gepubliceerd: \($0)" },
        nothingToPost: "Er is niets te versturen.",
        backedUp: { "Back-up gemaakt: \($0). Uw wachtzin is ervoor nodig." },
        backupLacksMonths: """
            De maandsleutels staan er niet in: counsellor backup --months BESTAND bewaart die nog gelden.
            """,
        monthsBackedUp: {
            ($1 == 1 ? "1 maandsleutel staat" : "\($1) maandsleutels staan")
                + " in \($0), in plaats van de vorige: bewaar geen oudere kopie."
        },
        restored: { "Teruggezet: \($0). Lees eerst de berichten in voor u antwoordt." },
        restoredWithoutMonths: """
            Er zijn geen maandsleutels teruggezet: wat voor de back-up niet was ingelezen blijft dicht. \
            Doe counsellor months en publiceer de nieuwe sleutels meteen.
            """)
}

extension CaseTexts {
    static let dutch = CaseTexts(
        noCases: "Geen zaken.",
        unseen: { $0 == 0 ? "" : "\($0) nieuw" },
        awaitsReply: "te beantwoorden",
        answered: "beantwoord",
        closed: "afgesloten",
        alarm: "ALARM",
        caseHeading: { "Zaak \($0)" },
        fromReporter: { "Melder, \($0.text)" },
        notFromReporter: { "NIET VAN DEZE MELDER, \($0.text): iemand anders maakte dit" },
        otherReplyTo:
            "ALARM: vraagt om antwoord naar een ander adres dan eerst. Antwoorden gaan naar het eerste.",
        moves: .dutch,
        kinds: { code in
            switch code {
            case "message": "bericht"
            case "withdraw": "STOP: doe hier niets mee"
            case "agree": "vindt het goed"
            case "decline": "vindt het niet goed"
            case "aftercare": "na het afsluiten"
            case "referral": "doorverwijzing door een vertrouwenspersoon"
            default: code
            }
        },
        answers: { "op antwoord \($1) van \($0)" },
        addressed: { "Ook geschreven aan: \($0)" },
        fromYou: { "U, antwoord \($0), \($1.text)" },
        states: { code in
            switch code {
            case "written": "nog niet klaargezet"
            case "handed-over": "in de map met antwoorden"
            default: "bij het meldpunt"
            }
        },
        replyKinds: { code in
            switch code {
            case "closed": "sluit de zaak af"
            case let code where code.hasPrefix("ask-referral "):
                "vraagt of het gedeeld mag met \(code.dropFirst(13))"
            case let code where code.hasPrefix("referred "):
                "draagt het over aan \(code.dropFirst(9))"
            default: ""
            }
        },
        noText: "(geen tekst)",
        typeReply: "Typ het antwoord. Sluit af met een regel met alleen een punt.",
        typeClosing: "Typ een laatste woord, of niets. Sluit af met een regel met alleen een punt.",
        replied: { "Antwoord \($0) in zaak \($1) is verzegeld en bewaard." },
        closedCase: { "Zaak \($0) is afgesloten; de code van de melder blijft werken." },
        thenOutbox: "Versturen: counsellor outbox MAP, en daarna met internet counsellor post MAP.",
        atOnce:
            "De volgende counsellor outbox verstuurt dit meteen: wie die ziet, en het meldpunt, kan zien dat er vandaag iets te zeggen was."
    )
}
