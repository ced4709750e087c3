internal import Casework
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Referrals and handover sketches.
struct ReferralTexts: Sendable {
    let standing: @Sendable (_ referral: OutgoingReferral?) -> String
    let reporterReads: String
    let badPlaces: @Sendable (_ option: String, _ count: Int) -> Sentence
    let fault: @Sendable (_ fault: ReferralFault) -> Sentence
    let from: @Sendable (_ name: String, _ day: Day) -> String
    let fromNobody: @Sendable (_ day: Day) -> String
    let facts: @Sendable (_ referral: ReceivedReferral) -> String
    let otherReplyTo: String
    let address: @Sendable (_ name: String) -> String
    /// Of an import.
    let received: @Sendable (_ envelopes: Int) -> String
    let referred: @Sendable (_ cases: Int) -> String
    /// Of an outbox.
    let scheduled: @Sendable (_ envelopes: Int, _ last: Day?) -> String
    let waiting: @Sendable (_ envelopes: Int) -> String
    let sketchStanding: @Sendable (_ kept: KeptSketch?, _ text: String) -> String
    let written: @Sendable (_ path: String) -> String
}

extension ReferralTexts {
    static let english = ReferralTexts(
        standing: { referral in
            guard let referral else { return "Not referred." }
            let (name, day) = (inert(referral.name), referral.day.text)
            return switch referral.state {
            case .asked where referral.isAgreed:
                "The reporter agrees that this goes to \(name), asked on \(day). Send it with --agreed."
            case .asked: "Asked on \(day) whether this may go to \(name). There is no yes."
            case .sent:
                "Being referred to \(name) since \(day). It goes with the next counsellor outbox, and is erased here once the reporting point's register has it."
            case .posted: "Referred to \(name) on \(day). Nothing of what was said is kept here."
            }
        },
        reporterReads: "The reporter reads:",
        badPlaces: { Sentence("\($0) must be all, none, or numbers from 1 to \($1), such as 1,3") },
        fault: { fault in
            switch fault {
            case .cannotReceive(let id):
                Sentence(
                    "nothing can be sealed to \(inert(id)) now",
                    hint: "import what was fetched, or choose someone else of the list")
            case .noConsent:
                Sentence("the reporter has not said yes to this question, or has taken it back")
            case .beingReferred: Sentence("this case is being referred already")
            case .noReferral:
                Sentence("nothing to send or take back: nothing was asked, or it is on its way")
            case .nothingGoesAlong:
                Sentence("nothing goes along", hint: "choose a message, or add a remark")
            case .tooMuchGoesAlong:
                Sentence("this is too much for one referral", hint: "choose fewer messages")
            case .notSeenByReporter:
                Sentence(
                    "the reporter must see and agree to this sketch first",
                    hint: "--show, and after an answer --agreed")
            case .noAnswerToSketch:
                Sentence("no such message of the reporter came after the sketch was shown")
            }
        },
        from: { "Referred by \($0), \($1.text)" },
        fromNobody: { "NOT FROM A COLLEAGUE IN THE LIST, \($0.text): someone else made this" },
        facts: { referral in
            let part = "part \(referral.part) of \(referral.parts)"
            return switch referral.reason {
            case .consent: part + " · your colleague says: the reporter agreed"
            case .conflict: part + " · without asking: your colleague is involved"
            case .absence: part + " · without asking: your colleague is ill or away"
            }
        },
        otherReplyTo: """
            ALARM: names another address for your answers than the reporter does, or than an earlier \
            referral. Answers don't go there; what you answered before the reporter wrote to you, someone \
            else may have read.
            """,
        address: {
            """
            Where answers go you know from \($0) alone. Write nothing that \($0) may not read until the \
            reporter has written to you.
            """
        },
        received: { "Of these, parts of referrals by colleagues: \($0)." },
        referred: { "Referred and erased here: \(counted($0, "case", "cases"))." },
        scheduled: { count, last in
            "Referrals: \(counted(count, "envelope", "envelopes"))"
                + (last.map { ", the last goes on \($0.text)." } ?? ", at once.")
        },
        waiting: {
            "\(counted($0, "envelope", "envelopes")) of referrals must wait: there is no room, or your colleague has no key for that month."
        },
        sketchStanding: { kept, text in
            guard let kept else { return "There is no sketch." }
            if let danger = kept.danger {
                return "Life in danger, written down on \(danger.day.text). It may go."
            }
            if kept.shownText.isEmpty { return "The reporter has not been shown it." }
            if kept.shownText != text { return "It was changed after the reporter saw it." }
            return kept.agreed == nil
                ? "The reporter was asked. Which of these is the yes?"
                : "The reporter agrees. It may go."
        },
        written: { "Written to \($0)." })

