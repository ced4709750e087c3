extension LifeTexts {
    static let dutch = LifeTexts(
        page: { "Pagina \($0) van \($1); zaken in totaal: \($2). De volgende: --page \($0 + 1)" },
        practice: "OEFENING: een verzonnen zaak. Wat u hier schrijft, wordt niet verstuurd.",
        clock: { step, due, done in
            let name = step == "feedback" ? "terugkoppeling" : "eerste antwoord"
            return done.map { "\(name): gedaan op \($0)" } ?? "\(name): uiterlijk \(due)"
        },
        erasedOn: { "te wissen op \($0)" },
        heldSince: { "wissen tegengehouden sinds \($0):" },
        reporter: "Melder", you: "U",
        notAuthentic: "NIET VAN DEZE MELDER: iemand anders maakte dit.",
        notes: "Uw aantekeningen", timeline: "Tijdlijn",
        event: { kind, value in
            let names = [
                "received": "kwam via", "message": "bericht", "answer": "uw antwoord",
                "note": "uw aantekening", "milestone": "stap", "aftercare": "nazorg",
            ]
            return [names[kind] ?? "", value].filter { !$0.isEmpty }.joined(separator: ": ")
        },
        typeNote: "Uw aantekening, alleen voor u. Eindig met een regel met alleen een punt.",
        typeRemark: "Een woord erover. Eindig met een regel met alleen een punt.",
        noted: { "Aantekening bewaard bij zaak \($0)." },
        saved: { "Zaak \($0) is bewaard." },
        closed: { "Zaak \($0) is afgesloten." },
        reopened: { "Zaak \($0) is weer open." },
        held: { "Zaak \($0) wordt niet gewist tot u het wissen weer vrijgeeft." },
        released: { "Zaak \($0) wordt weer op de vaste dag gewist." },
        entered: { "Dit is zaak \($0)." },
        erased: { "Gewiste zaken: \($0)." },
        sorted: { "Apart gezette of teruggehaalde zaken: \($0)." },
        threatHelp: """
            Bewaar wat er is geschreven. Nu gevaar: 112. Vertel het aan wie u vervangt. Aangifte bij de \
            politie: 0900-8844.
            """,
        practiceAdded: {
            "Verzonnen zaken om te oefenen: \($0). Toon ze: counsellor case list --show practice"
        },
        practiceGone: "De verzonnen zaken zijn weg.",
        codeAbout: """
            Geef deze tien woorden aan de melder, met de link hieronder, en houd zelf niets. Ze worden één \
            keer getoond. U hebt ze gezien: de melder kan verder met nieuwe, met 'reporter move' of op de \
            pagina.
            """,
        whichToErase: Sentence("welke zaken?", hint: "geef hun nummers, of --due"),
        intoOrUndo: Sentence("deel van welke zaak?", hint: "geef --into NUMMER, of --undo"),
        fault: LifeFaultTexts(
            reasonNeeded: Sentence("er is een reden nodig", hint: "zeg in een paar woorden waarom"),
            badDay: Sentence(
                "die dag kan niet kloppen", hint: "hij is na vandaag, of vóór de zaak binnenkwam"),
            unknownStep: Sentence(
                "die stap is er niet", hint: "zie: counsellor case milestone --help"),
            onHold: {
                Sentence(
                    "het wissen van zaak \($0) wordt tegengehouden",
                    hint: "geef het eerst vrij: counsellor case hold \($0) --release")
            },
            notClosed: {
                Sentence("zaak \($0) is niet afgesloten", hint: "sluit de zaak eerst af")
            },
            notDue: {
                Sentence(
                    "de dag om zaak \($0) te wissen is er nog niet",
                    hint: "met --early wordt de zaak nu gewist")
            },
            hasCode: { Sentence("de melder van zaak \($0) heeft een code") },
            notMergeable: Sentence(
                "deze zaken kunnen niet één worden",
                hint: "het is dezelfde zaak, al deel van een andere, apart gezet of verzonnen"),
            unsent: {
                Sentence(
                    "in zaak \($0) ligt een antwoord dat nog niet weg is",
                    hint:
                        "verstuur het, haal op en lees in; dan kan de zaak ook eerder worden gewist"
                )
            },
            answersAnother: {
                Sentence(
                    "zaak \($1) is afgesplitst van zaak \($0), is open en wordt daar beantwoord; er is niets gewist",
                    hint: "sluit eerst zaak \($1) af")
            },
            notSplittable: Sentence(
                "deze berichten kunnen niet worden afgesplitst",
                hint: "kies enkele van de eigen berichten van de zaak, en niet alle")))
}
