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
                    "het logboek van de gateway is niet ondertekend met de sleutel uit de lijst",
                    hint: doNotTrust)
            case .malformed:
                Sentence(
                    "het logboek van de gateway heeft niet de goede vorm: er ontbreekt iets of er is iets veranderd",
                    hint: doNotTrust)
            case .fork(let size):
                Sentence(
                    "de gateway heeft twee verschillende logboeken van \(size) regels ondertekend: hij laat "
                        + "verschillende mensen iets anders zien, of ging verder vanaf een oude kopie",
                    hint: doNotTrust)
            case .altered(let size):
                Sentence(
                    "de regels die de gateway geeft, zijn niet die hij ondertekende (bij \(size) regels)",
                    hint: doNotTrust)
            case .rewound(let seen, let served):
                Sentence(
                    "de gateway toont \(served) regels, en hier zijn er al \(seen) gezien: hij verbergt er, of "
                        + "is teruggezet naar een oude kopie", hint: doNotTrust)
            case .missingDay(let day):
                Sentence(
                    "in het logboek van de gateway ontbreekt de afsluiting van de dag na \(day.text)",
                    hint: doNotTrust)
            case .repeated(let hash):
                Sentence(
                    "in het logboek van de gateway staat één bericht twee keer (\(Hex.encode(hash))): er staat een oud "
                        + "op een plaats waar misschien een nieuw is weggelaten", hint: doNotTrust)
            case .shortened:
                Sentence(
                    "de gateway geeft regels niet meer die hij moet bewaren, en die hier niet waren bevestigd",
                    hint: doNotTrust)
            case .stale(let last):
                Sentence(
                    "de gateway heeft geen dag meer afgesloten sinds \(last?.text ?? "het begin")",
                    hint:
                        "alles wat hij gaf is opgehaald; vergelijk de klokken, en bel de beheerder")
            case .falseCosignature(let name):
                Sentence(
                    "de gateway beweert dat \(inert(name)) zijn logboek heeft bevestigd, en dat is niet waar",
                    hint: doNotTrust)
            }
        },
        notesWithheld: {
            Sentence(
                "de gateway houdt ondertekende berichten achter die in zijn logboek staan (\($0)): misschien een "
                    + "nieuwere lijst", hint: doNotTrust)
        },
        notLogged: Sentence(
            "de lijst van vertrouwenspersonen die de gateway geeft, staat niet in zijn logboek",
            hint: doNotTrust),
        promiseBroken: {
            Sentence(
                "de gateway beloofde op \($1.text) te bewaren wat u verstuurde, en zo staat het niet in zijn logboek",
                hint:
                    "het bewijs is \($0): bewaar het, schrijf de outbox opnieuw en verstuur hem, en bel de organisatie"
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
