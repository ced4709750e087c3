package import Reporting

extension Category {
    /// Its name for people; a code not known here is shown as it is, inert.
    package func name(in language: Language) -> String {
        guard let names = Self.names[self] else { return inert(rawValue) }
        switch language {
        case .nl: return names.nl
        case .en: return names.en
        }
    }

    private static let names: [Category: (nl: String, en: String)] = [
        .bullying: ("pesten", "bullying"),
        .discrimination: ("discriminatie", "discrimination"),
        .intimidation: ("intimidatie", "intimidation"),
        .sexualHarassment: ("seksuele intimidatie", "sexual harassment"),
        .violence: ("agressie en geweld", "aggression and violence"),
        .stalking: ("stalking", "stalking"),
        .abuseOfPower: ("machtsmisbruik", "abuse of power"),
        .exclusion: ("uitsluiting en roddel", "exclusion and gossip"),
        .fraud: ("fraude en diefstal", "fraud and theft"),
        .corruption: ("corruptie", "corruption"),
        .conflictOfInterest: ("belangenverstrengeling", "conflict of interest"),
        .misuse: ("misbruik van middelen of informatie", "misuse of assets or information"),
        .dataBreach: ("datalek", "data breach"),
        .safety: ("veiligheid of milieu", "safety or environment"),
        .retaliation: ("benadeling na een melding", "retaliation for speaking up"),
        .workDispute: ("arbeidsconflict", "work dispute"),
        .cooperation: ("samenwerking", "cooperation"),
        .workload: ("werkdruk", "workload"),
        .unknown: ("weet ik niet", "don't know"),
    ]
}

extension Track {
    /// Its name for people.
    package func name(in language: Language) -> String {
        switch (self, language) {
        case (.conversation, .nl): "gesprek"
        case (.conversation, .en): "conversation"
        case (.complaint, .nl): "klacht"
        case (.complaint, .en): "complaint"
        case (.wbk, .nl): "melding van een misstand (Wbk)"
        case (.wbk, .en): "report of wrongdoing (Wbk)"
        }
    }
}
