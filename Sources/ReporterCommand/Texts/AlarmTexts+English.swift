extension AlarmTexts {
    static let english = AlarmTexts(
        notProven: {
            """
            the reporting point can't prove that it is honest: \($0). Nothing was sent. Send \
            nothing here; call the confidential counsellor and tell them this, or call a help line
            """
        },
        notProvenHint:
            "with reporter check --evidence FOLDER you can keep what the reporting point showed",
        answersOnly: {
            """
            WARNING: the reporting point can't prove that it is honest: \($0). Whether your report \
            arrived can't be seen now. Answers that you will see are real. Send nothing new here. \
            Call or meet; above is how.
            """
        },
        unsigned: "its register of what arrives is not signed as it should be",
        malformed: "its register of what arrives is damaged or not complete",
        fork: """
            it signed two different registers of what arrives. So it does not show everyone the \
            same; that is proven
            """,
        altered: "something was changed in its register of what arrives",
        rewound: "something was taken out of its register of what arrives",
        missingDay: { "in its register of what arrives the day after \($0) is missing" },
        repeated: "it lists an older message a second time, so a newer one may be missing",
        shortened: "in its register months are missing that must be kept",
        stale: { last, today in
            (last.map { "its register has not been kept up since \($0)" }
                ?? "its register was never kept up")
                + " (this computer says today is \(today); if that is not right, set the clock right)"
        },
        falseConfirmation: { "a confirmation by \($0) in its register is false" },
        notesWithheld: """
            it keeps something back: perhaps a newer list of confidential counsellors
            """,
        withheld: "it holds back what it must show to everyone",
        notLogged: "the list of confidential counsellors that it gives is not in its register",
        notConfirmed: { name, message, last in
            """
            WARNING: \(name) has not yet fetched what you sent on \(message). That should have \
            been done by now.
            """
                + (last.map { " The last time was on \($0)." }
                    ?? " Nothing has ever been fetched.")
                + " Did you write to \(name)? Call, or choose someone else."
        },
        confirmationHidden: {
            """
            WARNING: \($0) had what you sent on \($1): the answer shows it. But the reporting point \
            does not show that it was fetched. So something is wrong there, not with \($0). Call and \
            tell them this.
            """
        },
        monthWithheld: """
            WARNING: the reporting point holds back the answers of this month, which it must show \
            to everyone. There may be more for you than you see here. Send nothing new here. Try \
            another network, or try later; if it stays so, call.
            """,
        answerWithheld: {
            """
            WARNING: on \($1) an answer from \($0) came in for you, and the reporting point does \
            not give it. That is proven. Call and tell them this.
            """
        },
        answerReplaced: {
            """
            WARNING: on \($1) an answer from \($0) came in for you, and the reporting point gives \
            something else. That is proven. Call and tell them this.
            """
        },
        splitView: {
            """
            WARNING: the reporting point shows you something else than it shows \($0). The answer \
            of \($1) shows that. That answer is real. What is said here about fetching may not be. \
            Send nothing new here. Call and tell them this.
            """
        },
        claimed: {
            """
            WARNING: the reporting point says that \($0) confirmed something, but that is false. \
            We count nothing that is said to be from \($0). Call and tell them this.
            """
        },
        missing: {
            """
            WARNING: on \($0) the reporting point promised to keep your message, and it is not \
            there. That is proven, with the file \($1): keep it well. Send nothing new here. Call \
            the confidential counsellor and tell them this.
            """
        },
        late: {
            """
            WARNING: on \($0) the reporting point promised to keep your message, but it did so \
            only on \($1). It is there now. Tell them this when you call or write.
            """
        },
        otherWays: "There are always these ways too; help lines are in reporter organisation:")
}
