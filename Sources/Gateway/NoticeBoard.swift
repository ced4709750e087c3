package import Reporting
package import TransparencyLog

/// Why a note is not published.
package enum NoteRefusal: Error, Equatable {
    /// Not a roster, keys or hours note in its one form.
    case malformed
    /// A key that has to sign it did not, or falsely.
    case notSigned(name: String)
    /// One with this or a higher serial is there already.
    case serialNotHigher(inForce: Int)
    /// The genesis key is another organisation's; a first roster's genesis is its first root key.
    case otherOrganisation
    /// The roster names another address, log key or promise key than this gateway's.
    case otherGateway(difference: String)
    /// The roster ended on this day.
    case expired(Day)
    /// The roster begins on this later day.
    case notYetValid(Day)
    /// The roster in force names no such counsellor.
    case unknownCounsellor(id: String)
    /// Sent by another counsellor than it is about.
    case notHers
    /// There is no roster yet that could say who the counsellors are.
    case noRoster
    /// More bytes than a note of its kind may have.
    case tooLarge(byteLimit: Int)
    /// She has published so many of this kind in this month already.
    case tooMany(limit: Int, month: Month)
    /// All notes together would come near what clients fetch.
    case boardFull
}

/// The notes of one gateway, and the rules by which another is added.
package struct NoticeBoard: Sendable {
    /// The most bytes a note may have.
    package static let noteByteLimit = 65_536

    /// The roster in force, nil before the first.
    package private(set) var roster: Roster?
    /// Served: every roster, then every other note kept.
    package private(set) var bundle: NoteBundle
    /// The roster in force, then each counsellor's keys and hours note in force.
    package private(set) var inForce: [SignedNote] = []
    /// Every roster ever, by serial.
    package let rosters: [SignedNote]
    /// Each counsellor's keys note in force.
    package private(set) var keys: [KeysNote] = []
    /// Each counsellor's hours note in force.
    package private(set) var hours: [HoursNote] = []
    private let identity: GatewayIdentity

    /// - Parameter notes: as stored, in the order in which they were first logged; each was admitted once.
    package init(notes: [[UInt8]], identity: GatewayIdentity) throws {
        self.identity = identity
        let read = try notes.map { try Notice(parsing: $0) }
        var rosters: [(roster: Roster, note: SignedNote)] = []
        for case .roster(let roster, let note) in read { rosters.append((roster, note)) }
        rosters.sort { $0.roster.serial < $1.roster.serial }
        self.rosters = rosters.map(\.note)
        bundle = NoteBundle(self.rosters)
        for notice in read {
            switch notice {
            case .roster: break
            case .keys(_, let note), .hours(_, let note): bundle.notes.append(note)
            }
        }
        guard let (roster, note) = rosters.last else { return }
        self.roster = roster
        inForce.append(note)
        for counsellor in roster.counsellors {
            var ownKeys: (note: SignedNote, keys: KeysNote)?
            var ownHours: (note: SignedNote, hours: HoursNote)?
            for notice in read {
                switch notice {
                case .keys(let keys, let note)
                where keys.counsellor == counsellor.id && note.isSigned(by: counsellor.notes)
                    && keys.serial > ownKeys?.keys.serial ?? -1:
                    ownKeys = (note, keys)
                case .hours(let hours, let note)
                where hours.counsellor == counsellor.id && note.isSigned(by: counsellor.notes)
                    && hours.serial > ownHours?.hours.serial ?? -1:
                    ownHours = (note, hours)
                default: break
                }
            }
            if let ownKeys {
                keys.append(ownKeys.keys)
                inForce.append(ownKeys.note)
            }
            if let ownHours {
                hours.append(ownHours.hours)
                inForce.append(ownHours.note)
            }
        }
    }

    /// Checks that `bytes` may be added.
    ///
    /// - Parameter author: who sent it, nil for the gateway's own administrator.
    /// - Throws: `NoteRefusal`.
    package func admit(_ bytes: [UInt8], author: String?, today: Day) throws {
        switch try Notice(parsing: bytes) {
        case .roster(let roster, let note): try admit(roster, note, today: today)
        case .keys(let keys, let note):
            try admit(
                note, of: keys.counsellor, genesis: keys.genesis, author: author,
                serial: keys.serial,
                inForce: self.keys.first { $0.counsellor == keys.counsellor }?.serial)
        case .hours(let hours, let note):
            try admit(
                note, of: hours.counsellor, genesis: hours.genesis, author: author,
                serial: hours.serial,
                inForce: self.hours.first { $0.counsellor == hours.counsellor }?.serial)
        }
    }

    /// A roster is signed by every root it names and by every root of the one in force, so that no holder
    /// of a single key, and no former one, can replace it.
    private func admit(_ new: Roster, _ note: SignedNote, today: Day) throws {
        guard new.genesis == roster?.genesis ?? new.roots.first else {
            throw NoteRefusal.otherOrganisation
        }
        if let roster, new.serial <= roster.serial {
            throw NoteRefusal.serialNotHigher(inForce: roster.serial)
        }
        for root in new.roots + (roster?.roots ?? []) where !note.isSigned(by: root) {
            throw NoteRefusal.notSigned(name: root.name)
        }
        guard new.gateways.contains(identity.address) else {
            throw NoteRefusal.otherGateway(difference: "gateway")
        }
        guard new.log == identity.log else { throw NoteRefusal.otherGateway(difference: "log") }
        guard new.promise == identity.promise else {
            throw NoteRefusal.otherGateway(difference: "promise")
        }
        guard today <= new.expires else { throw NoteRefusal.expired(new.expires) }
        // A day of grace: clocks and time zones differ.
        guard new.issued <= today.adding(1) else { throw NoteRefusal.notYetValid(new.issued) }
    }

    private func admit(
        _ note: SignedNote, of id: String, genesis: VerifierKey, author: String?, serial: Int,
        inForce: Int?
    ) throws {
        guard let roster else { throw NoteRefusal.noRoster }
        guard genesis == roster.genesis else { throw NoteRefusal.otherOrganisation }
        guard let counsellor = roster.counsellor(id) else {
            throw NoteRefusal.unknownCounsellor(id: id)
        }
        guard author == nil || author == id else { throw NoteRefusal.notHers }
        guard note.isSigned(by: counsellor.notes) else {
            throw NoteRefusal.notSigned(name: counsellor.notes.name)
        }
        if let inForce, serial <= inForce { throw NoteRefusal.serialNotHigher(inForce: inForce) }
    }
}

/// A note of one of the three kinds.
package enum Notice: Sendable {
    case roster(Roster, SignedNote)
    case keys(KeysNote, SignedNote)
    case hours(HoursNote, SignedNote)

    /// - Throws: `NoteRefusal.malformed`.
    package init(parsing bytes: [UInt8]) throws {
        guard bytes.count <= NoticeBoard.noteByteLimit, let note = try? SignedNote(parsing: bytes),
            note.bytes == bytes
        else { throw NoteRefusal.malformed }
        if let roster = try? Roster(text: note.text) {
            self = .roster(roster, note)
        } else if let keys = try? KeysNote(text: note.text) {
            self = .keys(keys, note)
        } else if let hours = try? HoursNote(text: note.text) {
            self = .hours(hours, note)
        } else {
            throw NoteRefusal.malformed
        }
    }
}

extension SignedNote {
    fileprivate func isSigned(by key: VerifierKey) -> Bool { (try? verify(key)) != nil }
}
