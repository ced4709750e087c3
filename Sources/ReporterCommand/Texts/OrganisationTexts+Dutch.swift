extension OrganisationTexts {
    static let dutch = OrganisationTexts(
        heading: { "De vertrouwenspersonen van \($0)" },
        whatTheyDo: """
            Een vertrouwenspersoon luistert, denkt mee en vertelt welke wegen er zijn: zelf \
            praten, bemiddeling, een melding, een klacht, de politie of een instantie van buiten. \
            Jij kiest. Een vertrouwenspersoon onderzoekt niet en oordeelt niet. Bellen of afspreken \
            is net zo goed als schrijven.
            """,
        oneSignature: """
            Eén persoon heeft deze lijst ondertekend, niet twee. Die kan de lijst dus zonder een \
            ander veranderen.
            """,
        oneInLink: """
            Jouw link noemt maar een van de twee mensen die deze lijst ondertekenen: alleen die \
            ene handtekening is nagekeken. Neem liever de hele link over van de poster of pas.
            """,
        speaks: { "Talen: \($0)." },
        reads: { "Leest op \($0)." },
        readsUnknown: "Leesdagen: niet bekend.",
        absent: { "Afwezig van \($0) tot en met \($1)." },
        replacedBy: { "Vervanging: \($0)." },
        phone: { "Telefoon: \($0)." },
        remark: { "Opmerking: \($0)" },
        old: { "Dit is van \($0), \($1) dagen geleden; het kan veranderd zijn." },
        way: { "Ook mogelijk: \($0)" },
        new: { "Nieuw sinds \($0)." },
        silent: {
            "Heeft sinds \($0) geen berichten opgehaald. Misschien is deze persoon afwezig. Kies iemand die wel ophaalt, of bel."
        },
        notThisMonth: "Deze maand kun je niet op deze manier aan deze persoon schrijven.",
        notConfirmed: """
            Heeft deze lijst nog niet zelf bevestigd. Daarom kun je nu niet op deze manier aan deze \
            persoon schrijven.
            """,
        call: "Bel.",
        helpLines: "Hulp in Nederland",
        helpAsOf: { "Nummers zoals bekend op \($0)." },
        helpOld: "Dat is langer dan een jaar geleden: nummers kunnen veranderd zijn.",
        phoneBill: "Een telefoonrekening kan tonen wie je belde.",
        validUntil: { "Deze lijst geldt tot en met \($0)." })
}
