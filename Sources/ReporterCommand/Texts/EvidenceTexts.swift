/// Proofs that are kept on request.
struct EvidenceTexts: Sendable {
    let reveals: @Sendable (_ folder: String) -> String
    let otherOrganisation: @Sendable (_ folder: String) -> String
    let written: @Sendable (_ path: String) -> String
    let otherPromise: @Sendable (_ path: String) -> String
    let pending: @Sendable (_ day: String) -> String
    let kept: @Sendable (_ day: String) -> String
    let expired: @Sendable (_ day: String) -> String
}

extension EvidenceTexts {
    static let dutch = EvidenceTexts(
        reveals: {
            """
            Bewijzen komen in de map \($0). Wie die bestanden vindt, ziet dat jij iets meldde, of \
            iemand die het jou vertelde. Wat je schreef, staat er niet in, en je tien woorden ook \
            niet.
            """
        },
        otherOrganisation: {
            """
            in de map \($0) ligt een organisation.link die niet van deze organisatie is, en daar wordt niets \
            overschreven. Er is niets opgehaald of verstuurd. Geef een andere map met --evidence
            """
        },
        written: { "Bewaard: \($0)" },
        otherPromise: { "\($0) hoort niet bij deze tien woorden, of is beschadigd." },
        pending: {
            "Je bericht van \($0) is aangenomen. Vanaf morgen is te zien of het ook bewaard is."
        },
        kept: { "Wat het meldpunt op \($0) beloofde, is gebeurd: je bericht is bewaard." },
        expired: { "Een belofte van \($0) is te oud: berichten van toen worden niet meer bewaard." }
    )

    static let english = EvidenceTexts(
        reveals: {
            """
            Proofs go to the folder \($0). Whoever finds these files can see that you, or someone \
            who told you, reported something. What you wrote is not in them, nor are your ten words.
            """
        },
        otherOrganisation: {
            """
            the folder \($0) has an organisation.link that is not of this organisation, and nothing there is \
            overwritten. Nothing was fetched or sent. Give another folder with --evidence
            """
        },
        written: { "Kept: \($0)" },
        otherPromise: { "\($0) is not of these ten words, or is damaged." },
        pending: {
            "Your message of \($0) was accepted. Whether it was kept too shows from tomorrow."
        },
        kept: { "What the reporting point promised on \($0) was done: your message was kept." },
        expired: { "A promise of \($0) is too old: messages of then are not kept any more." })
}
