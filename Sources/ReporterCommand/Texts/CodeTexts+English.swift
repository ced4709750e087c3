extension CodeTexts {
    static let english = CodeTexts(
        prompt: "Your ten words:",
        visible: """
            Type the ten words of your receipt code. They show on the screen: make sure nobody is \
            watching. Four letters of each word are enough. If you can't read a word, type a ?.
            """,
        more: count,
        morePrompt: "Type the rest (or only Enter to begin again):",
        tooMany: count,
        emptyFile: { "the file \($0) is empty; it should hold your ten words" },
        unknownWord: { "Word \($0), \"\($1)\", is not right: no such word is in the list." },
        unknownWordNear: { "Word \($0), \"\($1)\", is not right. Is it like one of these? \($2)" },
        tooManyUnreadable: """
            More than two words can't be read. Two can be found again, more can't. Please look \
            once more.
            """,
        invalid: """
            These ten words don't belong together. At least two words are wrong, or they are in \
            the wrong order. Check them one by one.
            """,
        notRight: { "Word \($0) is not right: it says \"\($1)\". Do you mean \($2)?" },
        unreadable: { "Word \($0) must be \($1)." },
        missing: { "A word is missing. At place \($0) belongs \($1)." },
        surplus: { "There is one word too many: word \($0), \"\($1)\"." },
        exchanged: { "Words \($0) and \($1) have changed places." },
        moved: { "Word \($0) belongs at place \($1)." },
        reordered: { "The words stand in another order. The right order is: \($0)." },
        isThatRight: "Is that right? (yes/no)",
        unproven: "We can't check whether the other words are right. Check them carefully.",
        again: "Please try again.",
        option: "--code-file FILE",
        notAsked: { "the receipt code is not right. \($0)" })

    private static let count: @Sendable (Int) -> String = {
        ($0 == 1 ? "That is 1 word" : "Those are \($0) words") + ". There should be ten."
    }
}
