internal import Terminal

extension FileTexts {
    static let english = FileTexts(
        welcome: {
            """
            Writing to the confidential counsellors of \($0). Your name is not needed. Calling or \
            meeting works just as well: see reporter organisation.
            """
        },
        danger: """
            In danger now? Call 112. We don't read this at once and don't know where you are.
            Thinking of suicide? In the Netherlands call 113 or 0800-0113 (free).
            Under 18? The Kindertelefoon helps too: 0800-0432 (free).
            """,
        traces: """
            Your story can show who you are: watch out for names, places and days. Avoid using \
            your work phone, computer or wifi.
            """,
        limits: """
            The confidential counsellor keeps secret what you tell. There are exceptions: someone \
            is in serious danger, or the law or a judge requires it. If possible, you hear that \
            first.
            """,
        doors: "What do you want?",
        doorChoices: ["I want to talk", "I have a question", "I want to report something"],
        doorPrompt: "Your choice:",
        complaint: "What should happen with your report? You can change this later.",
        complaintChoices: [
            "I don't know yet. Talk with me first", "I want to make a complaint",
            "I want to report wrongdoing (Dutch whistleblower act, Wbk)",
        ],
        aboutThem: """
            Who may read it? Is it about one of these people, or someone close to them? Then \
            choose someone else.
            """,
        readers: """
            People you don't choose can't read it. Anyone you choose also sees who else you chose. \
            Choose one, two or three.
            """,
        readersPrompt: "Numbers, with a space between:",
        onlyThese: { "Only these people can read this: \($0)." },
        category: "What is it about? You may skip this, also with only Enter.",
        categorySkip: "Skip",
        categoryPrompt: "Your choice:",
        message: {
            """
            Write your story. Two lines are enough; about \($0) characters fit. Press Enter after \
            each line. Done? Then type a line with only a full stop.
            """
        },
        charactersLeft: {
            "\(counted($0, "character", "characters")) written; there is room for about \($1) more."
        },
        empty: "There is nothing yet. Two lines are enough.",
        notSentYet: "NOT SENT YET",
        newCode: NewCodeTexts(
            keepWords: """
                Your report is NOT sent yet. First save these ten words. This is your receipt code. \
                Only with it can you read the answer. Nobody can find the words again for you.
                """,
            sendNow: "Have you saved the ten words, and do you want to send now? (yes/no)",
            notSent:
                "Nothing was sent. The ten words above are of no use; throw them away."
        ),
        whatLosingMeans: """
            Write them down, or keep them on your own phone. Don't print at work. Photos are often \
            copied to a cloud automatically. Anyone who finds these words can read the answers too. \
            Lost them? Then you can write again, or call. You can't read your own text again with \
            the words. On another device with the same words you go on with the same conversation.
            """,
        savedTo: { "The words are in the file \($0). Anyone who opens that file can read them." },
        typeBackOffer:
            "Do you want to type the words, to see whether you have them right? (yes/no)",
        typeBackRight: "Good. These are your ten words.",
        typeBackWrong: "These are not the words above. Look again at what you wrote down.")
}
