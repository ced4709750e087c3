internal import Terminal

extension ProgressTexts {
    static let english = ProgressTexts(
        accepted: { "accepted on \($0): the reporting point's promise proves it" },
        logged: "arrived, not fetched yet",
        fetched: { "fetched on \($0), perhaps not yet read" },
        inHands: { "in their hands since \($0)" },
        answered: { "answered on \($0)" },
        closed: { "closed on \($0)" },
        nothingYet: {
            "nothing arrived with this code in the last \(counted($0, "month", "months")), up to yesterday"
        },
        answerGone: "answered; that answer is no longer kept",
        wroteOnce: {
            "You wrote on \($0). It arrived and has been kept since: that is proven."
        },
        wrote: "What you wrote. All of it arrived and was kept: that is proven.",
        message: { "On \($0):" },
        otherDays: {
            """
            Did you also write on another day before today, in the last \(counted($0, "month", "months"))? Then that \
            did not arrive: write it again, or call.
            """
        },
        everyoneFetches: """
            All confidential counsellors fetch everything, also what is not for them. Anyone you did \
            not choose can't read it, even if it says "fetched" or "in their hands".
            """,
        fromTomorrow: "What you sent today shows here from tomorrow.",
        noAnswerYet: { "No answer yet. Whom did you write to on \($0)?" },
        readBy: { "\($0): look again on \($1)." },
        overdue: { "\($0): should have read this before \($1)." },
        ifNothingComes: "If nothing comes, call, or write to someone else.",
        answersGone: { names, months in
            """
            There was an answer from \(names). Answers are kept for about \(counted(months, "month", "months")), and \
            this one is no longer there. Did you not read it? Call, or write again, with: reporter reply.
            """
        },
        noneFiled: {
            """
            Nothing filed before today with this code in the last \(counted($0, "month", "months")). What you sent \
            today does not count yet.
            """
        },
        couldBe: {
            [
                "Did you send something today? Look again tomorrow.",
                """
                Was it longer than \(counted($0, "month", "months")) ago? Then it is no longer kept here. Whoever \
                read it may still have it: call.
                """,
                "These words may be of another organisation, or of another report.",
                "Perhaps nothing was ever sent with these words.",
            ]
        },
        fileAgain: {
            """
            Are you sure that you sent it before today, in the last \(counted($0, "month", "months"))? Then it did \
            not arrive. Write again, with: reporter file. Or call; below is how.
            """
        })
}
