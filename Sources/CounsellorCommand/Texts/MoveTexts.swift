/// A conversation that goes on with a new code, because somebody else may have seen the old one.
///
/// The proof is of the old code, which that other may have: what it does not say is said too.
struct MoveTexts: Sendable {
    /// In the inbox, of the old case.
    let inCase: @Sendable (_ others: String) -> String
    /// Of the old case: where it goes on.
    let goesOn: @Sendable (_ next: Int) -> String
    /// Of the old case, when more than one goes on with it.
    let competing: @Sendable (_ others: String) -> String
    /// Of replies in the old case that are in no outbox yet.
    let waiting: String
    /// Of the new case.
    let continues: @Sendable (_ old: Int) -> String
    /// The same where others do too: which of them to answer is not said.
    let disputed: @Sendable (_ old: Int) -> String
    let continuesUnknown: String
    let unproven: String
    /// Of the new case, when others go on with the same old one.
    let rivals: @Sendable (_ others: String) -> String
}

extension MoveTexts {
    static let english = MoveTexts(
        inCase: { "goes on in \($0)" },
        goesOn: {
            """
            Goes on in case \($0): the reporter has a new code, because somebody else may have seen \
            the old one. Answer there. Whoever has the old code can read what you answer here, and \
            what still comes in here may be from them.
            """
        },
        competing: {
            """
            ALARM: more than one case goes on with this one: \($0). Each was made by somebody who \
            has the old code, and at most one of them is the reporter. Nothing was moved. Find out \
            who is who before you tell them anything: ask for something that the reporter wrote to you \
            and that is in none of your answers. Anyone who only has the code can't read that.
            """
        },
        waiting: """
            Replies here that are not in the folder with answers yet still go to the old code.
            """,
        continues: {
            """
            Goes on with case \($0): the old code proves that. From now on answer here. \
            Somebody who saw the old code could have made this too. So don't repeat here what was \
            said in case \($0) before you are sure: ask for something that the reporter wrote to \
            you there and that is in none of your answers.
            """
        },
        disputed: { "Goes on with case \($0), as the old code proves. See the alarm above." },
        continuesUnknown: """
            Goes on with an older conversation, as its code proves. You have no case of that one.
            """,
        unproven: """
            ALARM: says that it goes on with an older conversation, but the proof is wrong: it \
            was not made with the code of that conversation. Treat it as a new conversation.
            """,
        rivals: {
            """
            ALARM: another case goes on with the same conversation: \($0). Each was made by \
            somebody who has the old code, and at most one of them is the reporter. Nothing was \
            moved. Find out who is who before you tell anything.
            """
        })

    static let dutch = MoveTexts(
        inCase: { "gaat verder in \($0)" },
        goesOn: {
            """
            Gaat verder in zaak \($0): de melder heeft een nieuwe code, want iemand anders kan de \
            oude hebben gezien. Antwoord daar. Wie de oude code heeft, kan lezen wat u hier \
            antwoordt; en wat hier nog binnenkomt, kan van die ander zijn.
            """
        },
        competing: {
            """
            ALARM: meer dan een zaak gaat hiermee verder: \($0). Elk is gemaakt door iemand die de \
            oude code heeft, en hoogstens een daarvan is de melder. Er is niets verplaatst. Zoek \
            uit wie wie is voor u iets vertelt: vraag naar iets wat de melder u schreef en wat in \
            geen van uw antwoorden staat. Wie alleen de code heeft, kan dat niet lezen.
            """
        },
        waiting: """
            Antwoorden hier die nog niet zijn klaargezet, gaan nog naar de oude code.
            """,
        continues: {
            """
            Gaat verder met zaak \($0): dat is bewezen met de oude code. Antwoord vanaf nu hier. \
            Ook iemand die de oude code zag, kan dit hebben gemaakt. Herhaal hier dus niet wat er \
            in zaak \($0) is gezegd voor u het zeker weet: vraag naar iets wat de melder u daar \
            schreef en wat in geen van uw antwoorden staat.
            """
        },
        disputed: {
            "Gaat verder met zaak \($0); de oude code bewijst dat. Zie het alarm hierboven."
        },
        continuesUnknown: """
            Gaat verder met een ouder gesprek; de code daarvan bewijst dat. U hebt daar geen zaak \
            van.
            """,
        unproven: """
            ALARM: zegt verder te gaan met een ouder gesprek, maar het bewijs klopt niet: het is \
            niet gemaakt met de code daarvan. Behandel het als een nieuw gesprek.
            """,
        rivals: {
            """
            ALARM: nog een zaak gaat verder met hetzelfde gesprek: \($0). Elk is gemaakt door \
            iemand die de oude code heeft, en hoogstens een daarvan is de melder. Er is niets \
            verplaatst. Zoek uit wie wie is voor u iets vertelt.
            """
        })
}
