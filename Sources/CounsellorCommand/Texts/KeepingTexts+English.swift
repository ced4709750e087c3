internal import Casework
internal import Desk
internal import Terminal
internal import TransparencyLog

extension KeepingTexts {
    static let english = KeepingTexts(
        afterClosing: "After closing: look here first", new: "New", now: "Now", week: "This week",
        later: "Later", calm: "Nothing asks for attention.",
        aftercareDue: { "Aftercare in case \($0) (\($1)), since \($2.text)" },
        erasureDue: {
            "To be erased since \($0.day.text): case \($0.number)"
                + ($0.isHeld ? " (held)" : "")
                + ($0.isUnanswered ? " (a message was not read or answered yet)" : "")
                + ($0.isUnsent ? " (an answer or a referral was not sent yet)" : "")
                + ($0.isBegun ? " (a text was begun)" : "")
        },
        unsent: { "Still to be sent: \(counted($0, "answer", "answers")). Write an outbox." },
        newInSorted: {
            "New in what was set apart: \(counted($0, "message", "messages")). See: counsellor case list --show spam, --show threat"
        },
        practice: { "Invented cases to practise with: \($0)." },
        fetched: { day, isDue in
            (day.map { "Last fetched on \($0.text)." } ?? "Nothing was fetched yet.")
                + (isDue ? " It is time to fetch and read in." : "")
        },
        account: { state, day in
            guard let state, let day else { return "Nothing is written down." }
            return switch state {
            case .written: "Written down on \(day.text):"
            case .asked: "The reporter was asked on \(day.text) to check it:"
            case .agreed: "The reporter agreed on \(day.text):"
            case .corrected: "Corrected on \(day.text):"
            }
        },
        typeAccount: "What was told. End with a line that has only a full stop.",
        accountState: Sentence(
            "a text and --send need a state",
            hint: "--state written, asked, agreed or corrected; --send goes with asked"),
        noAccount: Sentence(
            "nothing is written down yet", hint: "--state written, with --message-file"),
        saved: "Saved.", removed: "Removed.",
        contact: { entry, today in
            let (one, old) = (entry.contact, entry.isOld(today: today))
            let whose =
                switch one.owner {
                case .own: "yours"
                case .organisation: "the organisation's"
                case .builtIn: entry.id == nil ? "built in" : "built in, changed"
                }
            let facts = [
                inert(one.name), inert(one.purpose), inert(one.reach), whose,
                "checked on \(one.checked.text)" + (old ? ": look whether it is still right" : ""),
            ]
            return (entry.id.map { "\($0)  " } ?? "-  ")
                + facts.filter { !$0.isEmpty }.joined(separator: " · ")
        },
        noContact: Sentence(
            "there is no such contact",
            hint:
                "give a number, or --built-in with a name, from: counsellor contacts; without either a new one is added"
        ),
        example: { one in
            let mark = one.key == nil ? " (yours)" : one.id == nil ? "" : " (changed)"
            return "\(inert(one.name))  \(inert(one.title))\(mark)"
        },
        typeExample: "The example. End with a line that has only a full stop.",
        titleNeeded: Sentence(
            "which example?", hint: "give a name from the list, or --title for a new one"),
        noExample: {
            Sentence(
                "there is no example '\($0)' in this language", hint: "see: counsellor examples")
        },
        notChanged: Sentence("that one is as it came; there is nothing to remove"),
        settings: { settings in
            [
                "Closed cases are kept: \(counted(settings.retentionMonths, "month", "months")).",
                settings.eraseByItself
                    ? "The desk erases them on their day, once what was fetched then is read in."
                    : "The desk asks before it erases them.",
                settings.idleMinutes.map {
                    "The desk locks after \(counted($0, "minute", "minutes")) without use."
                } ?? "When the desk locks was not chosen: counsellor desk --help",
                "What was fetched: \(settings.mirror.map { inert($0) } ?? "no folder chosen")",
                "Answers: \(settings.outbox.map { inert($0) } ?? "no folder chosen")",
                settings.figures.isEmpty ? "Nothing was erased yet." : "Erased cases:",
            ]
        },
        chooseAgain:
            "You chose fewer months: erasing by itself is off now. See with 'counsellor today' what is to be erased, "
            + "then turn it on again with --erase-by-itself.",
        noStick: {
            Sentence(
                "the stick for \($0) is not plugged in",
                hint: "plug it in; it would land on this computer's disk instead")
        },
        toWhom: Sentence("who goes on?", hint: "give --to with a short name in the list"),
        canBeTold: { "Open cases that can be told: \($0)." },
        told: { "Written in \(counted($0, "case", "cases")). Who says yes, you see in the case." },
        untold: {
            "These can't be told in this way: \($0). Those reporters must hear it otherwise."
        },
        nobodyElse: """
            Nobody else is in the list. First the successor enrols, and both holders sign.
            """,
        writeToAll: { "Write this in \(counted($0, "open case", "open cases"))? (yes/no)" },
        nothingWritten: "stopped; nothing was written",
        openCases: "There are open cases. Tell those reporters first: counsellor succession.",
        typeName: {
            "Everything of \($0) is erased here after the copy. Type the organisation's name to be sure:"
        },
        otherName: Sentence("that is not this organisation's name; nothing was erased"),
        otherCollector: {
            Sentence(
                "\($0) is not the online folder of this counsellor; nothing was erased",
                hint: "name another with --collector, or none")
        },
        ended: { "The vault of \($0) is erased. The sealed copy is in \($1)." },
        afterEnding: """
            Ask the key holders to take you out of the list. Is the online folder on another computer? \
            Erase it there too.
            """,
        erasedOn: "The erasing that was cut off is done.",
        nothingAside: "Nothing was set aside.",
        notAside: {
            Sentence("\($0) is no folder that was set aside", hint: "see: counsellor set-aside")
        },
        eraseAside: { "Erase \($0) for good? (yes/no)" },
        asideErased: "It is erased.", nothingErased: "stopped; nothing was erased")
}
