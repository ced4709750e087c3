internal import Terminal

extension CheckTexts {
    static let dutch = CheckTexts(
        fetching: "Ophalen wat er bij het meldpunt ligt (dit is voor iedereen hetzelfde)…",
        status: { "\($0), \($1):" },
        noAnswer: "nog geen antwoord gevonden",
        answers: { count, day in
            count == 1 ? "1 antwoord, van \(day)" : "\(count) antwoorden, het laatste van \(day)"
        },
        asksReferral: { "stelt een vraag over doorverwijzen, van \($0)" },
        handedOver: { "overgedragen aan \($0) op \($1)" },
        referred: {
            """
            \($0) heeft dit overgedragen aan \($1). Wat je nu schrijft met reporter reply gaat naar \
            \($1), en niet meer naar \($0). Wil je toch iemand anders schrijven? reporter reply --to NAAM
            """
        },
        closed: { "afgesloten op \($0); je code werkt nog" },
        noLonger: "werkt hier niet meer als vertrouwenspersoon",
        departed: {
            "\($0) is gestopt als vertrouwenspersoon, of moest opnieuw beginnen. Wat je alleen aan \($0) schreef, kan misschien niemand meer lezen. Schrijf het opnieuw aan iemand anders, met reporter reply --to, of bel."
        },
        nothingFound: { "Er is niets gevonden met deze code, vanaf \($0) tot nu." },
        heading: { name, role, day, number in
            "Antwoord \(number) van \(name) (\(role)), geschreven op \(day)"
        },
        referral: {
            """
            Dit is een vraag: mag dit gedeeld worden met \($0)? Zeg je niets of nee, dan wordt er \
            niets gedeeld. Antwoorden kan met: reporter reply --agree of reporter reply --decline
            """
        },
        referralUnknown: {
            """
            Dit is een vraag: mag dit gedeeld worden met "\($0)"? Zo iemand staat niet in de lijst \
            met vertrouwenspersonen. Vraag eerst wie dat is, met: reporter reply
            """
        },
        closing: {
            """
            Hiermee is dit afgesloten. Je code werkt nog tot en met \($0). Is het opgelost? Begint \
            het opnieuw, of word je slecht behandeld omdat je iets zei? Schrijf dan, met: reporter \
            reply
            """
        },
        alarm: {
            """
            LET OP: op een plaats voor antwoorden van \($0) ligt iets dat niet te openen is. Het \
            is beschadigd of niet van \($0). Bel en vertel dit.
            """
        },
        ownWords: "Wat je zelf schreef, kan hier niet meer getoond worden.",
        answerBack: """
            Iets terugschrijven: reporter reply. Stoppen: reporter withdraw. Kan iemand anders je woorden \
            hebben gezien? reporter move. Bellen of afspreken \
            mag ook altijd; hoe, en de hulplijnen: reporter organisation.
            """,
        codeWorksUntil: {
            "Antwoorden blijven ongeveer \(counted($0, "maand", "maanden")) te lezen. Bewaar zelf wat je nodig hebt."
        })
}
