internal import Sodium
internal import Terminal
internal import TransparencyLog

extension LogTexts {
    private static let doNotTrust =
        "nothing was confirmed; keep this folder as it is, don't fetch elsewhere, and call the organisation and your "
        + "fellow counsellors: reporters see that you have not confirmed"

    static let english = LogTexts(
        fault: { fault in
            switch fault {
            case .unsigned:
                Sentence(
                    "the reporting point's register is not signed by the key in the list",
                    hint: doNotTrust)
            case .malformed:
                Sentence(
                    "the reporting point's register is not in its form: something is missing or altered",
                    hint: doNotTrust)
            case .fork(let size):
                Sentence(
                    "the reporting point has signed two different registers of \(size) entries: it shows different people "
                        + "different things, or went back to an old copy and on from there",
                    hint: doNotTrust)
            case .altered(let size):
                Sentence(
                    "the entries that the reporting point gives are not those it signed (at \(size) entries)",
                    hint: doNotTrust)
            case .rewound(let seen, let served):
                Sentence(
                    "the reporting point shows \(served) entries, and \(seen) were seen here before: it hides some, or "
                        + "was put back to an old copy", hint: doNotTrust)
            case .missingDay(let day):
                Sentence(
                    "the reporting point's register lacks the closing of the day after \(day.text)",
                    hint: doNotTrust)
            case .repeated(let hash):
                Sentence(
                    "the reporting point's register has one message twice (\(Hex.encode(hash))): an old one stands where a new "
                        + "one may have been dropped", hint: doNotTrust)
            case .shortened:
                Sentence(
                    "the reporting point no longer gives entries that it must keep, and that were not confirmed here",
                    hint: doNotTrust)
            case .stale(let last):
                Sentence(
                    "the reporting point has closed no day since \(last?.text ?? "it began")",
                    hint:
                        "everything it gave is fetched; compare the clocks, and call the administrator"
                )
            case .falseCosignature(let name):
                Sentence(
                    "the reporting point claims that \(inert(name)) confirmed its register, and that is false",
                    hint: doNotTrust)
            }
        },
        notesWithheld: {
            Sentence(
                "the reporting point holds back signed notes that are in its register (\($0)): perhaps a newer list",
                hint: doNotTrust)
        },
        notLogged: Sentence(
            "the list of counsellors that the reporting point gives is not in its register",
            hint: doNotTrust),
        promiseBroken: {
            Sentence(
                "the reporting point promised on \($1.text) to keep what you sent, and its register lacks it as promised",
                hint:
                    "the proof is \($0): keep it, get the answers ready again and post them, and call the organisation"
            )
        },
        unapproved: {
            Sentence(
                "the list of counsellors has someone new, or with new keys; nothing was confirmed:\n\($0)",
                hint:
                    "call the two people who sign the list; if it is right: counsellor approve \($1), then fetch"
            )
        },
        firstList: {
            "The list of counsellors as it is now, which this machine will hold on to:\n"
                + $0.joined(separator: "\n")
        },
        approveQuestion: "Does this person belong there, with this fingerprint?",
        approved: "Approved. The next counsellor fetch confirms the list.",
        notApproved: "nothing was approved",
        confirmed: "Confirmed to everyone: all of it is here.",
        importedPosted: "Confirmed to everyone: it was imported on your offline computer.",
        confirmation: "the confirmation")
}