    static let dutch = ReferralTexts(
        standing: { referral in
            guard let referral else { return "Niet doorverwezen." }
            let (name, day) = (inert(referral.name), referral.day.text)
            return switch referral.state {
            case .asked where referral.isAgreed:
                "De melder vindt het goed dat dit naar \(name) gaat, gevraagd op \(day). Verstuur het met --agreed."
            case .asked: "Gevraagd op \(day) of dit naar \(name) mag. Er is geen ja."
            case .sent:
                "Wordt doorverwezen naar \(name) sinds \(day). Het gaat mee met de volgende counsellor outbox, en wordt hier gewist zodra het register van het meldpunt het heeft."
            case .posted:
                "Doorverwezen naar \(name) op \(day). Hier is niets meer bewaard van wat er werd gezegd."
            }
        },
        reporterReads: "De melder leest:",
        badPlaces: {
            Sentence("\($0) moet zijn: all, none, of nummers van 1 tot en met \($1), zoals 1,3")
        },
        fault: { fault in
            switch fault {
            case .cannotReceive(let id):
                Sentence(
                    "voor \(inert(id)) kan nu niets worden verzegeld",
                    hint: "lees in wat is opgehaald, of kies iemand anders uit de lijst")
            case .noConsent:
                Sentence("de melder heeft geen ja gezegd op deze vraag, of heeft dat ingetrokken")
            case .beingReferred: Sentence("deze zaak wordt al doorverwezen")
            case .noReferral:
                Sentence(
                    "niets om te versturen of terug te nemen: niets gevraagd, of al onderweg")
            case .nothingGoesAlong:
                Sentence("er gaat niets mee", hint: "kies een bericht, of zeg er iets bij")
            case .tooMuchGoesAlong:
                Sentence("dit is te veel voor één doorverwijzing", hint: "kies minder berichten")
            case .notSeenByReporter:
                Sentence(
                    "de melder moet deze schets eerst zien en goedvinden",
                    hint: "--show, en na een antwoord --agreed")
            case .noAnswerToSketch:
                Sentence("zo'n bericht van de melder kwam er niet nadat de schets was getoond")
            }
        },
        from: { "Doorverwezen door \($0), \($1.text)" },
        fromNobody: { "NIET VAN EEN COLLEGA UIT DE LIJST, \($0.text): iemand anders maakte dit" },
        facts: { referral in
            let part = "deel \(referral.part) van \(referral.parts)"
            return switch referral.reason {
            case .consent: part + " · uw collega zegt: de melder vond het goed"
            case .conflict: part + " · zonder vragen: uw collega is erbij betrokken"
            case .absence: part + " · zonder vragen: uw collega is ziek of weg"
            }
        },
        otherReplyTo: """
            ALARM: noemt een ander adres voor uw antwoorden dan de melder zelf, of dan een eerdere \
            doorverwijzing. Antwoorden gaan daar niet heen; wat u antwoordde voordat de melder u schreef, \
            kan een ander hebben gelezen.
            """,
        address: {
            """
            Waar antwoorden heen gaan, weet u alleen van \($0). Schrijf niets wat \($0) niet mag lezen tot \
            de melder u zelf heeft geschreven.
            """
        },
        received: { "Daarvan delen van doorverwijzingen door collega's: \($0)." },
        referred: { "Doorverwezen en hier gewist: \(counted($0, "zaak", "zaken"))." },
        scheduled: { count, last in
            "Doorverwijzingen: \(counted(count, "envelop", "enveloppen"))"
                + (last.map { ", de laatste gaat op \($0.text)." } ?? ", meteen.")
        },
        waiting: {
            "\(counted($0, "envelop", "enveloppen")) van doorverwijzingen moet wachten: er is geen plaats, of uw collega heeft geen sleutel voor die maand."
        },
        sketchStanding: { kept, text in
            guard let kept else { return "Er is geen schets." }
            if let danger = kept.danger {
                return "Levensgevaar, opgeschreven op \(danger.day.text). Hij mag mee."
            }
            if kept.shownText.isEmpty { return "De melder heeft hem nog niet gezien." }
            if kept.shownText != text { return "Hij is veranderd nadat de melder hem zag." }
            return kept.agreed == nil
                ? "De melder is gevraagd. Welk van deze is het ja?"
                : "De melder vindt het goed. Hij mag mee."
        },
        written: { "Geschreven naar \($0)." })
}
