package import Reporting
package import TransparencyLog

/// What the reporter reads of a referral or a sketch unless she writes it otherwise, in the language in which
/// the reporter writes.
package struct ReferralWords: Sendable {
    private let language: Language
    private let day: @Sendable (Day) -> String

    /// - Parameters:
    ///   - own: the language where the reporter's is not known.
    ///   - day: a day as people write it, in a language.
    package init(
        _ file: CaseFile, own: Language, day: @escaping @Sendable (Day, Language) -> String
    ) {
        let language = file.received.compactMap { Language(rawValue: $0.language) }.first ?? own
        self.language = language
        self.day = { day($0, language) }
    }

    /// Asks whether it may be shared, and says what goes along.
    package func question(
        _ colleague: Colleague, _ file: CaseFile, _ choice: ReferralText.Choice
    ) -> String {
        let list = goesAlong(file, choice).map { "- " + $0 }.joined(separator: "\n")
        return language == .nl
            ? """
            Ik wil dit delen met \(colleague.name), \(role(colleague.role)). Dit stuur ik mee:
            \(list)

            Vind je dat goed? Zeg je nee, dan deel ik niets. Je kunt dezelfde tien woorden blijven gebruiken.
            """
            : """
            I would like to share this with \(colleague.name), \(role(colleague.role)). I would send this along:
            \(list)

            Do you agree? If you say no, I won't share anything. You can go on using the same ten words.
            """
    }

    /// Says who has it from now on.
    package func told(_ name: String) -> String {
        language == .nl
            ? """
            Vanaf nu helpt \(name) je verder. Schrijf met dezelfde tien woorden; je bericht gaat dan naar \
            \(name). Ik lees dat niet mee. Wat ik had, wis ik zodra het is aangekomen.
            """
            : """
            From now on \(name) will help you. Write with the same ten words; your message then goes to \
            \(name). I won't read it. What I had, I will erase once it has arrived.
            """
    }

    /// Says so without blame, and without why.
    package var toldOfConflict: String {
        language == .nl
            ? """
            Dit kan ik beter niet zelf doen. Daarom heb ik het overgedragen aan een andere \
            vertrouwenspersoon, die er niet bij betrokken is. Dat ligt niet aan jou. Schrijf met dezelfde \
            tien woorden; je bericht gaat dan daarheen. Ik lees dat niet mee. Wat ik had, wis ik.
            """
            : """
            It is better that I don't do this myself. So I have handed it over to another confidential \
            counsellor, who is not involved. It is not because of you. Write with the same ten words; \
            your message then goes there. I won't read it. What I had, I will erase.
            """
    }

    /// Shows a sketch before anyone gets it.
    package func sketch(_ text: String) -> String {
        (language == .nl
            ? """
            Dit zou ik willen meegeven aan iemand die je kan helpen. Lees het rustig na. Klopt het, en mag \
            het zo? Zeg het ook als er iets weg moet. Zonder jouw ja geef ik het niet mee.
            """
            : """
            This is what I would like to give to someone who can help you. Take your time to read it. Is it \
            right, and may it go like this? Also say if something must come out. Without your yes I won't give it.
            """) + "\n\n" + text
    }

    /// What stands above a part of a sketch: the reporter reads it, and it must not change with the desk's language.
    package func heading(of part: Sketch.Part) -> String {
        switch part {
        case .who: word("Om wie gaat het?", "Who is it about?")
        case .what: word("Wat is er gebeurd?", "What happened?")
        case .since: word("Sinds wanneer?", "Since when?")
        case .effects:
            word("Wat doet het met de melder?", "What effect does it have on the reporter?")
        case .wishes: word("Wat wil de melder?", "What does the reporter want?")
        case .risks: word("Welke risico's zijn er?", "What are the risks?")
        }
    }

    /// What goes along, as the reporter knows it: a line each.
    private func goesAlong(_ file: CaseFile, _ choice: ReferralText.Choice) -> [String] {
        var lines: [String] = []
        for (index, message) in file.messages.enumerated() where choice.messages.contains(index) {
            let line =
                switch message {
                case .received(let one) where one.referral == nil:
                    word("wat je schreef op ", "what you wrote on ") + day(one.day)
                case .received(let one):
                    word(
                        "wat een andere vertrouwenspersoon schreef op ",
                        "what another confidential counsellor wrote on ") + day(one.day)
                case .written(let one): word("mijn antwoord van ", "my answer of ") + day(one.day)
                }
            if !lines.contains(line) { lines.append(line) }
        }
        if !choice.notes.isEmpty {
            lines.append(
                word("wat ik er zelf over heb opgeschreven", "what I wrote down about it myself"))
        }
        if !VisibleText.isBlank(choice.remark) {
            lines.append(word("een paar woorden van mij erbij", "a few words of mine"))
        }
        return lines
    }

    private func role(_ role: Roster.Counsellor.Role) -> String {
        switch role {
        case .internal: word("interne vertrouwenspersoon", "internal confidential counsellor")
        case .external: word("externe vertrouwenspersoon", "external confidential counsellor")
        case .deputy: word("vervangende vertrouwenspersoon", "deputy confidential counsellor")
        }
    }

    private func word(_ dutch: String, _ english: String) -> String {
        language == .nl ? dutch : english
    }
}
