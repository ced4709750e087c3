extension ReplyTexts {
    static let english = ReplyTexts(
        toAnswered: { "This goes to the people who answered you: \($0)." },
        notOthers: """
            Did you write to anyone else too? They don't get this. Name everyone who should, each \
            with --to NAME.
            """,
        notAnswered: { "This does not go to others who answered you: \($0)." },
        addOthers: """
            Did you write to anyone else, who has not answered? They don't get this, and may go \
            on. Do you want to add someone? (yes/no)
            """,
        nobodyAnswered: """
            Nobody has answered yet. Choose the same people as the first time: this program does \
            not remember whom you wrote to.
            """,
        nothingFound: {
            """
            no answer was found with these ten words, and this program does not remember whom you \
            wrote to; nothing was sent. Are these the right words? Then say who may read with \
            --to NAME, the same people as the first time. Choose from: \($0)
            """
        },
        gone: { "\($0) no longer works here and can't get this. Choose someone else with --to" },
        message: {
            """
            Write your message; about \($0) characters fit. Press Enter after each line. Done? Then \
            type a line with only a full stop.
            """
        },
        sendNow: "Send now? (yes/no)",
        askAgree: { "\($0) asks whether this may be shared with \($1). Do you agree? (yes/no)" },
        noQuestion: "no question about a referral was found; write without --agree or --decline",
        referralGone: {
            """
            you can't write to \($0) this way now; nothing was sent. Write without --agree and ask \
            how to go on
            """
        },
        referralUnknown: {
            """
            the question is whether this may be shared with "\($0)", but no such person is in the \
            list of confidential counsellors; nothing was sent. Write without --agree and ask who \
            that is
            """
        },
        agreeBody: "I agree that this is shared.",
        declineBody: "I don't want this to be shared.",
        bothSides: "give --agree or --decline, not both",
        withdrawMeans: """
            With this you ask: stop, don't do anything with it. What was read stays read. If \
            someone is in serious danger, the confidential counsellor may still have to act.
            """,
        withdrawBody: "Stop. I don't want you to do anything with this.",
        withdrawConfirm: "Do you want to send this? (yes/no)",
        sameCode: "Your ten words stay the same.",
        maySkip: "This is closed. Two questions; you may skip them with Enter.",
        skip: "Skip this question",
        addition: """
            Do you want to add something? You don't have to. End with a line that has only a full stop.
            """,
        notClosed: """
            --settled and --treated-badly are questions after closing, and this is not closed. Write without those options
            """,
        unknownAnswer: { "\($0): give one of these answers: \($1)" })
}
