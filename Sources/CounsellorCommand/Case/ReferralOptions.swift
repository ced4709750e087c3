internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// What a referral is told by every command that makes one.
struct ReferralOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(en: "The case's number.", nl: "Het nummer van de zaak.", value: "number")
    ) var number: Int
    @Option(
        help: ArgumentHelp(
            en: "A file with what the reporter reads, in the place of the usual words.",
            nl: "Een bestand met wat de melder leest, in plaats van de gewone woorden.",
            value: "file"))
    var messageFile: String?
    @Flag(
        help: ArgumentHelp(
            en:
                "At once with the next counsellor outbox, in danger: that there was something can be seen.",
            nl:
                "Meteen met de volgende counsellor outbox, bij gevaar: dat er iets was, is dan te zien."
        ))
    var now = false
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions
    @OptionGroup var clock: ClockOptions

    /// What she wrote in the place of the usual words.
    func words(_ console: Console) throws -> String? {
        try messageFile.map { try Self.text($0, console) }
    }

    static func text(_ path: String, _ console: Console) throws -> String {
        Report.normalized(
            String(decoding: try console.read(path: path, limit: 1 << 20), as: UTF8.self))
    }

    /// Says where the case's last referral is.
    func say(_ home: OfflineHome, _ texts: Texts, _ console: Console) throws {
        let last = try home.referrals(of: number).last
        console.print(
            output.json ? try json(ReferralJSON(number, last)) : texts.referral.standing(last))
    }

    func usualWords(_ file: CaseFile, _ texts: Texts) -> ReferralWords {
        ReferralWords(file, own: texts.language) { day, _ in day.text }
    }
}

/// Where a referral is.
struct ReferralJSON: Encodable {
    let number: Int
    /// `none`, `asked`, `sent`, `posted`.
    let state: String
    let agreed: Bool
    let to: String?
    let reason: String?
    let day: String?
    let parts: [String]

    init(_ number: Int, _ referral: OutgoingReferral?) {
        self.number = number
        state = referral?.state.rawValue ?? "none"
        agreed = referral?.isAgreed ?? false
        to = referral?.recipient
        reason = referral?.reason.rawValue
        day = referral?.day.text
        parts = referral?.parts ?? []
    }
}
