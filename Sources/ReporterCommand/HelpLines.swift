internal import Reporting
internal import TransparencyLog

/// One help line in the Netherlands.
struct HelpLine: Sendable {
    let name: String
    private let dutchPurpose: String
    private let englishPurpose: String
    let contact: String

    private init(
        _ name: String, _ dutchPurpose: String, _ englishPurpose: String, _ contact: String
    ) {
        self.name = name
        self.dutchPurpose = dutchPurpose
        self.englishPurpose = englishPurpose
        self.contact = contact
    }

    func purpose(in language: Language) -> String {
        switch language {
        case .nl: dutchPurpose
        case .en: englishPurpose
        }
    }

    /// The day of the list these were taken from; nobody has called them for it.
    static let asOf = Day("2026-11-24")!
    /// After so many days it is said that they may have changed.
    static let freshDays = 365

    /// Always shown, also when nothing can be reached.
    static let all = [
        HelpLine("Alarmnummer", "gevaar", "danger", "112"),
        HelpLine("Politie", "geen spoed", "police, no emergency", "0900-8844"),
        HelpLine(
            "113 Zelfmoordpreventie", "gedachten aan zelfdoding", "suicidal thoughts",
            "113, 0800-0113 (gratis/free), 113.nl"),
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

extension Texts {
    /// The whole directory, a line each, with the day it was checked.
    func helpLines(today: Day) -> String {
        var lines = [organisation.helpLines + ":"]
        lines += HelpLine.all.map { line in
            "  \(line.name) (\(line.purpose(in: language))): \(line.contact)"
        }
        lines.append("  " + organisation.helpAsOf(common.day(HelpLine.asOf)))
        if today.number - HelpLine.asOf.number > HelpLine.freshDays {
            lines.append("  " + organisation.helpOld)
        }
        lines.append("  " + organisation.phoneBill)
        return lines.joined(separator: "\n")
    }
}
