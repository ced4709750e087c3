internal import Reporting
internal import Terminal
internal import TransparencyLog

extension Texts {
    static let english = Texts(
        language: .en, failures: .english, gateway: .english, setUp: .english, exchange: .english,
        cases: .english, log: .english, page: .english, desk: .english,
        recovery: .english, referral: .english, life: .english)
}

extension SetUpTexts {
    static let english = SetUpTexts(
        passphrase: "Passphrase:",
        newPassphrase: { "New passphrase for \($0):" },
        makeOrChoose: { "A passphrase for \($0):" },
        madeForYou: "one made now, of seven words (recommended)",
        ownChoice: "one of my own",
        madePassphrase: {
            "Write this down, and keep it apart from the computer:\n\n    \($0)\n"
        },
        again: "The same again:",
        notTheseWords: "Those are not the words above. Copy them once more.",
        notTheSame: "Those two are not the same. Type it again, and then once more.",
        tooShort: { "A passphrase has at least \($0) characters. Type a longer one." },
        vault: "your files",
        id: "Short name in the list (a-z, 0-9, -):",
        name: "Name as reporters will see it:",
        role: "Which role:",
        roles: { role in
            switch role {
            case .internal: "internal: works in the organisation"
            case .external: "external: from outside"
            case .deputy: "deputy: stands in for another"
            }
        },
        made: { "Made: \($0) (stays offline) and \($1) (for the computer with internet)." },
        handOver: {
            "Give these to the people who sign the list; nothing in them is secret:\n\($0)"
        },
        fingerprint: { "Fingerprint, to compare by telephone in one language:\n\($0)" },
        managedComputer: "A computer that your employer manages is the weakest choice for this.",
        monthsRenewed: { "Keys are ready up to and including \($0.text)." },
        hoursRenewed: "Your reading days are signed.",
        thenOutbox: "To publish: counsellor outbox FOLDER, then counsellor post FOLDER online.",
        rootKey: { "the key \($0)" },
        organisationMade: { "Made \($0). Next: counsellor organisation add, then sign." },
        oneKey: "One key: one person alone can change who reads reports. Reporters are told so.",
        counsellorAdded: {
            "Added \($0). Fingerprint, to compare with the counsellor by telephone:\n\($1)"
        },
        counsellorRemoved: { "Removed \($0)." },
        renewed: { "Renewed, up to and including \($0.text)." },
        settings: {
            "Reports are kept \(counted($0, "month", "months")) after their own; each day has at least \(counted($1, "report", "reports")), cover included."
        },
        settingsOf: {
            "\($0) posts \(counted($1, "reply", "replies")) a day, cover included, and fetches at least every \(counted($2, "day", "days"))."
        },
        thenSign: "Next: each key holder runs counsellor organisation sign.",
        rosterHeading: { "Counsellors of \($0), list number \($1)" },
        rosterFacts: {
            "Reporting point: \($0)\nValid from \($1.text) up to and including \($2.text); reports are kept \(counted($3, "month", "months"))."
        },
        counsellor: { "  \($0) (\($1)): \($2); since \($3.text)" },
        reached: { languages, ways in
            "      languages: \(languages)\n"
                + (ways.isEmpty
                    ? "      no other way named"
                    : ways.map { "      also reached by: \($0)" }.joined(separator: "\n"))
        },
        keyFingerprint: { "      fingerprint of all this and the keys:\n\($0)" },
        listFingerprint: { "Fingerprint of the whole list:\n\($0)" },
        leftOut: { "  No longer in the list: \($0) (\($1))" },
        signQuestion: "Is this right, and do you sign it? (yes/no)",
        stillToSign: { "Signed. Still to sign: \($0)" },
        complete: {
            "Signed by all. Publish it on the reporting point: gateway publish GATEWAY-FOLDER \($0) …"
        },
        reads: "On which days do you read (such as mon,thu):")
}

