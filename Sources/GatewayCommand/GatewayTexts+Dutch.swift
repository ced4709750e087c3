internal import DropBox
internal import Gateway
internal import Reporting
internal import Terminal
internal import TransparencyLog

extension GatewayTexts {
    static let dutch = GatewayTexts(
        vkeysWritten: {
            """
            De openbare sleutels hierboven staan ook in \($0)/gateway.vkeys. Geef ze aan de mensen die \
            de lijst maken; maak bekend wat zij ondertekenen met: gateway publish \($0) BESTAND
            """
        },
        published: { notice in
            switch notice {
            case .roster(let roster, _):
                "bekendgemaakt: lijst \(roster.serial) van \(roster.organisation), geldig tot en met "
                    + roster.expires.text
            case .keys(let keys, _): "bekendgemaakt: sleutels \(keys.serial) van \(keys.counsellor)"
            case .hours(let hours, _):
                "bekendgemaakt: leestijden \(hours.serial) van \(hours.counsellor)"
            }
        },
        closed: { "\($0.text) is afgesloten; het logboek heeft \(counted($1, "regel", "regels"))" },
        nothingToClose: { "niets af te sluiten: \($0.text) en de dagen ervoor zijn afgesloten" },
        noSuchPort: { "poort \($0) bestaat niet; geef een getal van 0 tot en met 65535" },
        beyondLoopback: {
            (
                "\($0) is bereikbaar voor andere computers, en de gateway spreekt HTTP zonder TLS",
                """
                zet een reverse proxy of onion-dienst voor 127.0.0.1 (Docs/operations.md), of geef \
                --listen-beyond-loopback
                """
            )
        },
        linkedWrongly: "deze versie wist vrijgegeven geheugen niet; ze is verkeerd gelinkt",
        inUse: {
            (
                "\($0) is in gebruik bij een ander programma",
                "stop dat programma, of kies een andere poort met --port"
            )
        },
        notAllowed: {
            (
                "het systeem staat luisteren op \($0) niet toe",
                "poorten onder 1024 zijn voor een reverse proxy; kies een andere met --port"
            )
        },
        folder: { fault, folder in
            switch fault {
            case .notInitialised:
                (
                    "\(folder) is geen map van een gateway",
                    "maak er een met: gateway init MAP --origin … --gateway …"
                )
            case .notEmpty:
                (
                    "in \(folder) staat al iets; gateway init heeft een nieuwe of lege map nodig",
                    "een map van eerder blijft zoals ze is: haar sleutels zijn niet opnieuw te maken"
                )
            case .readableByOthers(let path):
                (
                    "andere gebruikers van deze computer kunnen \(path) lezen",
                    "chmod go= \(path), en bedenk wie het gelezen kan hebben"
                )
            case .malformedKey(let path):
                (
                    "\(path) is niet de sleutel die het moet zijn",
                    "zet de reservekopie terug; een nieuwe sleutel vraagt een nieuwe lijst"
                )
            case .unusableOrigin:
                (
                    "de origin moet een naam zonder spaties en plustekens zijn, zoals meld.example",
                    nil
                )
            case .configuration(let path, let fault):
                (
                    path + (fault.line.map { ", regel \($0)" } ?? "") + ": "
                        + words(of: fault.reason), "de instellingen staan in Docs/operations.md"
                )
            }
        },
        setting: { words(of: $0) },
        file: { fault in
            switch fault {
            case .notFound(let path): ("\(path) is er niet", nil)
            case .alreadyExists(let path): ("\(path) is er al en is niet veranderd", nil)
            case .notPermitted(let path, let folder):
                (
                    "het systeem geeft geen toegang tot \(path)",
                    "doe dit als de gebruiker van wie \(folder) is"
                )
            case .diskFull(let path): ("de schijf is vol; \(path) is niet geschreven", nil)
            case .tooLarge(let path, let limit): ("\(path) heeft meer dan \(limit) bytes", nil)
            case .served(let folder):
                (
                    "een andere gateway bedient \(folder) al",
                    "publish, close-day en status werken intussen gewoon"
                )
            case .wrongKind(let path): ("\(path) is een ander soort bestand dan verwacht", nil)
            case .system(let path, let code): ("\(path): systeemfout \(code)", nil)
            }
        },
        dropBox: { fault in
            switch fault {
            case .conflict: ("een bericht met dezelfde hash is als iets anders bewaard", nil)
            case .full: ("de schijf is vol; er is niets bewaard", nil)
            case .newerVersion(let path):
                ("\(path) is door een nieuwere versie gemaakt", "installeer die versie weer")
            case .damaged(let path):
                (
                    "\(path) is beschadigd of geen drop-box",
                    """
                    bewaar het, en zet de reservekopie terug; is dat net gebeurd, haal dan \(path)-wal en \
                    \(path)-shm weg, die bij het vorige bestand horen (Docs/operations.md)
                    """
                )
            case .unavailable(let path, let code):
                ("\(path) is nu niet te gebruiken: SQLite-fout \(code)", nil)
            case .clockBehind(let today, let closed):
                (
                    "de klok van deze computer zegt \(today.text), maar \(closed.text) is al afgesloten",
                    "zet de klok goed; voor een afgesloten dag wordt niets aangenomen"
                )
            case .clockAhead(let today, let first, let last):
                (
                    """
                    de klok van deze computer zegt \(today.text): \(last.number - first.number + 1) dagen, van \
                    \(first.text) tot en met \(last.text), zouden in één keer afgesloten worden
                    """,
                    """
                    zet de klok goed als die fout staat; is het echt \(today.text), geef dan --clock-is-right. \
                    Een afgesloten dag gaat niet meer open (Docs/operations.md)
                    """
                )
            }
        },
        damage: { damage, folder in
            switch damage {
            case .older(let stored, let signed):
                (
                    """
                    de drop-box van \(folder) heeft \(stored) regels, maar een logboek van \(signed) is \
                    ondertekend: er is een oude reservekopie teruggezet, of er zijn regels kwijt
                    """, dutchRestoring
                )
            case .altered(let size):
                (
                    """
                    de drop-box van \(folder) is niet die waarvan het logboek van \(size) regels \
                    ondertekend is
                    """, dutchRestoring
                )
            case .noCheckpoint:
                (
                    """
                    \(folder)/checkpoint is er niet: niets zegt of deze drop-box de nieuwste is, en een \
                    oudere zou een tweede logboek ondertekenen
                    """,
                    """
                    zet dat bestand terug van de schijf waar het op stond; is het kwijt, lees dan "The disk \
                    is lost" in Docs/operations.md, en dan: gateway accept-loss \(folder) \
                    --newest-checkpoint BESTAND
                    """
                )
            case .noStore:
                (
                    "\(folder)/drop-box.sqlite is er niet, of er staat niets in",
                    """
                    zet de reservekopie terug; een logboek begint nooit opnieuw (Docs/operations.md)
                    """
                )
            case .foreignCheckpoint:
                (
                    "\(folder)/checkpoint is niet ondertekend met de log.key van deze map",
                    "zet de sleutel en het checkpoint terug die bij elkaar horen"
                )
            case .checkpoint(let size):
                ("het checkpoint van \(size) regels ontbreekt of klopt niet", dutchRestoring)
            case .entry(let position):
                ("regel \(position) ontbreekt of klopt niet", dutchRestoring)
            case .envelope(let position):
                ("de envelop van regel \(position) ontbreekt of is een andere", dutchRestoring)
            case .pending:
                ("een envelop in afwachting ontbreekt of is een andere", dutchRestoring)
            case .subtree(let level, let number):
                ("hash \(number) van niveau \(level) ontbreekt of klopt niet", dutchRestoring)
            case .closing(let day):
                ("de afsluiting van \(day.text) ontbreekt of klopt niet", dutchRestoring)
            case .cosignature(let name, let day):
                (
                    "de medeondertekening van \(inert(name)) van \(day.text) klopt niet",
                    dutchRestoring
                )
            }
        },
        foreignCheckpoint: {
            (
                "\($0) is geen checkpoint dat met de log.key van \($1) is ondertekend",
                "het is het bestand mirror/checkpoint in de map van een ophaalcomputer"
            )
        },
        lossAccepted: {
            """
            het logboek gaat door met zijn \(counted($0.stored, "regel", "regels")); het getoonde checkpoint \
            heeft er \($0.shown). Wat na de reservekopie is aangenomen, is kwijt
            """
        },
        lossAcceptedHint: """
            Nu: gateway verify. Vertel de vertrouwenspersonen wat er kwijt is. Heeft iemand een groter logboek \
            te zien gekregen, dan weigert die computer dit, en moet er een nieuw logboek beginnen \
            (Docs/operations.md).
            """,
        verified: { report in
            """
            nagekeken: \(counted(report.entries, "regel", "regels")) vanaf \(report.firstEntry), \(counted(report.envelopes, "envelop", "enveloppen")), \
            \(counted(report.notes, "bericht", "berichten")), \(report.pending) in afwachting, \(counted(report.subtrees, "deelboom", "deelbomen")), \
            \(counted(report.checkpoints, "checkpoint", "checkpoints")), \(counted(report.closings, "afsluiting", "afsluitingen")), \
            \(counted(report.cosignatures, "medeondertekening", "medeondertekeningen")); alles zoals ondertekend
            """
        },
        refusal: { refusal in
            switch refusal {
            case .malformed: "is geen ondertekende lijst, en geen sleutel- of leestijdenbericht"
            case .notSigned(let name): "is niet ondertekend door \(name)"
            case .serialNotHigher(let inForce): "is niet nieuwer: nummer \(inForce) geldt al"
            case .otherOrganisation: "is van een andere organisatie: de genesis-sleutel verschilt"
            case .otherGateway(let difference):
                "is voor een andere gateway: de regel '\(difference)' is niet die van deze map"
            case .expired(let day): "was geldig tot en met \(day.text)"
            case .notYetValid(let day):
                "geldt pas vanaf \(day.text); staat de klok van deze computer goed?"
            case .unknownCounsellor(let id):
                "is van '\(id)', die niet in de geldende lijst staat"
            case .notHers: "gaat over een andere vertrouwenspersoon dan de afzender"
            case .noRoster: "kan niet nagekeken worden: maak eerst de lijst bekend"
            case .tooLarge(let limit):
                "heeft meer dan de \(limit) bytes die leestijden mogen hebben"
            case .tooMany(let limit, let month):
                "is er een te veel: deze persoon heeft er in \(month.text) al \(limit) van deze soort "
                    + "bekendgemaakt"
            case .boardFull:
                """
                kan er niet bij: alle berichten samen zouden meer zijn dan programma's ophalen; alleen lijsten \
                worden nog aangenomen
                """
            }
        },
        notPublished: { "\($0) \($1); het is niet bekendgemaakt" },
        page: .dutch,
        status: StatusTexts(
            labels: [
                .gateway: "gateway", .organisation: "organisatie", .roster: "lijst",
                .counsellor: "vertrouwenspersoon", .stored: "bewaard", .pending: "in afwachting",
                .log: "logboek", .lastClosed: "laatst afgesloten",
                .kept: "niet gewist", .database: "database",
            ],
            origin: { "\($0), origin \($1)" },
            roster: { "nummer \($0), geldig tot en met \($1.text)" },
            noRoster: "nog niet bekendgemaakt",
            keys: { $0.map { "sleutels tot en met \($0.text)" } ?? "nog geen sleutels" },
            hours: { $0.map { "leestijden van \($0.text)" } ?? "nog geen leestijden" },
            stored: {
                [
                    counted($0, "melding", "meldingen"), counted($1, "antwoord", "antwoorden"),
                    counted($2, "bericht", "berichten"),
                ].joined(separator: ", ")
            },
            entries: { counted($0, "regel", "regels") }, noDay: "nog geen dag waarop er iets was",
            kept: { since, counsellors in
                "vanaf \(since.text), langer dan de bewaartermijn: "
                    + (counsellors.isEmpty
                        ? "verdwijnt bij de volgende afsluiting"
                        : "niet bevestigd door " + counsellors.joined(separator: ", "))
            }, bytes: { "\($0) bytes" }))
}

private let dutchRestoring = """
    zet de nieuwere drop-box.sqlite terug, zonder -wal en -shm van een andere, en geef verify. Is die voorgoed kwijt, dan moet er een nieuw \
    logboek beginnen: een nieuwe map met een andere origin, in een lijst die beide roots ondertekenen; \
    anders weigeren de computers van de vertrouwenspersonen dit (Docs/operations.md)
    """

private func words(of reason: GatewayConfiguration.Reason) -> String {
    switch reason {
    case .unknown(let name): "er is geen instelling '\(name)'"
    case .needsOneValue(let name): "'\(name)' heeft één waarde"
    case .setTwice(let name): "'\(name)' staat er al eerder"
    case .missing(let name): "'\(name)' ontbreekt"
    case .notAnAddress:
        "'gateway' moet een adres zijn zoals https://meld.example, zonder pad"
    case .notYesOrNo(let name): "'\(name)' moet yes of no zijn"
    case .notANumber(let value, let range):
        "'\(value)' moet een getal zijn van \(range.lowerBound) tot en met \(range.upperBound)"
    }
}
