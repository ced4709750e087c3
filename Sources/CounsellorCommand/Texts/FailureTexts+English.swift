internal import Terminal
internal import TransparencyLog

extension FailureTexts {
    static let english = FailureTexts(
        noHome: {
            Sentence(
                "there are no counsellor's files in \($0)",
                hint: """
                    --home or --collector names another folder; counsellor init makes new ones, \
                    counsellor restore brings back a backup
                    """)
        },
        homeExists: {
            Sentence(
                "\($0) is in use already; nothing was changed", hint: "name another folder")
        },
        incompleteHome: {
            Sentence(
                "\($0) is missing; the other files in that folder were left as they are",
                hint: """
                    counsellor restore BACKUP --home NEW-FOLDER brings back a backup; \
                    --months can name the months.age that is still there
                    """)
        },
        notOwnBackup: {
            Sentence(
                "\($0) is not an earlier backup of these files; nothing was changed",
                hint: """
                    name an empty folder for cases and keys, \
                    and with --months a new file in another folder
                    """)
        },
        wrongPassphrase: Sentence("the passphrase is not right"),
        passphraseTooShort: Sentence(
            "a passphrase needs at least 12 characters; nothing was made",
            hint: "seven words that nobody would put together are good"),
        damaged: {
            Sentence(
                "\($0) was cut off or altered, or belongs to other files; it was left as it is",
                hint: "counsellor restore makes new files of the last backup")
        },
        damagedCollector: {
            Sentence(
                "\($0) of the online folder was cut off, altered or lost; it was left as it is",
                hint:
                    "put back a copy of the online folder; without one, make new keys with counsellor init and have them enrolled. Never restore the backup on this computer: your cases don't belong here"
            )
        },
        noOutbox: {
            Sentence(
                "there is nothing of an outbox in \($0); nothing of it was sent",
                hint: "name the folder that counsellor outbox filled")
        },
        notForThis: {
            Sentence(
                "\($0) holds other files of Sottovoce, or everything; nothing was written",
                hint: "name a folder of its own, such as one on a stick")
        },
        olderBackup: "take another or an older backup; nothing was put in the new folder",
        newerVersion: {
            Sentence("\($0) was written by a newer version", hint: "install the newer version")
        },
        noMirror: {
            Sentence(
                "\($0) holds no fetched messages",
                hint:
                    "run counsellor fetch online, and name the folder with what was fetched here: mirror"
            )
        },
        damagedMirror: {
            Sentence(
                "\($0) was cut off or altered; nothing of it was used",
                hint: "run counsellor fetch, then import again: nothing is lost")
        },
        incompleteMirror: {
            Sentence(
                ($0 == 1
                    ? "1 message is missing or altered (\($1))"
                    : "\($0) messages are missing or altered (such as \($1))")
                    + "; the others are imported",
                hint: "run counsellor fetch, then import again: nothing is lost")
        },
        rosterRollback: {
            Sentence(
                "the reporting point offers list \($1) of counsellors, but list \($0) was in force already: refused",
                hint: "call the organisation: someone may be bringing back an old list")
        },
        rosterFork: {
            Sentence(
                "there are two different lists of counsellors with number \($0): refused",
                hint: "call the two people who sign the list before you do anything else")
        },
        notInRoster: {
            Sentence(
                "\($0) is not in the list of counsellors",
                hint: "check the short name, or ask the two people who sign the list")
        },
        foreignKeys: {
            Sentence(
                "the list of counsellors names \($0) with keys that are not yours: refused",
                hint: "call the two people who sign the list: someone may be posing as you"
            )
        },
        clockBehind: {
            Sentence(
                "this computer says it is \($1.text), but it knows of \($0.text) already; nothing was changed",
                hint: """
                    set the date: sudo date -s 'YYYY-MM-DD HH:MM', and try again; \
                    if it is right, add --clock-is-right
                    """)
        },
        clockBehindOnline: {
            Sentence(
                "this computer says it is \($1.text), but it fetched on \($0.text) already; nothing was posted",
                hint: "set the date of this computer and try again")
        },
        clockAhead: {
            Sentence(
                """
                this computer says it is \($1.text), but the last day it knows of is \($0.text); \
                nothing was changed
                """,
                hint: """
                    set the date: sudo date -s 'YYYY-MM-DD HH:MM'; if it is right, run fetch and import \
                    first, or add --clock-is-right
                    """)
        },
        unknownCase: { Sentence("there is no case \($0)", hint: "counsellor inbox lists them") },
        noAuthenticReport: {
            Sentence("nothing in case \($0) is certain to be the reporter's: it can't be answered")
        },
        tooLong: {
            Sentence(
                "the text is \(counted($0, "character", "characters")) too long; nothing was sealed",
                hint: "shorten it, or write two replies")
        },
        emptyText: Sentence("there is no text; nothing was sealed", hint: "type a text first"),
        controlCharacter: Sentence(
            "the text has characters that are no text (control characters, or not UTF-8)",
            hint: "save it as plain text in UTF-8"),
        referralToHerself: {
            Sentence("\($0) is you: ask whether you may share it with somebody else")
        },
        conversationFull: {
            Sentence(
                "case \($0) has a thousand replies: the reporter can find no more",
                hint: "tell the reporter another way, if you can")
        },
        movedOn: {
            Sentence(
                "case \($0) goes on in \($1) with a new code: whoever has seen the old one would read this",
                hint: "see counsellor show \($0); answer there, or give --old-code")
        },
        importFirst: Sentence(
            "these files were restored from a backup: read in what was fetched before you answer",
            hint: "counsellor import FOLDER; replies you sent since the backup are then counted"),
        notABackup: { Sentence("\($0) is not a whole backup; nothing was changed") },
        damagedOutbox: {
            Sentence(
                "\($0) was cut off or altered; it was not sent",
                hint: "run counsellor outbox on the offline computer again: nothing is lost")
        },
        incompleteOutbox: {
            Sentence(
                "the folder with answers in \($0) is not complete: there is no room left",
                hint: "make room and run counsellor outbox again: nothing is lost")
        },
        olderOutbox: Sentence(
            "a newer folder with answers was taken here already; nothing was taken from this one",
            hint: "run counsellor outbox on the offline computer again: nothing is lost"),
        otherOutbox: {
            Sentence(
                "\($0) holds what \($1) wrote, and this is \($2)'s; nothing was done",
                hint: "name a folder of its own for each counsellor and each organisation")
        },
        badEnrolment: {
            Sentence(
                "\($0) is not a whole enrolment file; nothing was changed",
                hint: "ask the counsellor for the file that counsellor init made")
        },
        badOrganisation: { Sentence("\($0) was cut off or altered; nothing was changed") },
        backupOfWhat: Sentence(
            "say what to copy: FOLDER, --months FILE, or both; with --prove FOLDER alone"),
        openWithWhat: Sentence("give --identity or --passphrase-file, not both"),
        sealToWhom: Sentence(
            "say who can open it: --to or --recipients-file, or else --passphrase-file"),
        secondKeyOrOne: Sentence(
            "give --second-key FILE (another file than --root-key), or --one-key"),
        settingsOfWhom: Sentence(
            "nothing to change, or not for whom",
            hint:
                "give --retention or --cover-total, or --of SHORT-NAME with --cover or --fetch-days"
        ),
        badValue: { Sentence("\($0) must be \($1)") },
        expected: .english,
        emptyValue: { Sentence("\($0) must not be empty") },
        badHours: Sentence(
            "--replacement must be a short name in the list; --phone and --remark must not be empty"
        ),
        notPlain: {
            Sentence(
                "\($0) has characters that can't be seen or that change the order: \($1)",
                hint: "type it instead of pasting it")
        },
        notAnOrganisationKey: {
            Sentence(
                "the key \($0) does not belong to this organisation",
                hint: "name the file with your own key")
        },
        alreadyInRoster: {
            Sentence(
                "\($0) is in the list already",
                hint: "counsellor organisation remove, then add, replaces the keys")
        },
        nothingToSign: Sentence(
            "the list is complete and unchanged: there is nothing to sign",
            hint: "counsellor organisation renew makes it valid for a further time"),
        noCounsellors: Sentence(
            "there is nobody in the list yet",
            hint: "counsellor organisation add FOLDER ENROLMENT adds a counsellor"),
        notConfirmed: Sentence("stopped; nothing was signed"),
        unsigned: Sentence(
            "the list of counsellors is not signed by the organisation's keys: refused",
            hint: "check the link; if it is right, call the organisation"),
        missingSignature: {
            Sentence(
                "the list of counsellors lacks the signature of \($0): refused",
                hint: "both keys of the link must sign; call the organisation")
        },
        badSignature: {
            Sentence(
                "the signature of \($0) under the list of counsellors is false: refused",
                hint: "call the organisation: someone may have changed the list")
        },
        expired: {
            Sentence(
                "the list of counsellors ended on \($0.text); this computer says it is \($1.text)",
                hint: "if the date is right, ask the organisation to renew and sign the list")
        },
        notYetValid: {
            Sentence(
                "the list of counsellors begins on \($0.text); this computer says it is \($1.text)",
                hint: "set the date of this computer and try again")
        },
        otherOrganisation: Sentence(
            "the list of counsellors is another organisation's: refused",
            hint: "check the link"),
        noRoster: Sentence(
            "the reporting point has no list of counsellors yet",
            hint:
                "ask the organisation to sign it and to publish it: gateway publish GATEWAY-FOLDER organisation/roster.note"
        ),
        malformedRoster: {
            Sentence("line \($0) of the list of counsellors can't be read: refused")
        },
        badLink: {
            Sentence(
                "\($0) is not an organisation's link, nor a file that holds one",
                hint: "it looks like https://host/#root=…&second=…")
        },
        notFound: { Sentence("\($0) is not there", hint: "check the name") },
        alreadyExists: {
            Sentence(
                "\($0) is there already; it was left as it is",
                hint: "name another file, or remove that one if nobody needs it any more")
        },
        notPermitted: {
            Sentence("\($0) can't be opened: no permission", hint: "name another folder or file")
        },
        diskFull: {
            Sentence(
                "there is no room on the disk for \($0); what was there is unchanged",
                hint: "make room and try again")
        },
        outputFull: Sentence(
            "there is no room for the output; what was written of it is not whole",
            hint: "make room and try again"),
        tooLarge: { Sentence("\($0) is larger than \($1) bytes, more than it can be") },
        inUse: {
            Sentence(
                "\($0) is in use by another counsellor command",
                hint: "wait until it has ended, and try again")
        },
        isFolder: { Sentence("\($0) is a folder; a file belongs here", hint: "name a file") },
        isFile: {
            Sentence(
                "\($0) is a file; a folder belongs here",
                hint: "name a folder, or a name that isn't there yet")
        },
        fileError: { Sentence("\($0) can't be read or written (system error \($1))") })
}
