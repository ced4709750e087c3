extension SendingTexts {
    static let english = SendingTexts(
        sending: "Sending…",
        working: """
            This takes a little longer, because it is busy: your computer does a sum first, so that \
            nobody can flood the reporting point. Wait a moment…
            """,
        sent: { "SENT. The reporting point accepted it on \($0)." },
        shownTomorrow: """
            From tomorrow your ten words show that it was kept, and who fetched it.
            """,
        readsWhen: "Who reads when:",
        lookAgain: { "Look again on \($0), with: reporter check. You need your ten words then." },
        otherWays: "If nothing comes, there are other ways:",
        noOtherWays:
            "If nothing comes, write to someone else, or call a help line (reporter organisation).",
        traces: """
            Close this window soon: anyone who scrolls back sees what you wrote and your ten words. The \
            list of earlier commands may keep that you used this program.
            """,
        unreachable: "NOT SENT. The reporting point can't be reached; nothing has left.",
        uncertain: "UNCERTAIN. We don't know whether your report arrived.",
        notTrusted: """
            UNCERTAIN. An answer came, but it does not prove that your report was accepted.
            """,
        otherDay: {
            """
            UNCERTAIN. The reporting point says it is \($0), this computer says \($1). One of the \
            two clocks is wrong. Set your computer's clock right.
            """
        },
        refused: { "NOT SENT. The reporting point did not take it (answer \($0))." },
        busy: "NOT SENT. The reporting point is too busy now. Try again in a few minutes.",
        full: """
            NOT SENT. The reporting point has no room left and stored nothing. Try again later, or \
            call the confidential counsellor.
            """,
        proxyUnreachable: { "NOT SENT. No proxy (Tor) answers at \($0); nothing has left." },
        keepOffer: """
            Do you want to keep the closed envelope in a file, to send later? Nobody can read it \
            on this computer, not even you. (yes/no)
            """,
        keepName: "Name of the file:",
        kept: {
            "Kept in \($0). It can be sent until and including \($1), with: reporter send \($0) --organisation 'LINK'"
        },
        notSentKept:
            "NOT SENT. The closed envelope is kept; your ten words go with it, so keep them too",
        againIsSafe: "Try again. It can't arrive twice then.",
        uncertainKept: {
            """
            send the same envelope once more, with: reporter send \($0). It can't arrive twice \
            then, and your ten words stay the same
            """
        },
        uncertainNotKept: """
            the envelope was not kept. If you write it again, that will be a second report. It \
            is better to look first with your ten words whether an answer comes, with: reporter check
            """,
        notSentHint:
            "nothing was sent; with --keep FILE you keep the closed envelope to send later",
        removed: { "The file \($0) is no longer needed and was removed." },
        notRemoved: {
            "The file \($0) is no longer needed, but could not be removed. Remove it yourself."
        },
        keptMalformed: { "\($0) is not a kept envelope, or it is damaged; nothing was sent" },
        keptTooOld: {
            """
            this envelope is of \($0) and could be sent until and including \($1): after that the confidential \
            counsellor may not be able to open it. Nothing was sent. Write again with reporter \
            file
            """
        },
        keptTooNew: {
            """
            this envelope is of \($0), but this computer says today is \($1). The clock is \
            probably wrong: set it right. Nothing was sent
            """
        },
        keptOther: """
            this envelope is for another organisation than your link names; nothing was sent. Use \
            the link you wrote it with
            """)
}
