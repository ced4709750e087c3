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
                Sentence("the gateway's log is not signed by the key in the list", hint: doNotTrust)
            case .malformed:
                Sentence(
                    "the gateway's log is not in its form: something is missing or altered",
                    hint: doNotTrust)
            case .fork(let size):
                Sentence(
                    "the gateway has signed two different logs of \(size) entries: it shows different people "
                        + "different things, or went back to an old copy and on from there",
                    hint: doNotTrust)
            case .altered(let size):
                Sentence(
                    "the entries that the gateway gives are not those it signed (at \(size) entries)",
                    hint: doNotTrust)
            case .rewound(let seen, let served):
                Sentence(
                    "the gateway shows \(served) entries, and \(seen) were seen here before: it hides some, or "
                        + "was put back to an old copy", hint: doNotTrust)
            case .missingDay(let day):
                Sentence(
                    "the gateway's log lacks the closing of the day after \(day.text)",
                    hint: doNotTrust)
            case .repeated(let hash):
                Sentence(
                    "the gateway's log has one message twice (\(Hex.encode(hash))): an old one stands where a new "
                        + "one may have been dropped", hint: doNotTrust)
            case .shortened:
                Sentence(
                    "the gateway no longer gives entries that it must keep, and that were not confirmed here",
                    hint: doNotTrust)
            case .stale(let last):
                Sentence(
                    "the gateway has closed no day since \(last?.text ?? "it began")",
                    hint:
                        "everything it gave is fetched; compare the clocks, and call the administrator"
                )
            case .falseCosignature(let name):
                Sentence(
                    "the gateway claims that \(inert(name)) confirmed its log, and that is false",
                    hint: doNotTrust)
            }
        },
        notesWithheld: {
            Sentence(
                "the gateway holds back signed notes that are in its log (\($0)): perhaps a newer list",
                hint: doNotTrust)
        },
        notLogged: Sentence(
            "the list of counsellors that the gateway gives is not in its log", hint: doNotTrust),
        promiseBroken: {
            Sentence(
                "the gateway promised on \($1.text) to keep what you sent, and its log lacks it as promised",
                hint:
                    "the proof is \($0): keep it, write the outbox anew and post it, and call the organisation"
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
