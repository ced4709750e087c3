/// About the reporters' page, looked at by the way.
struct PageTexts: Sendable {
    let same: @Sendable (_ files: Int) -> String
    let notSeen: String
    let different: @Sendable (_ findings: String) -> String
    let differentHint: String
    let fetchedFirst: String
    let badKey: @Sendable (_ file: String) -> String
}

extension PageTexts {
    static let dutch = PageTexts(
        same: { "De pagina voor melders is zoals uitgegeven (\($0) bestanden)." },
        notSeen: "De pagina voor melders was nu niet te bekijken; de volgende keer weer.",
        different: {
            """
            ALARM: DE PAGINA VOOR MELDERS IS NIET WAT UITGEGEVEN IS; wat iemand daar typt, kan een ander lezen \
            (\($0))
            """
        },
        differentHint: """
            zeg het vandaag tegen de organisatie en uw collega's, en niet alleen tegen wie de pagina beheert: laat de \
            QR-codes en links weghalen tot het verklaard is; is er net een nieuwe uitgave, vervang dan release.vkey niet zonder te bellen
            """,
        fetchedFirst: "Wat nieuw was is opgehaald en bevestigd. Maar:",
        badKey: {
            "\($0) is geen openbare release-sleutel; haal hem opnieuw bij de makers"
        })

    static let english = PageTexts(
        same: { "The reporters' page is as it was released (\($0) files)." },
        notSeen:
            "The reporters' page could not be looked at this time; the next fetch tries again.",
        different: {
            """
            ALARM: THE REPORTERS' PAGE IS NOT WHAT WAS RELEASED; what someone types there another may read \
            (\($0))
            """
        },
        differentHint: """
            tell the organisation and your colleagues today, and not only those who run the page: have the QR codes and \
            links taken away until it is explained; if there was a new release just now, don't replace release.vkey without calling
            """,
        fetchedFirst: "What was new is fetched and confirmed. But:",
        badKey: {
            "\($0) is not a public release key; get it from the makers again"
        })
}
