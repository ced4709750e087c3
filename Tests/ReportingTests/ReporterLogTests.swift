import Age
import Reporting
import Sodium
import Testing
import TransparencyLog

/// A reporter, the first counsellor's half of the thread, and a log of five days.
private struct Scene {
    var organisation: InventedOrganisation
    let keys: ReceiptKeys
    let checked: Organisation
    var log: InventedLog
    /// Six days after the log's first.
    let today: Day
    let first: Day

    /// The notes are logged on the first day; the counsellor is there since long.
    init() throws {
        organisation = try InventedOrganisation()
        first = organisation.today.adding(-6)
        for index in organisation.persons.indices {
            organisation.persons[index].counsellor.since = first.adding(-100)
            organisation.roster.counsellors[index].since = first.adding(-100)
        }
        organisation.roster.issued = first
        organisation.roster.expires = first.adding(365)
        today = organisation.today
        keys = try organisation.reporter()
        let notes =
            [try organisation.signed(organisation.roster)]
            + [
                try organisation.keysNote(organisation.persons[0]),
                try organisation.keysNote(organisation.persons[1]),
            ]
        checked = try Organisation(
            bundle: NoteBundle(notes), anchor: try organisation.anchor(), today: today)
        log = InventedLog(signer: organisation.log, first: first)
        for note in notes { try log.add(note: note) }
    }

    var intern: InventedOrganisation.Person { organisation.persons[0] }

    func own() -> LogEntry {
        let hash = InventedLog.random(32)
        return LogEntry(kind: .report, hash: hash, tag: keys.tag(envelopeHash: hash))!
    }

    func reply(_ number: Int, _ day: Day, checkpoint: TreeHead? = nil) throws -> (
        envelope: SealedEnvelope, opened: OpenedReply
    ) {
        let thread = try ThreadKeys(
            counsellor: intern.thread, reporterThread: keys.thread.publicKey)
        let reply = Reply(
            from: "intern", number: number, kind: .answer, day: day, checkpoint: checkpoint,
            body: "Dank je wel.")
        let envelope = try reply.sealed(in: thread, to: keys.replyIdentity.recipient)
        return (
            envelope, OpenedReply(counsellor: intern.counsellor, reply: reply, hash: envelope.hash)
        )
    }

    func alarms(_ served: [SealedEnvelope] = [], _ replies: [OpenedReply] = []) throws
        -> [LogAlarm]
    {
        let view = try log.view()
        return LogComparison(view, checked, today: today).alarms(
            messages: keys.entries(in: view), labels: ThreadLabels(keys, checked),
            served: served.map(\.entry), replies: replies)
    }
}

@Suite struct ReporterLogTests {
    @Test func ownEntriesAreFoundByTheCodeAlone() throws {
        var scene = try Scene()
        let one = scene.own()
        let two = scene.own()
        try scene.log.close([InventedLog.other(), one, InventedLog.other(.reply)])
        try scene.log.close()
        try scene.log.close([two, InventedLog.other()])
        let view = try scene.log.view()
        let found = scene.keys.entries(in: view)
        #expect(found.map(\.entry) == [one, two])
        #expect(found.map(\.day) == [scene.first, scene.first.adding(2)])
        #expect(found.map { view.entry($0.index) } == [one, two])
        #expect(try scene.organisation.reporter().entries(in: view).isEmpty)
    }

    @Test func eachCounsellorsStandingIsHerOwn() throws {
        var scene = try Scene()
        try scene.log.close([scene.own()])
        try scene.log.close()
        try scene.log.close()
        func standings(_ replies: [Reply] = []) throws -> [Standing] {
            let view = try scene.log.view()
            let messages = scene.keys.entries(in: view)
            return scene.checked.confirmations(in: view).map {
                $0.standing(
                    of: messages[0], among: messages,
                    replies: $0.counsellor.id == "intern" ? replies : [])
            }
        }
        #expect(try standings() == [.logged, .logged])
        scene.log.cosign(1, scene.intern.collector, day: scene.first.adding(1))
        #expect(try standings() == [.fetched(scene.first.adding(1)), .logged])
        scene.log.cosign(2, scene.intern.imported, day: scene.first.adding(3))
        #expect(try standings() == [.inHands(scene.first.adding(3)), .logged])
        let answer = try scene.reply(0, scene.first.adding(4)).opened.reply
        #expect(try standings([answer]) == [.answered(scene.first.adding(4)), .logged])
        let closed = Reply(
            from: "intern", number: 1, kind: .closed, day: scene.first.adding(5), body: "")
        #expect(try standings([answer, closed]) == [.closed(scene.first.adding(5)), .logged])
    }

