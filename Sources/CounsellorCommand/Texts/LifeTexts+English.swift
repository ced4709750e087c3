extension LifeTexts {
    static let english = LifeTexts(
        page: { "Page \($0) of \($1); cases in all: \($2). The next: --page \($0 + 1)" },
        practice: "PRACTICE: an invented case. Nothing written here is sent.",
        clock: { step, due, done in
            let name = step == "feedback" ? "feedback" : "first answer"
            return done.map { "\(name): done on \($0)" } ?? "\(name): by \(due)"
        },
        erasedOn: { "to be erased on \($0)" },
        heldSince: { "erasure held since \($0):" },
        reporter: "Reporter", you: "You",
        notAuthentic: "NOT FROM THIS REPORTER: someone else made this.",
        notes: "Your notes", timeline: "Timeline",
        event: { kind, value in
            let names = [
                "received": "came by", "message": "message", "answer": "your answer",
                "note": "your note", "milestone": "step", "aftercare": "aftercare",
            ]
            return [names[kind] ?? "", value].filter { !$0.isEmpty }.joined(separator: ": ")
        },
        typeNote: "Your note, for you alone. End with a line that has only a full stop.",
        typeRemark: "A word about it. End with a line that has only a full stop.",
        noted: { "Note kept in case \($0)." },
        saved: { "Case \($0) is saved." },
        closed: { "Case \($0) is closed." },
        reopened: { "Case \($0) is open again." },
        held: { "Case \($0) is not erased until you release it." },
        released: { "Case \($0) is erased on its day again." },
        entered: { "This is case \($0)." },
        erased: { "Cases erased: \($0)." },
        sorted: { "Cases sorted: \($0)." },
        threatHelp: """
            Keep what was written. In danger now: 112. Tell whoever stands in for you. Reporting it to \
            the police: 0900-8844.
            """,
        practiceAdded: {
            "Invented cases to practise with: \($0). List them: counsellor case list --show practice"
        },
        practiceGone: "The invented cases are gone.",
        codeAbout: """
            Give these ten words to the reporter, with the link below, and keep no copy. They are shown \
            once. You have seen them: the reporter can move to new ones with 'reporter move' or on the page.
            """,
        whichToErase: Sentence("which cases?", hint: "give their numbers, or --due"),
        intoOrUndo: Sentence("part of which case?", hint: "give --into NUMBER, or --undo"),
        fault: LifeFaultTexts(
            reasonNeeded: Sentence("a reason is needed", hint: "say why, in a few words"),
            badDay: Sentence(
                "that day can't be right", hint: "it is after today, or before the case came"),
            unknownStep: Sentence(
                "there is no such step", hint: "see: counsellor case milestone --help"),
            onHold: {
                Sentence(
                    "the erasure of case \($0) is held",
                    hint: "release it first: counsellor case hold \($0) --release")
            },
            notClosed: { Sentence("case \($0) is not closed", hint: "close it first") },
            notDue: {
                Sentence(
                    "the day to erase case \($0) has not come",
                    hint: "with --early it is erased now")
            },
            hasCode: { Sentence("the reporter of case \($0) has a code") },
            notMergeable: Sentence(
                "these cases can't be merged",
                hint: "it is the same case, already part of another, set apart or invented"),
            unsent: {
                Sentence(
                    "an answer in case \($0) has not gone yet",
                    hint: "send it, fetch and import; then the case can be erased before its day")
            },
            answersAnother: {
                Sentence(
                    "case \($1) was split off from case \($0), is open and is answered in it; nothing was erased",
                    hint: "close case \($1) first")
            },
            notSplittable: Sentence(
                "these messages can't be split off",
                hint: "choose some of the case's own messages, and not all")))
}