extension ExchangeTexts {
    static let english = ExchangeTexts(
        fetched: {
            "Fetched \($0) new; \($1) in the register, \($2) go into it tonight. Folder: \($3)"
        },
        refetched: { "Files that were altered, and were fetched again: \($0)." },
        imported: { "New messages: \($0). New cases: \($1)." },
        nothingNew: "No new messages.",
        notAuthentic: {
            "ALARM: messages not from the reporter they name: \($0). See counsellor show."
        },
        moved: {
            "Conversations that go on with a new code: \($0). Answer in the new case. See counsellor show."
        },
        movesAlarm: {
            "ALARM: cases that say they go on with another, where that is false or more than one does: \($0). See counsellor show."
        },
        malformed: {
            "Messages to you that no reporter's program made, and that can't be read: \($0)."
        },
        withoutKey: {
            "Envelopes of \($1.text) left closed, because there is no key of that month here: \($0)."
        },
        posted: { "Replies of yours that have arrived at the reporting point: \($0)." },
        waitingAgain: {
            "Replies made ready that the reporting point doesn't have: \($0). The next counsellor outbox has them again."
        },
        destroyed: {
            "Keys destroyed, as agreed: \($0). What was recorded then can't be opened again."
        },
        stale: {
            "This was fetched on \($0.text); this computer says it is \($1.text). Fetch again, or set the date right."
        },
        notListed: { "You are not in the list of counsellors in force (number \($0))." },
        rosterEnds: {
            "The list of counsellors ends in \(counted($0, "day", "days")): ask for it to be renewed."
        },
        keysEnd: { "Your published keys end with \($0.text): run counsellor months." },
        noCurrentKey: {
            "You have no published key for \($0.text): nobody can write to you now. "
                + "Run counsellor months, outbox and post."
        },
        keysUnpublished:
            "You have no published keys: nobody can write to you. Run counsellor outbox, then post.",
        handedOver: {
            "In \($2): files for \($0) days, notes about you \($1). Next, online: counsellor post"
        },
        scheduled: {
            "Replies of yours in them: \($0), the last on \($1.text). Nobody can see which files they are."
        },
        sentAtOnce: {
            "To be sent at once: \($0). Whoever sees this folder, and the reporting point, can see that there was something to say today."
        },
        noRoom: {
            "Replies that have to wait, because all days are full: \($0). The next counsellor outbox takes them."
        },
        noNumbers: {
            "All replies of a case are used, so some in these can't be sent: \($0). Tell the reporter another way."
        },
        scheduleEnds: {
            "The files for each day end with \($0.text): run counsellor outbox again. Without it, your silence shows."
        },
        scheduleEnded:
            "There are no files for the days to come: run counsellor outbox again. Without it, your silence shows.",
        goTomorrow: {
            "Of days that were missed, \(counted($0, "file", "files")) more go tomorrow: so there is room for what you send at once. Most are cover."
        },
        limitReached: {
            "The reporting point takes no more replies today. Those left: \($0); post goes on tomorrow."
        },
        labelTaken: {
            "refused, because another reply has its place: \($0). Import what was fetched; the next counsellor outbox has it again."
        },
        filePosted: { "posted: \($0)" },
        notePosted: { "published: \($0)" },
        nothingToPost: "Nothing to post.",
        backedUp: { "Backup made: \($0). It needs your passphrase." },
        backupLacksMonths:
            "Month keys are not in it: counsellor backup --months FILE keeps the unexpired ones.",
        monthsBackedUp: {
            ($1 == 1 ? "1 month key is" : "\($1) month keys are")
                + " in \($0). It replaced the one before: keep no older copy."
        },
        restored: { "Restored: \($0). Read in what was fetched before you answer." },
        restoredWithoutMonths: """
            No month keys were restored: messages not imported before the backup stay closed. \
            Run counsellor months and publish the new keys at once.
            """)
}

extension CaseTexts {
    static let english = CaseTexts(
        noCases: "No cases.",
        unseen: { $0 == 0 ? "" : "\($0) new" },
        awaitsReply: "to answer",
        answered: "answered",
        closed: "closed",
        alarm: "ALARM",
        caseHeading: { "Case \($0)" },
        fromReporter: { "Reporter, \($0.text)" },
        notFromReporter: { "NOT FROM THIS REPORTER, \($0.text): somebody else made this" },
        otherReplyTo:
            "ALARM: asks for answers to another address than before. Answers go to the first.",
        moves: .english,
        kinds: { code in
            switch code {
            case "message": "message"
            case "withdraw": "STOP: do nothing with this"
            case "agree": "agrees"
            case "decline": "does not agree"
            case "aftercare": "after closing"
            case "referral": "referral by a counsellor"
            default: code
            }
        },
        answers: { "to reply \($1) of \($0)" },
        addressed: { "Also written to: \($0)" },
        fromYou: { "You, reply \($0), \($1.text)" },
        states: { code in
            switch code {
            case "written": "not in the folder with answers yet"
            case "handed-over": "in the folder with answers"
            default: "at the reporting point"
            }
        },
        replyKinds: { code in
            switch code {
            case "closed": "closes the case"
            case let code where code.hasPrefix("ask-referral "):
                "asks to share it with \(code.dropFirst(13))"
            case let code where code.hasPrefix("referred "):
                "hands it over to \(code.dropFirst(9))"
            default: ""
            }
        },
        noText: "(no text)",
        typeReply: "Type the reply. End with a line that has only a full stop.",
        typeClosing: "Type a last word, or nothing. End with a line that has only a full stop.",
        replied: { "Reply \($0) to case \($1) is sealed and saved." },
        closedCase: { "Case \($0) is closed; the reporter's code goes on working." },
        thenOutbox: "To send it: counsellor outbox FOLDER, then counsellor post FOLDER online.",
        atOnce:
            "The next counsellor outbox sends this at once: whoever sees it, and the reporting point, can see that there was something to say today."
    )
}
