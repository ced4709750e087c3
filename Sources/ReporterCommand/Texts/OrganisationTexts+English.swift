extension OrganisationTexts {
    static let english = OrganisationTexts(
        heading: { "The confidential counsellors of \($0)" },
        whatTheyDo: """
            A confidential counsellor listens, thinks along and tells which ways there are: to \
            talk yourself, mediation, a report, a complaint, the police or an outside authority. \
            You choose. She does not investigate and does not judge. Calling or meeting is as good \
            as writing.
            """,
        oneSignature: """
            This list is signed by one person, not by two: that one can change it alone.
            """,
        oneInLink: """
            Your link names only one of the two people who sign this list: only that one \
            signature was checked. Better copy the whole link from the poster or card.
            """,
        speaks: { "Languages: \($0)." },
        reads: { "Reads on \($0)." },
        readsUnknown: "When she reads is not known.",
        absent: { "Away from \($0) to \($1)." },
        replacedBy: { "Replaced by: \($0)." },
        phone: { "Phone: \($0)." },
        remark: { "Remark: \($0)" },
        old: { "She wrote this on \($0), \($1) days ago; it may have changed." },
        way: { "Also possible: \($0)" },
        new: { "New since \($0)." },
        silent: {
            "Has fetched no messages since \($0). She may be away; choose someone who does fetch, or call."
        },
        notThisMonth: "Can't be written to this way this month.",
        notConfirmed: """
            Has not yet confirmed this list herself, so she can't be written to this way now.
            """,
        callHer: "Call her.",
        helpLines: "Help in the Netherlands",
        helpAsOf: { "Numbers as known on \($0)." },
        helpOld: "That is more than a year ago: numbers may have changed.",
        phoneBill: "A phone bill may show whom you called.",
        validUntil: { "This list is valid up to and including \($0)." })
}
