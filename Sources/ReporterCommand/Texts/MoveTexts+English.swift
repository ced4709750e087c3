extension MoveTexts {
    static let english = MoveTexts(
        askOld: "First your old words: the ones that somebody else may have seen.",
        means: [
            """
            You go on with ten new words. From when the confidential counsellor has read this, she \
            answers to the new words. Who only has your old words can't read those answers.
            """,
            """
            What this does not do: the old words are not blocked. Who has them can still read the \
            answers that were given before, and can write with them as if it were you.
            """,
        ],
        others: """
            Did you write to anyone else too? They go on answering to the old words, unless they \
            get this as well. Then stop here, and name everyone with --to.
            """,
        tellSomething: """
            Who has your old words could do this too. So tell something that you wrote before and \
            that is in none of the answers: then she knows that it is you. Your old words don't \
            open what you wrote yourself.
            """,
        addText: "Do you want to write something with it? (yes/no)",
        body: "I go on with new words. Please write to me only here from now on.",
        newCode: NewCodeTexts(
            keepWords: """
                These are your NEW ten words. Nothing is sent yet. First keep them, not in the \
                place where the old ones were. Only with them can you read the next answers. \
                Nobody can find the words again for you.
                """,
            sendNow: "Have you kept the ten new words, and do you want to send now? (yes/no)",
            notSent: """
                Nothing was sent. The ten new words above are of no use; throw them away. Your old \
                words still work.
                """),
        fromNow: [
            """
            From now on look with your new words. Until this was read, an answer may still come to \
            the old words: look with those too, until there is an answer with the new ones.
            """,
            "From now on write with the new words only.",
        ])
}
