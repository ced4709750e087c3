/// What a report is about, as a code; a reporter may leave it out.
///
/// Names for people live with the texts.
///
/// A code not known here is kept as it is: a newer reporter may know more.
public struct Category: Sendable, Hashable, RawRepresentable {
    /// Lower-case ASCII letters and hyphens.
    public let rawValue: String

    /// Takes any code: `isKnown` says whether it is one of these.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Whether it is one of `behaviour`, `integrity`, `other`.
    public var isKnown: Bool { Self.all.contains(self) }

    /// Unwanted behaviour between people (omgangsvormen).
    public static let behaviour = [
        bullying, discrimination, intimidation, sexualHarassment, violence, stalking, abuseOfPower,
        exclusion,
    ]
    /// Integrity of the organisation (integriteit).
    public static let integrity = [
        fraud, corruption, conflictOfInterest, misuse, dataBreach, safety, retaliation,
    ]
    /// Anything else (overig).
    public static let other = [workDispute, cooperation, workload, unknown]
    /// All of them, in the order shown.
    public static let all = behaviour + integrity + other

    /// Pesten.
    public static let bullying = Category(rawValue: "bullying")
    /// Discriminatie, on whatever ground.
    public static let discrimination = Category(rawValue: "discrimination")
    /// Intimidatie.
    public static let intimidation = Category(rawValue: "intimidation")
    /// Seksuele intimidatie.
    public static let sexualHarassment = Category(rawValue: "sexual-harassment")
    /// Agressie en geweld.
    public static let violence = Category(rawValue: "violence")
    /// Stalking.
    public static let stalking = Category(rawValue: "stalking")
    /// Machtsmisbruik.
    public static let abuseOfPower = Category(rawValue: "abuse-of-power")
    /// Uitsluiting en roddel.
    public static let exclusion = Category(rawValue: "exclusion")
    /// Fraude en diefstal.
    public static let fraud = Category(rawValue: "fraud")
    /// Corruptie.
    public static let corruption = Category(rawValue: "corruption")
    /// Belangenverstrengeling.
    public static let conflictOfInterest = Category(rawValue: "conflict-of-interest")
    /// Misbruik van middelen of informatie.
    public static let misuse = Category(rawValue: "misuse")
    /// Datalek.
    public static let dataBreach = Category(rawValue: "data-breach")
    /// Veiligheid of milieu.
    public static let safety = Category(rawValue: "safety")
    /// Benadeling na een melding.
    public static let retaliation = Category(rawValue: "retaliation")
    /// Arbeidsconflict.
    public static let workDispute = Category(rawValue: "work-dispute")
    /// Samenwerking.
    public static let cooperation = Category(rawValue: "cooperation")
    /// Werkdruk.
    public static let workload = Category(rawValue: "workload")
    /// Weet ik niet.
    public static let unknown = Category(rawValue: "unknown")
}
