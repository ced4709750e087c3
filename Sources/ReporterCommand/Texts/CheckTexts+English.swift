internal import Terminal

extension CheckTexts {
    static let english = CheckTexts(
        fetching: "Fetching what lies at the reporting point (it is the same for everyone)…",
        status: { "\($0), \($1):" },
        noAnswer: "no answer found yet",
        answers: { count, day in
            count == 1 ? "1 answer, of \(day)" : "\(count) answers, the last of \(day)"
        },
        asksReferral: { "asks you about a referral, on \($0)" },
        handedOver: { "handed over to \($0) on \($1)" },
        referred: {
            """
            \($0) has handed this over to \($1). What you write now with reporter reply goes to \($1), and \
            no longer to \($0). Do you want to write to someone else? reporter reply --to NAME
            """
        },
        closed: { "closed on \($0); your code still works" },
        noLonger: "is no longer a confidential counsellor here",
        departed: {
            "\($0) is no longer a confidential counsellor, or had to start again. What you wrote to \($0) alone, perhaps nobody can read any more. Write it again to someone else, with reporter reply --to, or call."
        },
        nothingFound: { "Nothing was found with this code, from \($0) until now." },
        heading: { name, role, day, number in
            "Answer \(number) from \(name) (\(role)), written on \(day)"
        },
        referral: {
            """
            This is a question: may this be shared with \($0)? If you say nothing or no, nothing \
            is shared. Answer with: reporter reply --agree or reporter reply --decline
            """
        },
        referralUnknown: {
            """
            This is a question: may this be shared with "\($0)"? No such person is in the list of \
            confidential counsellors. First ask who that is, with: reporter reply
            """
        },
        closing: {
            """
            This is now closed. Your code still works until and including \($0). Is it \
            settled? If it starts again, or you are treated badly for speaking up, write, with: \
            reporter reply
            """
        },
        alarm: {
            """
            WARNING: in a place for answers from \($0) lies something that can't be opened. It is \
            damaged or not from \($0). Call and tell them this.
            """
        },
        ownWords: "What you wrote yourself can't be shown here again.",
        answerBack: """
            To write back: reporter reply. To stop: reporter withdraw. Could somebody else have seen your \
            words? reporter move. Calling or meeting is \
            always possible too; how, and the help lines: reporter organisation.
            """,
        codeWorksUntil: {
            "Answers can be read for about \(counted($0, "month", "months")). Save what you need."
        })
}