    @Test func anAnswerOfTheSameDayCountsForTheFirstMessageOnly() throws {
        var scene = try Scene()
        try scene.log.close([scene.own()])
        try scene.log.close([scene.own()])
        let view = try scene.log.view()
        let messages = scene.keys.entries(in: view)
        let one = scene.checked.confirmations(in: view)[0]
        for (day, expected) in [
            (0, [Standing.answered(scene.first), .logged]),
            (1, [.answered(scene.first.adding(1)), .logged]),
            (2, [.answered(scene.first.adding(2)), .answered(scene.first.adding(2))]),
        ] {
            let reply = try scene.reply(0, scene.first.adding(day)).opened.reply
            #expect(
                messages.map { one.standing(of: $0, among: messages, replies: [reply]) }
                    == expected)
        }
    }

    @Test func whoHasNotFetchedInTimeIsNamed() throws {
        var scene = try Scene()
        try scene.log.close([scene.own()])
        for _ in 0..<5 { try scene.log.close() }
        let extern = scene.organisation.persons[1].counsellor
        // Four days have passed since the first, and one more.
        scene.log.cosign(0, scene.intern.collector, day: scene.first.adding(1))
        #expect(
            try scene.alarms() == [.notConfirmed(extern, message: scene.first, last: nil)])
        scene.log.cosign(5, scene.organisation.persons[1].collector, day: scene.today)
        #expect(try scene.alarms().isEmpty)
    }

    /// Her answer names the tree that she had: where her confirmation of it is not shown, she is not to blame.
    @Test func whatHerAnswerShowsSheHadIsNotBlamedOnHer() throws {
        var scene = try Scene()
        try scene.log.close([scene.own()])
        for _ in 0..<5 { try scene.log.close() }
        let (intern, extern) = (scene.intern.counsellor, scene.organisation.persons[1].counsellor)
        let late = LogAlarm.notConfirmed(extern, message: scene.first, last: nil)
        for (size, expected) in [
            (4, LogAlarm.confirmationHidden(intern, message: scene.first)),
            (3, .notConfirmed(intern, message: scene.first, last: nil)),
        ] {
            let root = try #require(try scene.log.view().root(ofSize: size))
            let (envelope, opened) = try scene.reply(
                0, scene.first.adding(1), checkpoint: TreeHead(size: size, root: root))
            #expect(try scene.alarms([envelope], [opened]) == [expected, late])
        }
    }

    @Test func aConfirmationSheNeverGaveIsAnAlarmAndCountsForNothing() throws {
        var scene = try Scene()
        try scene.log.close([scene.own()])
        let key = scene.intern.collector.verifierKey
        scene.log.cosign(0, scene.intern.collector, day: scene.first)
        var bytes = scene.log.records[0].note.signatures(of: key)[0].bytes
        bytes[70] ^= 1
        scene.log.records[0].note.add(
            SignedNote.Signature(name: key.name, keyID: key.keyID, bytes: bytes))
        #expect(try scene.alarms().contains(.claimed(scene.intern.counsellor)))
        #expect(
            scene.checked.confirmations(in: try scene.log.view())[0].fetchedDay(ofEntry: 0) == nil)
    }

    @Test func anAnswerKeptBackOrSwappedIsAnAlarm() throws {
        var scene = try Scene()
        let (envelope, _) = try scene.reply(0, scene.first)
        let other = try scene.reply(0, scene.first).envelope
        try scene.log.close([envelope.entry, InventedLog.other(.reply)])
        #expect(envelope.tag == other.tag && envelope.hash != other.hash)
        let counsellor = scene.intern.counsellor
        #expect(try scene.alarms([envelope]).isEmpty)
        #expect(try scene.alarms([envelope, other]).isEmpty)
        #expect(
            try scene.alarms() == [.answerWithheld(counsellor, number: 0, logged: scene.first)])
        #expect(
            try scene.alarms([other])
                == [.answerReplaced(counsellor, number: 0, logged: scene.first)])
    }

    @Test func aTreeThatSheSawAndIsNotHereIsAnAlarm() throws {
        var scene = try Scene()
        try scene.log.close([InventedLog.other(), InventedLog.other()])
        let size = scene.log.entries.count
        for inside in [size, size - 1, 1, 0] {
            let root = try #require(try scene.log.view().root(ofSize: inside))
            for (changed, expected) in [(root, 0), (InventedLog.random(32), 1)] {
                let (envelope, opened) = try scene.reply(
                    0, scene.first, checkpoint: TreeHead(size: inside, root: changed))
                let alarms = try scene.alarms([envelope], [opened])
                #expect(alarms.count == expected)
                if expected == 1 {
                    #expect(
                        alarms[0]
                            == .splitView(scene.intern.counsellor, size: inside, day: scene.first))
                }
            }
        }
        // A larger tree than the newest: not before her answer itself is logged.
        let larger = TreeHead(size: size + 5, root: InventedLog.random(32))
        let (envelope, opened) = try scene.reply(0, scene.first, checkpoint: larger)
        #expect(try scene.alarms([envelope], [opened]).isEmpty)
        try scene.log.close([envelope.entry])
        #expect(
            try scene.alarms([envelope], [opened])
                == [.splitView(scene.intern.counsellor, size: size + 5, day: scene.first)])
    }

    @Test func aPromiseIsKeptLateBrokenOrStillOpen() throws {
        var scene = try Scene()
        let own = scene.own()
        func state(_ day: Int, of entry: LogEntry? = nil) throws -> PromiseState {
            let promise = Promise(
                origin: "meld.linde.example/log", day: scene.first.adding(day),
                entry: entry ?? own)
            return try scene.log.view().state(of: promise, keepsMonths: 6, today: scene.today)
        }
        try scene.log.close()
        #expect(try state(1) == .pending)
        #expect(try state(0) == .missing)
        try scene.log.close([own])
        let index = scene.log.entries.count - 1
        #expect(try state(1) == .kept(index: index))
        #expect(try state(0) == .late(index: index, day: scene.first.adding(1)))
        #expect(try state(1, of: scene.own()) == .missing)
        #expect(try state(-300) == .late(index: index, day: scene.first.adding(1)))
        #expect(try state(-300, of: scene.own()) == .expired)
    }

    @Test func aProofIsCheckedWithTheRosterAlone() throws {
        var scene = try Scene()
        let own = scene.own()
        try scene.log.close([own, InventedLog.other(), InventedLog.other()])
        try scene.log.close([InventedLog.other()])
        try scene.log.close()
        scene.log.cosign(0, scene.intern.collector, day: scene.first.adding(1))
        scene.log.cosign(1, scene.intern.collector, day: scene.first.adding(2))
        scene.log.cosign(1, scene.intern.imported, day: scene.first.adding(3))
        scene.log.cosign(2, scene.organisation.persons[1].collector, day: scene.first.adding(3))
        let view = try scene.log.view()
        let message = scene.keys.entries(in: view)[0]
        let tree = try #require(scene.checked.bestTree(forEntry: message.index, in: view))
        #expect(tree.day == scene.first.adding(1))
        let proof = view.proof(of: message.index, in: tree)
        let proven = try ProvenEntry(
            try LogProof(parsing: proof.bytes), roster: scene.checked.roster)
        #expect(proven.entry == own && proven.index == message.index)
        #expect(proven.confirmations.map(\.counsellor) == [scene.intern.counsellor])
        #expect(proven.confirmations.map(\.fetched) == [scene.first.adding(2)])
        #expect(proven.confirmations.map(\.imported) == [scene.first.adding(3)])
        let elsewhere = LogProof(
            extra: scene.own().bytes, inclusion: proof.inclusion, checkpoint: proof.checkpoint)
        #expect(throws: NoteError.notIncluded) {
            try ProvenEntry(elsewhere, roster: scene.checked.roster)
        }
        let empty = LogProof(
            extra: nil, inclusion: proof.inclusion, checkpoint: proof.checkpoint)
        #expect(throws: NoteError.unexpectedText) {
            try ProvenEntry(empty, roster: scene.checked.roster)
        }
        #expect(throws: NoteError.self) {
            try ProvenEntry(proof, roster: try InventedOrganisation().roster)
        }
    }

    @Test func aKeptRosterProvesAlsoAfterItsEnd() throws {
        let scene = try Scene()
        let note = try scene.organisation.signed(scene.organisation.roster)
        let anchor = try scene.organisation.anchor()
        #expect(
            try Organisation(kept: NoteBundle([note]), anchor: anchor).roster
                == scene.organisation.roster)
        #expect(throws: OrganisationError.noRoster) {
            try Organisation(kept: NoteBundle([]), anchor: anchor)
        }
        let one = try scene.organisation.signed(
            scene.organisation.roster, by: [scene.organisation.root])
        #expect(throws: OrganisationError.signedByOneOnly(missing: "linde.example/second")) {
            try Organisation(kept: NoteBundle([one]), anchor: anchor)
        }
    }
}
