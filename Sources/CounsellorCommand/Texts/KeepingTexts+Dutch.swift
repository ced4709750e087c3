internal import Casework
internal import Desk
internal import Terminal
internal import TransparencyLog

extension KeepingTexts {
    static let dutch = KeepingTexts(
        afterClosing: "Na het afsluiten: kijk hier eerst", new: "Nieuw", now: "Nu",
        week: "Deze week", later: "Later", calm: "Er is niets dat aandacht vraagt.",
        aftercareDue: { "Nazorg in zaak \($0) (\($1)), sinds \($2.text)" },
        erasureDue: {
            "Te wissen sinds \($0.day.text): zaak \($0.number)"
                + ($0.isHeld ? " (tegengehouden)" : "")
                + ($0.isUnanswered ? " (een bericht is nog niet gelezen of beantwoord)" : "")
                + ($0.isUnsent ? " (een antwoord of doorverwijzing is nog niet verstuurd)" : "")
                + ($0.isBegun ? " (er is een tekst begonnen)" : "")
        },
        unsent: {
            "Nog te versturen: \(counted($0, "antwoord", "antwoorden")). Vul de map met antwoorden: counsellor outbox"
        },
        newInSorted: {
            "Nieuw in wat apart is gezet: \(counted($0, "bericht", "berichten")). Zie: counsellor case list --show spam, --show threat"
        },
        practice: { "Verzonnen zaken om te oefenen: \($0)." },
        fetched: { day, isDue in
            (day.map { "Laatst opgehaald op \($0.text)." } ?? "Er is nog niets opgehaald.")
                + (isDue ? " Het is tijd om op te halen en in te lezen." : "")
        },
        account: { state, day in
            guard let state, let day else { return "Er is niets opgeschreven." }
            return switch state {
            case .written: "Opgeschreven op \(day.text):"
            case .asked: "Op \(day.text) is de melder gevraagd dit na te kijken:"
            case .agreed: "De melder stemde in op \(day.text):"
            case .corrected: "Verbeterd op \(day.text):"
            }
        },
        typeAccount: "Wat er is verteld. Eindig met een regel met alleen een punt.",
        accountState: Sentence(
            "bij een tekst en bij --send hoort een stand",
            hint: "--state written, asked, agreed of corrected; --send hoort bij asked"),
        noAccount: Sentence(
            "er is nog niets opgeschreven", hint: "--state written, met --message-file"),
        saved: "Bewaard.", removed: "Verwijderd.",
        contact: { entry, today in
            let (one, old) = (entry.contact, entry.isOld(today: today))
            let whose =
                switch one.owner {
                case .own: "van uzelf"
                case .organisation: "van de organisatie"
                case .builtIn: entry.id == nil ? "ingebouwd" : "ingebouwd, aangepast"
                }
            let facts = [
                inert(one.name), inert(one.purpose), inert(one.reach), whose,
                "nagekeken op \(one.checked.text)" + (old ? ": kijk of het nog klopt" : ""),
            ]
            return (entry.id.map { "\($0)  " } ?? "-  ")
                + facts.filter { !$0.isEmpty }.joined(separator: " · ")
        },
        noContact: Sentence(
            "dat contact is er niet",
            hint:
                "geef een nummer, of --built-in met een naam, uit: counsellor contacts; zonder een van beide komt er een bij"
        ),
        example: { one in
            let mark = one.key == nil ? " (van uzelf)" : one.id == nil ? "" : " (aangepast)"
            return "\(inert(one.name))  \(inert(one.title))\(mark)"
        },
        typeExample: "Het voorbeeld. Eindig met een regel met alleen een punt.",
        titleNeeded: Sentence(
            "welk voorbeeld?", hint: "geef een naam uit de lijst, of --title voor een nieuw"),
        noExample: {
            Sentence(
                "het voorbeeld '\($0)' is er niet in deze taal", hint: "zie: counsellor examples")
        },
        notChanged: Sentence("dit staat er zoals het was; er is niets te verwijderen"),
        settings: { settings in
            [
                "Afgesloten zaken blijven: \(counted(settings.retentionMonths, "maand", "maanden")).",
                settings.eraseByItself
                    ? "Het bureau wist ze op hun dag, zodra is ingelezen wat toen is opgehaald."
                    : "Het bureau vraagt het voor het ze wist.",
                settings.idleMinutes.map {
                    "Het bureau gaat op slot na \(counted($0, "minuut", "minuten")) zonder gebruik."
                } ?? "Wanneer het bureau op slot gaat, is niet gekozen: counsellor desk --help",
                "De map met wat is opgehaald: "
                    + (settings.mirror.map { inert($0) } ?? "niet gekozen"),
                "De map met antwoorden: \(settings.outbox.map { inert($0) } ?? "niet gekozen")",
                settings.figures.isEmpty ? "Er is nog niets gewist." : "Gewiste zaken:",
            ]
        },
        chooseAgain:
            "U koos minder maanden: vanzelf wissen staat nu uit. Kijk met 'counsellor today' wat er te wissen is, "
            + "en zet het daarna weer aan met --erase-by-itself.",
        noStick: {
            Sentence(
                "de stick voor \($0) zit er niet in",
                hint: "steek hem erin; anders komt het op de schijf van deze computer")
        },
        toWhom: Sentence("wie gaat verder?", hint: "geef --to met een korte naam uit de lijst"),
        canBeTold: { "Open zaken die het kunnen horen: \($0)." },
        told: {
            "Geschreven in \(counted($0, "zaak", "zaken")). Wie ja zegt, ziet u bij de zaak."
        },
        untold: { "Hier kan nu geen antwoord heen: \($0). Die melders moeten het anders horen." },
        nobodyElse: """
            Er staat niemand anders in de lijst. Eerst meldt de opvolger zich aan, en tekenen beide \
            sleutelhouders.
            """,
        writeToAll: { "Dit schrijven in \(counted($0, "open zaak", "open zaken"))? (ja/nee)" },
        nothingWritten: "gestopt; er is niets geschreven",
        openCases: "Er zijn open zaken. Vertel het die melders eerst: counsellor succession.",
        typeName: {
            "Alles van \($0) wordt hier gewist zodra de kopie er is. Typ voor de zekerheid de naam van de organisatie:"
        },
        otherName: Sentence("dat is niet de naam van deze organisatie; er is niets gewist"),
        otherCollector: {
            Sentence(
                "\($0) is niet de online map van deze vertrouwenspersoon; er is niets gewist",
                hint: "noem een andere met --collector, of geen")
        },
        ended: { "De kluis van \($0) is gewist. De verzegelde kopie staat in \($1)." },
        afterEnding: """
            Vraag de sleutelhouders om u uit de lijst te halen. Staat de online map op een andere \
            computer? Wis die daar ook.
            """,
        erasedOn: "Het wissen dat was afgebroken, is af.",
        nothingAside: "Er staat niets opzij.",
        notAside: {
            Sentence("\($0) is geen map die opzij staat", hint: "zie: counsellor set-aside")
        },
        eraseAside: { "\($0) voorgoed wissen? (ja/nee)" },
        asideErased: "Het is gewist.", nothingErased: "gestopt; er is niets gewist")
}
