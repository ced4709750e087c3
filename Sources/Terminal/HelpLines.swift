package import Reporting
package import TransparencyLog

/// One help line in the Netherlands, for the reporter and for the counsellor's desk. The page has the same list in
/// `Sources/Page/scripts/help-lines.mjs`; a test compares them.
package struct HelpLine: Sendable {
    package let name: String
    private let dutchPurpose: String
    private let englishPurpose: String
    package let contact: String

    private init(
        _ name: String, _ dutchPurpose: String, _ englishPurpose: String, _ contact: String
    ) {
        self.name = name
        self.dutchPurpose = dutchPurpose
        self.englishPurpose = englishPurpose
        self.contact = contact
    }

    package func purpose(in language: Language) -> String {
        switch language {
        case .nl: dutchPurpose
        case .en: englishPurpose
        }
    }

    /// The day of the list these were taken from; nobody has called them for it.
    package static let asOf = Day("2026-11-24")!
    /// After so many days it is said that they may have changed.
    package static let freshDays = 365

    /// Always shown, also when nothing can be reached.
    package static let all = [
        HelpLine("Alarmnummer", "gevaar", "danger", "112"),
        HelpLine("Politie", "geen spoed", "police, no emergency", "0900-8844"),
        HelpLine(
            "113 Zelfmoordpreventie", "gedachten aan zelfdoding, dag en nacht, gratis",
            "suicidal thoughts, day and night, free", "113, 0800-0113, 113.nl"),
        HelpLine(
            "Centrum Seksueel Geweld", "seksueel geweld, dag en nacht",
            "sexual violence, day and night",
            "0800-0188, centrumseksueelgeweld.nl"),
        HelpLine(
            "Slachtofferhulp Nederland", "slachtoffers", "victims", "0900-0101, slachtofferhulp.nl"),
        HelpLine(
            "Veilig Thuis", "geweld thuis, dag en nacht", "violence at home, day and night",
            "0800-2000"),
        HelpLine(
            "De Luisterlijn", "iemand die luistert, dag en nacht",
            "someone to listen, day and night",
            "088-0767 000"),
        HelpLine(
            "Kindertelefoon", "onder de 18", "under 18", "0800-0432, kindertelefoon.nl"),
        HelpLine("MIND Korrelatie", "psychische hulp", "mental health", "0900-1450"),
        HelpLine(
            "Huis voor Klokkenluiders", "misstanden: advies, onderzoek",
            "wrongdoing: advice, investigation",
            "088-133 10 00, huisvoorklokkenluiders.nl"),
        HelpLine(
            "Nederlandse Arbeidsinspectie", "arbeidsomstandigheden", "working conditions",
            "0800-5151, nlarbeidsinspectie.nl"),
        HelpLine(
            "College voor de Rechten van de Mens", "discriminatie", "discrimination",
            "030-888 38 88, mensenrechten.nl"),
        HelpLine(
            "Discriminatie.nl", "discriminatie", "discrimination", "0800-0880, discriminatie.nl"),
        HelpLine(
            "Het Juridisch Loket", "gratis juridisch advies", "free legal advice",
            "juridischloket.nl"),
        HelpLine(
            "Meld Misdaad Anoniem", "misdaad melden zonder naam", "crime, anonymously", "0800-7000"),
        HelpLine(
            "Vertrouwensinspecteur onderwijs", "scholen", "schools", "0900-111 3 111"),
        HelpLine(
            "LVV", "de vereniging van vertrouwenspersonen", "the counsellors' association",
            "lvvv.nl"),
    ]
}
