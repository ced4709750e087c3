extension MoveTexts {
    static let english = MoveTexts(
        askOld: "First your old words: the ones that somebody else may have seen.",
        means: [
            """
            You go on with ten new words. Once the confidential counsellor has read this, the \
            answers come under the new words. Anyone who has only your old words can't read those \
            answers.
            """,
            """
            What this does not do: the old words are not blocked. Anyone who has them can still \
            read the earlier answers, and can write with them as if they were you.
            """,
        ],
        others: """
            Did you write to anyone else too? They go on answering to the old words, unless they \
            get this as well. Then stop here, and name everyone with --to.
            """,
        tellSomething: """
            Anyone who has your old words could do this too. So tell something that you wrote before and \
            that is in none of the answers: that shows that it is you. Your old words don't \
            open what you wrote yourself.
            """,
        addText: "Do you want to add something? (yes/no)",
        body: "I go on with new words. Please write to me only here from now on.",
        newCode: NewCodeTexts(
            keepWords: """
                These are your NEW ten words. Nothing is sent yet. First save them, not in the \
                place where the old ones were. Only with them can you read the next answers. \
                Nobody can find the words again for you.
                """,
            sendNow: "Have you saved the ten new words, and do you want to send now? (yes/no)",
            notSent: """
                Nothing was sent. The ten new words above are of no use; throw them away. Your old \
                words still work.
                """),
        fromNow: [
            """
            From now on look with your new words. Until this has been read, an answer may still come to \
            the old words: look with those too, until there is an answer with the new ones.
            """,
            "From now on write with the new words only.",
        ])
}
