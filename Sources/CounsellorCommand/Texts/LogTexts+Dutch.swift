internal import Sodium
internal import Terminal
internal import TransparencyLog

extension LogTexts {
    private static let doNotTrust =
        "er is niets bevestigd; laat deze map zoals hij is, haal nergens anders op, en bel de organisatie en de andere "
        + "vertrouwenspersonen: melders zien dat u niet hebt bevestigd"

    static let dutch = LogTexts(
        fault: { fault in
            switch fault {
            case .unsigned:
                Sentence(
                    "het register van het meldpunt is niet ondertekend met de sleutel uit de lijst",
                    hint: doNotTrust)
            case .malformed:
                Sentence(
                    "het register van het meldpunt heeft niet de goede vorm: er ontbreekt iets of er is iets veranderd",
                    hint: doNotTrust)
            case .fork(let size):
                Sentence(
                    "het meldpunt heeft twee verschillende registers van \(size) regels ondertekend: het laat "
                        + "verschillende mensen iets anders zien, of ging verder vanaf een oude kopie",
                    hint: doNotTrust)
            case .altered(let size):
                Sentence(
                    "de regels die het meldpunt geeft, zijn niet die het ondertekende (bij \(size) regels)",
                    hint: doNotTrust)
            case .rewound(let seen, let served):
                Sentence(
                    "het meldpunt toont \(served) regels, en hier zijn er al \(seen) gezien: het verbergt er, of "
                        + "is teruggezet naar een oude kopie", hint: doNotTrust)
            case .missingDay(let day):
                Sentence(
                    "in het register van het meldpunt ontbreekt de afsluiting van de dag na \(day.text)",
                    hint: doNotTrust)
            case .repeated(let hash):
                Sentence(
                    "in het register van het meldpunt staat één bericht twee keer (\(Hex.encode(hash))): er staat een oud "
                        + "op een plaats waar misschien een nieuw is weggelaten", hint: doNotTrust)
            case .shortened:
                Sentence(
                    "het meldpunt geeft regels niet meer die het moet bewaren, en die hier niet waren bevestigd",
                    hint: doNotTrust)
            case .stale(let last):
                Sentence(
                    "het meldpunt heeft geen dag meer afgesloten sinds \(last?.text ?? "het begin")",
                    hint:
                        "alles wat het gaf is opgehaald; vergelijk de klokken, en bel de beheerder")
            case .falseCosignature(let name):
                Sentence(
                    "het meldpunt beweert dat \(inert(name)) het register heeft bevestigd, en dat is niet waar",
                    hint: doNotTrust)
            }
        },
        notesWithheld: {
            Sentence(
                "het meldpunt houdt ondertekende berichten achter die in zijn register staan (\($0)): misschien een "
                    + "nieuwere lijst", hint: doNotTrust)
        },
        notLogged: Sentence(
            "de lijst van vertrouwenspersonen die het meldpunt geeft, staat niet in zijn register",
            hint: doNotTrust),
        promiseBroken: {
            Sentence(
                "het meldpunt beloofde op \($1.text) te bewaren wat u verstuurde, en zo staat het niet in zijn register",
                hint:
                    "het bewijs is \($0): bewaar het, zet de antwoorden opnieuw klaar en verstuur ze, en bel de organisatie"
            )
        },
        unapproved: {
            Sentence(
                "in de lijst van vertrouwenspersonen staat iemand nieuw, of met nieuwe sleutels; er is niets bevestigd:"
                    + "\n\($0)",
                hint:
                    "bel de twee mensen die de lijst ondertekenen; klopt het: counsellor approve \($1), en dan fetch"
            )
        },
        firstList: {
            "De lijst van vertrouwenspersonen zoals die nu is; daaraan houdt deze computer vast:\n"
                + $0.joined(separator: "\n")
        },
        approveQuestion: "Hoort deze persoon daar, met deze vingerafdruk?",
        approved: "Goedgekeurd. De volgende counsellor fetch bevestigt de lijst.",
        notApproved: "er is niets goedgekeurd",
        confirmed: "Aan iedereen bevestigd: alles is hier.",
        importedPosted: "Aan iedereen bevestigd: het is ingelezen op uw offline computer.",
        confirmation: "de bevestiging")
}
