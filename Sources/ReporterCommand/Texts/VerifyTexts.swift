internal import TransparencyLog

/// Checking a proof from a file: for anyone it was given to.
struct VerifyTexts: Sendable {
    let proven: @Sendable (_ kind: String) -> String
    let kinds: @Sendable (EntryKind) -> String
    let place: @Sendable (_ origin: String, _ index: Int, _ size: Int) -> String
    let organisation: @Sendable (_ name: String, _ issued: String, _ expires: String) -> String
    let sameEnvelope: String
    let fetched: @Sendable (_ name: String, _ day: String) -> String
    let imported: @Sendable (_ name: String, _ day: String) -> String
    let nobody: String
    let notProven: String
    let linkBeside: @Sendable (_ link: String) -> String
    let noRoster: @Sendable (_ path: String) -> String
    let otherEnvelope: @Sendable (_ path: String) -> String
    let malformed: String
    let missingSignature: @Sendable (_ name: String) -> String
    let badSignature: @Sendable (_ name: String) -> String
    let notIncluded: String

    /// Why a proof proves nothing.
    func what(_ error: NoteError) -> String {
        switch error {
        case .missingSignature(let name): missingSignature(name)
        case .badSignature(let name): badSignature(name)
        case .notIncluded: notIncluded
        default: malformed
        }
    }
}

extension VerifyTexts {
    static let dutch = VerifyTexts(
        proven: { "BEWEZEN: \($0) is aangenomen en staat in het register." },
        kinds: { kind in
            switch kind {
            case .report: "een dichte envelop met een melding (of met niets, als vulling)"
            case .reply: "een dichte envelop met een antwoord (of met niets, als vulling)"
            case .note: "een ondertekende lijst of mededeling"
            case .attachmentPart: "een deel van een bijlage"
            }
        },
        place: { "Register \($0), plaats \($1) (vanaf 0) van \($2)." },
        organisation: { "Organisatie: \($0); lijst van \($1), geldig tot en met \($2)." },
        sameEnvelope: "De envelop die je gaf, is deze envelop.",
        fetched: { "\($0) bevestigde op \($1) alles tot hier te hebben opgehaald." },
        imported: { "\($0) bevestigde op \($1) alles tot hier in handen te hebben." },
        nobody: "Geen vertrouwenspersoon heeft dit register bevestigd.",
        notProven: """
            Niet bewezen is wat erin staat, wie het schreef, of dat iemand het las.
            """,
        linkBeside: {
            """
            De link lag bij het bewijs. Vergelijk hem met de poster, want hiervan hangt alles af: \($0)
            """
        },
        noRoster: { "\($0) is geen ondertekende lijst, of hij is beschadigd" },
        otherEnvelope: { "NIET BEWEZEN: dit bewijs is van een andere envelop dan \($0)" },
        malformed: "NIET BEWEZEN: het bestand is geen bewijs van dit soort, of het is beschadigd",
        missingSignature: {
            "NIET BEWEZEN: de handtekening van \($0) ontbreekt. Is dit de lijst van dezelfde organisatie?"
        },
        badSignature: { "NIET BEWEZEN: de handtekening van \($0) is vals" },
        notIncluded: "NIET BEWEZEN: de envelop staat niet in het register dat ondertekend is")

    static let english = VerifyTexts(
        proven: { "PROVEN: \($0) was accepted and stands in the register." },
        kinds: { kind in
            switch kind {
            case .report: "a sealed envelope with a report (or with nothing, as cover)"
            case .reply: "a sealed envelope with an answer (or with nothing, as cover)"
            case .note: "a signed list or notice"
            case .attachmentPart: "a part of an attachment"
            }
        },
        place: { "Register \($0), place \($1) (from 0) of \($2)." },
        organisation: { "Organisation: \($0); list of \($1), valid until and including \($2)." },
        sameEnvelope: "The envelope that you gave is this envelope.",
        fetched: { "\($0) confirmed on \($1) to have fetched everything up to here." },
        imported: { "\($0) confirmed on \($1) that everything up to here was in their hands." },
        nobody: "No confidential counsellor has confirmed this register.",
        notProven: "Not proven is what it says, who wrote it, or that anyone read it.",
        linkBeside: {
            """
            The link lay beside the proof. Compare it with the poster, because everything depends on it: \($0)
            """
        },
        noRoster: { "\($0) is not a signed list, or it is damaged" },
        otherEnvelope: { "NOT PROVEN: this proof is of another envelope than \($0)" },
        malformed: "NOT PROVEN: the file is not a proof of this kind, or it is damaged",
        missingSignature: {
            "NOT PROVEN: the signature of \($0) is missing. Is this the list of the same organisation?"
        },
        badSignature: { "NOT PROVEN: the signature of \($0) is false" },
        notIncluded: "NOT PROVEN: the envelope is not in the register that was signed")
}
