internal import Terminal

extension FailureTexts {
    static let english = FailureTexts(
        noLink: """
            give the link on your organisation's poster or card with --organisation \
            'https://…/#root=…', in quotes, or a file that holds this link
            """,
        malformedLink: """
            this is not the link of a reporting point. Such a link begins with https:// and has \
            #root= in it; copy it whole from the poster or card, in quotes
            """,
        cannotReadLink: { "the file \($0) can't be read; it should hold the organisation's link" },
        insecureLink: """
            this link begins with http://, which is not safe. Use the link with https:// on the \
            poster or card
            """,
        onionNeedsProxy:
            "this address can be reached over Tor only; start Tor and give Tor's address with --proxy",
        proxyHint: "for Tor that is usually --proxy socks5://127.0.0.1:9050",
        proxyUnreachable: {
            "no proxy (Tor) answers at \($0); nothing was sent. Start Tor, or see what address it has"
        },
        malformedProxy: "--proxy must look like socks5://127.0.0.1:9050",
        unreachable: {
            "the reporting point \($0) can't be reached; nothing was sent. See whether you have internet and try again later"
        },
        insecureConnection: {
            """
            the connection to \($0) is not safe: who answers there can't prove to be the \
            reporting point. Nothing was sent. Try another network, not that of your work, or call \
            the confidential counsellor
            """
        },
        unreachableHint:
            "if it doesn't work, call the confidential counsellor or one of the help lines above",
        withheld: """
            the reporting point holds back what it must show to everyone. Nothing was sent. Try \
            another network, or try later; if it stays so, call the confidential counsellor
            """,
        busy: "the reporting point is too busy now and took nothing. Try again in a few minutes",
        notOpen: """
            the reporting point isn't open yet, or can't answer now; nothing was sent. Try again \
            later, and ask the organisation if it stays so
            """,
        tooLarge:
            "the reporting point sent far more than can be right; nothing was sent. Try again later",
        malformedAnswer: """
            the reporting point's answer is not right: it was changed or is not complete. Nothing \
            was sent. Try another network, or try later
            """,
        noRoster: """
            the reporting point does not say who the confidential counsellors are. Nothing was \
            sent. Ask the organisation whether it is open yet
            """,
        malformedRoster: """
            the list of confidential counsellors is damaged. Nothing was sent. Call the \
            confidential counsellor
            """,
        unsigned: """
            the list of confidential counsellors is not signed with the signatures of your link. \
            Nothing was sent. Don't use this link: ask someone you trust for a new one
            """,
        signedByOneOnly: {
            """
            your link names two signatures, and only one stands under the list of confidential \
            counsellors: \($0) is missing. Nothing was sent. Call the confidential counsellor
            """
        },
        badSignature: {
            """
            the signature of \($0) under the list of confidential counsellors is false. Nothing \
            was sent. Call the confidential counsellor and tell them this
            """
        },
        expired: {
            """
            the list of confidential counsellors was valid until and including \($0). This computer says today \
            is \($1). Is that date right? Then the list is too old: call the confidential \
            counsellor. If not, set the clock right
            """
        },
        notYetValid: {
            """
            the list of confidential counsellors is valid only from \($0). This computer says \
            today is \($1). This computer's clock is probably wrong: set it right and try again
            """
        },
        otherMonth: {
            """
            this computer says today is \($0), but at the reporting point it is another month. \
            This computer's clock is probably wrong: set it right and try again. Nothing was sent
            """
        },
        otherOrganisation: """
            this reporting point belongs to another organisation than your link names. Nothing was \
            sent. Copy the link again from the poster or card
            """,
        conflicting: """
            the reporting point gives two different lists of confidential counsellors. Nothing was \
            sent. Call the confidential counsellor and tell them this
            """,
        rollback: """
            the reporting point gives an old list of confidential counsellors. Nothing was sent. \
            Call the confidential counsellor
            """,
        notTrustedHint: "compare the link with the poster; see that nothing is pasted over it",
        forbiddenCharacter: """
            the text has control characters that can't be seen. Take them out (paste as plain \
            text) and try again
            """,
        emptyMessage: "there is no text. Two lines are enough",
        nobodyThisMonth: {
            """
            in \($0) you can't write to anyone this way: no confidential counsellor has prepared \
            this month. Nothing was sent. Call the confidential counsellor
            """
        },
        readerNotThisMonth: {
            "in \($1) you can't write to \($0) this way. Choose someone else with --to, or call"
        },
        nobodyConfirmed: """
            you can't write to anyone this way now: no confidential counsellor has confirmed the \
            present list. Nothing was sent. Call the confidential counsellor
            """,
        readerNotConfirmed: {
            "\($0) has not confirmed the present list yet, so you can't write to them now. Choose someone else, or call"
        },
        cannotRead: { "\($0) can't be read" },
        unknownReader: { "--to \"\($0)\": there is no such person. Choose from: \($1)" },
        noReaders: { "say who may read with --to NAME, one to three times. Choose from: \($0)" },
        tooManyReaders:
            "at most three people can read; give --to at most three times, each name once",
        unknownTrack: { "--track knows: \($0)" },
        unknownCategory: { "--category knows: \($0)" },
        tooLong: {
            "the text is \(counted($0, "character", "characters")) too long; about \($1) fit. Nothing was sent"
        },
        tooLongHint: "make the text shorter, or send the rest afterwards with: reporter reply",
        notText: "the file is not plain text (UTF-8). Save it as a text file, not as Word or PDF",
        outOfMemory:
            "there is too little memory: 64 MB is needed. Close other programs and try again",
        cannotWrite: { "\($0) can't be written; is the disk full, or may you not write there?" },
        sameFile: { "\($0) name the same file; give each a name of its own" },
        alreadyThere: { "\($0) exists and is not overwritten; choose another name" },
        confirmationNeeded: """
            nobody can be asked whether the code is saved; give --yes to send at once. The code is \
            shown first
            """,
        codeNeeded: "give the receipt code with --code-file FILE (or - for standard input)",
        oneInput: "text and code can't both come from standard input; give one of them as a file")
}
