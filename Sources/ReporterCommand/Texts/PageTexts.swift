/// Checking a web page against its release.
struct PageTexts: Sendable {
    let noKey: @Sendable (_ given: String) -> String
    let list: @Sendable (_ signer: String, _ files: Int, _ hash: String) -> String
    let same: String
    let notProven: String
    let different: @Sendable (_ address: String) -> String
    let differentHint: String
}

extension PageTexts {
    static let dutch = PageTexts(
        noKey: {
            """
            \($0) is geen openbare release-sleutel en geen bestand met één sleutel; haal release.vkey bij de makers
            """
        },
        list: { "Lijst van \($1) bestanden, ondertekend door \($0)\n  SHA-256: \($2)" },
        same: "GELIJK: elk bestand van de pagina is zoals het uitgegeven is.",
        notProven: """
            Niet bewezen is dat iedereen dezelfde pagina krijgt, en altijd. Vergelijk de SHA-256 met die \
            bij de uitgave van de makers: een oudere uitgave is ook ondertekend.
            """,
        different: {
            """
            NIET DEZELFDE PAGINA: wat \($0) geeft, is niet wat uitgegeven is; wat je daar typt, kan een ander lezen
            """
        },
        differentHint: """
            gebruik deze pagina niet, ook niet om iets na te kijken; bel of schrijf een vertrouwenspersoon langs een \
            andere weg, bewaar deze regels en laat ze zien aan wie je vertrouwt, niet aan wie de pagina beheert
            """)

    static let english = PageTexts(
        noKey: {
            """
            \($0) is not a public release key, nor a file with one key; get release.vkey from the makers
            """
        },
        list: { "List of \($1) files, signed by \($0)\n  SHA-256: \($2)" },
        same: "THE SAME: every file of the page is as it was released.",
        notProven: """
            Not proven is that everyone gets the same page, and always. Compare the SHA-256 with that of \
            the makers' release: an older release is signed too.
            """,
        different: {
            """
            NOT THE SAME PAGE: what \($0) gives is not what was released; what you type there someone else may read
            """
        },
        differentHint: """
            don't use this page, not even to look something up; call or write to a confidential counsellor another \
            way, keep these lines and show them to someone you trust, not to those who run the page
            """)
}
