internal import Terminal

extension ProgressTexts {
    static let dutch = ProgressTexts(
        accepted: { "aangenomen op \($0): de belofte van het meldpunt bewijst dat" },
        logged: "aangekomen, nog niet opgehaald",
        fetched: { "opgehaald op \($0), misschien nog niet gelezen" },
        inHands: { "in handen sinds \($0)" },
        answered: { "antwoordde op \($0)" },
        closed: { "afgesloten op \($0)" },
        nothingYet: {
            "niets aangekomen met deze code in de laatste \(counted($0, "maand", "maanden")), tot en met gisteren"
        },
        answerGone: "antwoordde; dat antwoord wordt niet meer bewaard",
        wroteOnce: {
            "Je schreef op \($0). Dat is aangekomen en wordt sindsdien bewaard: dat is bewezen."
        },
        wrote: "Wat je schreef. Dit is allemaal aangekomen en bewaard: dat is bewezen.",
        message: { "Op \($0):" },
        otherDays: {
            """
            Schreef je in de laatste \(counted($0, "maand", "maanden")) ook op een andere dag, vóór vandaag? Dan is dat \
            niet aangekomen: schrijf het opnieuw, of bel.
            """
        },
        everyoneFetches: """
            Alle vertrouwenspersonen halen alles op, ook wat niet voor hen is. Wie je niet koos, kan \
            het niet lezen, ook al staat er "opgehaald" of "in handen".
            """,
        fromTomorrow: "Wat je vandaag stuurde, zie je hier vanaf morgen.",
        noAnswerYet: { "Nog geen antwoord. Aan wie schreef je op \($0)?" },
        readBy: { "\($0): kijk opnieuw op \($1)." },
        overdue: { "\($0): had dit vóór \($1) moeten lezen." },
        ifNothingComes: "Komt er niets? Bel, of schrijf iemand anders.",
        answersGone: { names, months in
            """
            Er was een antwoord van \(names). Antwoorden worden ongeveer \(counted(months, "maand", "maanden")) \
            bewaard; dit is er niet meer. Las je het niet? Bel, of schrijf opnieuw, met: reporter reply.
            """
        },
        noneFiled: {
            """
            Met deze code is in de laatste \(counted($0, "maand", "maanden")) niets aangekomen. Wat je vandaag stuurde, \
            telt nog niet mee.
            """
        },
        couldBe: {
            [
                "Stuurde je iets vandaag? Kijk morgen nog eens.",
                """
                Was het langer dan \(counted($0, "maand", "maanden")) geleden? Dan wordt het hier niet meer bewaard. \
                Wie het las, heeft het misschien nog: bel.
                """,
                "Misschien zijn deze woorden van een andere organisatie, of van een andere melding.",
                "Misschien is er met deze woorden nooit iets verstuurd.",
            ]
        },
        fileAgain: {
            """
            Weet je zeker dat je het vóór vandaag stuurde, in de laatste \(counted($0, "maand", "maanden"))? Dan is \
            het niet aangekomen. Schrijf opnieuw, met: reporter file. Of bel; hieronder staat hoe.
            """
        })
}
