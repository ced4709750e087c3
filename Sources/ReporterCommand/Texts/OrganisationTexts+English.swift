extension OrganisationTexts {
    static let english = OrganisationTexts(
        heading: { "The confidential counsellors of \($0)" },
        whatTheyDo: """
            A confidential counsellor listens, thinks it through with you and tells you your \
            options: talking to someone yourself, mediation, a report, a complaint, the police or an outside \
            authority. You choose. A confidential counsellor does not investigate and does not \
            judge. Calling or meeting works just as well as writing.
            """,
        oneSignature: """
            This list is signed by one person, not by two. So that person can change it alone.
            """,
        oneInLink: """
            Your link names only one of the two people who sign this list: only that one \
            signature was checked. It is better to copy the whole link from the poster or card.
            """,
        speaks: { "Languages: \($0)." },
        reads: { "Reads on \($0)." },
        readsUnknown: "Reading days: not known.",
        absent: { "Away from \($0) until and including \($1)." },
        replacedBy: { "Replaced by: \($0)." },
        phone: { "Phone: \($0)." },
        remark: { "Remark: \($0)" },
        old: { "Written on \($0), \($1) days ago; it may have changed." },
        way: { "Also possible: \($0)" },
        new: { "New since \($0)." },
        silent: {
            "Has fetched no messages since \($0). This person may be away. Choose someone who does fetch, or call."
        },
        notThisMonth: "You can't write to this person this way this month.",
        notConfirmed: """
            Has not yet confirmed this list, so you can't write to this person this way now.
            """,
        call: "Call.",
        helpLines: "Help in the Netherlands",
        helpAsOf: { "Numbers as known on \($0)." },
        helpOld: "That is more than a year ago: numbers may have changed.",
        phoneBill: "A phone bill may show whom you called.",
        validUntil: { "This list is valid until and including \($0)." })
}
