internal import DropBox
internal import Gateway
internal import Reporting
internal import Terminal
internal import TransparencyLog

extension GatewayTexts {
    static let english = GatewayTexts(
        vkeysWritten: {
            """
            The gateway's public keys, above, are also in \($0)/gateway.vkeys. Give them to the people \
            who make the roster; publish what they sign with: gateway publish \($0) FILE
            """
        },
        published: { notice in
            switch notice {
            case .roster(let roster, _):
                "published: roster \(roster.serial) of \(roster.organisation), valid until "
                    + roster.expires.text
            case .keys(let keys, _): "published: keys \(keys.serial) of \(keys.counsellor)"
            case .hours(let hours, _): "published: hours \(hours.serial) of \(hours.counsellor)"
            }
        },
        closed: { "closed \($0.text); the log has \(counted($1, "entry", "entries"))" },
        nothingToClose: { "nothing to close: \($0.text) and the days before it are closed" },
        noSuchPort: { "port \($0) does not exist; give a number from 0 to 65535" },
        beyondLoopback: {
            (
                "\($0) can be reached by other machines, and the gateway speaks HTTP without TLS",
                """
                put a reverse proxy or an onion service before 127.0.0.1 (Docs/operations.md), or say \
                --listen-beyond-loopback
                """
            )
        },
        linkedWrongly: "this build does not wipe freed memory; it was linked wrongly",
        inUse: {
            (
                "\($0) is in use by another program",
                "stop that program, or choose another port with --port"
            )
        },
        notAllowed: {
            (
                "the system does not allow listening on \($0)",
                "ports below 1024 are for a reverse proxy; choose another with --port"
            )
        },
        folder: { fault, folder in
            switch fault {
            case .notInitialised:
                (
                    "\(folder) is not a gateway folder",
                    "make one with: gateway init FOLDER --origin … --gateway …"
                )
            case .notEmpty:
                (
                    "\(folder) has something in it; gateway init needs a new or empty folder",
                    "a folder made before is kept as it is: its keys can't be made again"
                )
            case .readableByOthers(let path):
                (
                    "\(path) can be read by other users of this machine",
                    "chmod go= \(path), and think about who may have read it"
                )
            case .malformedKey(let path):
                (
                    "\(path) is not the key it should be",
                    "bring it back from the backup; a new key needs a new roster"
                )
            case .unusableOrigin:
                (
                    "the origin must be a name without spaces and plus signs, such as meld.example",
                    nil
                )
            case .configuration(let path, let fault):
                (
                    path + (fault.line.map { ", line \($0)" } ?? "") + ": "
                        + words(of: fault.reason), "Docs/operations.md lists the settings"
                )
            }
        },
        setting: { words(of: $0) },
        file: { fault in
            switch fault {
            case .notFound(let path): ("\(path) is not there", nil)
            case .alreadyExists(let path): ("\(path) is there already and was left as it is", nil)
            case .notPermitted(let path, let folder):
                ("the system refuses access to \(path)", "run as the user who owns \(folder)")
            case .diskFull(let path): ("the disk is full; \(path) was not written", nil)
            case .tooLarge(let path, let limit): ("\(path) has more than \(limit) bytes", nil)
            case .served(let folder):
                (
                    "another gateway serves \(folder) already",
                    "publish, close-day and status work while it does"
                )
            case .wrongKind(let path): ("\(path) is not the kind of file it should be", nil)
            case .system(let path, let code): ("\(path): system error \(code)", nil)
            }
        },
        dropBox: { fault in
            switch fault {
            case .conflict: ("a note with the same hash is stored as something else", nil)
            case .full: ("the disk is full; nothing was stored", nil)
            case .newerVersion(let path):
                ("\(path) was made by a newer version", "install that version again")
            case .damaged(let path):
                (
                    "\(path) is damaged or not a drop-box",
                    """
                    keep it, and bring back the backup; if you just did, remove \(path)-wal and \(path)-shm, \
                    which belong to the file before it (Docs/operations.md)
                    """
                )
            case .unavailable(let path, let code):
                ("\(path) can't be used now: SQLite error \(code)", nil)
            case .clockBehind(let today, let closed):
                (
                    "this machine's clock says \(today.text), but \(closed.text) is closed already",
                    "set the clock; nothing is accepted for a closed day"
                )
            case .clockAhead(let today, let first, let last):
                (
                    """
                    this machine's clock says \(today.text): \(last.number - first.number + 1) days, from \
                    \(first.text) to \(last.text), would be closed at once
                    """,
                    """
                    set the clock if it is wrong; if today is \(today.text), say --clock-is-right. A closed day \
                    can't be opened again (Docs/operations.md)
                    """
                )
            }
        },
        damage: { damage, folder in
            switch damage {
            case .older(let stored, let signed):
                (
                    """
                    the drop-box of \(folder) has \(stored) entries, but a log of \(signed) was signed: \
                    an old backup was put back, or rows are lost
                    """, englishRestoring
                )
            case .altered(let size):
                (
                    "the drop-box of \(folder) is not the one whose log of \(size) entries was signed",
                    englishRestoring
                )
            case .noCheckpoint:
                (
                    """
                    \(folder)/checkpoint is not there: nothing tells whether this drop-box is the newest, \
                    and one that is older would sign a second log
                    """,
                    """
                    put that file back from the disk it was on; if it is lost, read "The disk is lost" in \
                    Docs/operations.md, then: gateway accept-loss \(folder) --newest-checkpoint FILE
                    """
                )
            case .noStore:
                (
                    "\(folder)/drop-box.sqlite is not there, or has nothing in it",
                    "put it back from the backup; a log is never begun anew (Docs/operations.md)"
                )
            case .foreignCheckpoint:
                (
                    "\(folder)/checkpoint is not signed by this folder's log.key",
                    "bring back the key and the checkpoint that belong together"
                )
            case .checkpoint(let size):
                ("the checkpoint of \(size) entries is missing or wrong", englishRestoring)
            case .entry(let position): ("entry \(position) is missing or wrong", englishRestoring)
            case .envelope(let position):
                (
                    "the envelope of entry \(position) is missing or is another one",
                    englishRestoring
                )
            case .pending:
                ("a pending envelope is missing or is another one", englishRestoring)
            case .subtree(let level, let number):
                ("hash \(number) of level \(level) is missing or wrong", englishRestoring)
            case .closing(let day):
                ("the closing of \(day.text) is missing or wrong", englishRestoring)
            case .cosignature(let name, let day):
                (
                    "the cosignature of \(inert(name)) of \(day.text) is not what it should be",
                    englishRestoring
                )
            }
        },
        foreignCheckpoint: {
            (
                "\($0) is not a checkpoint that the log.key of \($1) signed",
                "it is the file mirror/checkpoint in the folder of a counsellor's collector"
            )
        },
        lossAccepted: {
            """
            the log goes on from its \(counted($0.stored, "entry", "entries")); the checkpoint shown has \
            \($0.shown). What was accepted after the backup is lost
            """
        },
        lossAcceptedHint: """
            Now: gateway verify. Tell the counsellors what is lost. If anybody was shown a larger log, their \
            machines will refuse this one, and a new log must begin (Docs/operations.md).
            """,
        verified: { report in
            """
            checked: \(counted(report.entries, "entry", "entries")) from \(report.firstEntry) on, \(counted(report.envelopes, "envelope", "envelopes")), \
            \(counted(report.notes, "note", "notes")), \(report.pending) pending, \(counted(report.subtrees, "subtree", "subtrees")), \
            \(counted(report.checkpoints, "checkpoint", "checkpoints")), \(counted(report.closings, "closing", "closings")), \
            \(counted(report.cosignatures, "cosignature", "cosignatures")); all as signed
            """
        },
        refusal: { refusal in
            switch refusal {
            case .malformed: "is not a signed roster, keys or hours note"
            case .notSigned(let name): "is not signed by \(name)"
            case .serialNotHigher(let inForce):
                "is not newer: serial \(inForce) is in force already"
            case .otherOrganisation: "is of another organisation: its genesis key differs"
            case .otherGateway(let difference):
                "is for another gateway: its '\(difference)' line is not this folder's"
            case .expired(let day): "ended on \(day.text)"
            case .notYetValid(let day):
                "begins only on \(day.text); is this machine's clock right?"
            case .unknownCounsellor(let id):
                "is by '\(id)', whom the roster in force does not name"
            case .notHers: "is about another counsellor than its sender"
            case .noRoster: "can't be checked: publish the roster first"
            case .tooLarge(let limit):
                "has more than the \(limit) bytes that an hours note may have"
            case .tooMany(let limit, let month):
                "is one too many: its counsellor has published \(limit) of this kind in "
                    + "\(month.text) already"
            case .boardFull:
                "can't be added: all notes together would be more than programs fetch; only rosters are taken"
            }
        },
        notPublished: { "\($0) \($1); it was not published" },
        page: .english,
        status: StatusTexts(
            labels: [
                .gateway: "gateway", .organisation: "organisation", .roster: "roster",
                .counsellor: "counsellor", .stored: "stored", .pending: "pending", .log: "log",
                .lastClosed: "last closed", .kept: "not erased", .database: "database",
            ],
            origin: { "\($0), origin \($1)" },
            roster: { "serial \($0), valid until \($1.text)" }, noRoster: "none published yet",
            keys: { $0.map { "keys until \($0.text)" } ?? "no keys yet" },
            hours: { $0.map { "hours of \($0.text)" } ?? "no hours yet" },
            stored: {
                [
                    counted($0, "report", "reports"), counted($1, "reply", "replies"),
                    counted($2, "note", "notes"),
                ].joined(separator: ", ")
            }, entries: { counted($0, "entry", "entries") },
            noDay: "no day yet on which there was anything",
            kept: { since, counsellors in
                "from \(since.text) on, beyond retention: "
                    + (counsellors.isEmpty
                        ? "goes at the next closing"
                        : "not confirmed by " + counsellors.joined(separator: ", "))
            }, bytes: { "\($0) bytes" }))
}

private let englishRestoring = """
    put back the newer drop-box.sqlite, without the -wal and -shm of another, and verify it. If it is lost for ever, a new log must begin: a new \
    folder with another origin, in a roster that both roots sign; else the counsellors' machines will \
    refuse this one (Docs/operations.md)
    """

private func words(of reason: GatewayConfiguration.Reason) -> String {
    switch reason {
    case .unknown(let name): "no setting is called '\(name)'"
    case .needsOneValue(let name): "'\(name)' takes one value"
    case .setTwice(let name): "'\(name)' was set before"
    case .missing(let name): "'\(name)' is missing"
    case .notAnAddress:
        "'gateway' must be an address like https://meld.example, without a path"
    case .notYesOrNo(let name): "'\(name)' must be yes or no"
    case .notANumber(let value, let range):
        "'\(value)' must be a number from \(range.lowerBound) to \(range.upperBound)"
    }
}
