internal import Sodium
public import TransparencyLog

/// Why an organisation's notes are not trusted. Each has its own plain sentence for people.
public enum OrganisationError: Error, Equatable {
    /// The gateway serves no roster at all.
    case noRoster
    /// The roster with this serial can't be read.
    case malformedRoster(line: Int)
    /// No key named in the link signed the roster.
    case unsigned
    /// One of the two keys named in the link did not sign the roster: the one of this name.
    case signedByOneOnly(missing: String)
    /// There is a signature under this name, and it is false.
    case badSignature(name: String)
    /// The roster ended on this day.
    case expired(Day)
    /// The roster begins on this later day: a clock is wrong.
    case notYetValid(Day)
    /// The roster is of another gateway than the link names.
    case otherOrganisation
    /// Two different rosters bear this serial.
    case conflictingRosters(serial: Int)
    /// The roster's serial is lower than one seen before.
    case rollback(seen: Int, served: Int)
    /// The log has so many notes that are not served: one may be a newer roster.
    case notesWithheld(count: Int)
    /// The roster in force, or a counsellor's note in force, is not in the log.
    case notLogged
}

/// What an organisation's notes say, after checking everything that can be checked from the link alone.
///
/// It proves that the holders of the link's keys named these counsellors and that each counsellor
/// signed her own keys and hours. That nothing newer was withheld, `check(log:)` proves.
/// Source: Docs/protocol.md §6.
public final class Organisation: Sendable {
    /// The roster in force: the highest serial.
    public let roster: Roster
    /// Every roster properly signed, the one in force first.
    public let rosters: [Roster]
    /// Each counsellor's keys note in force.
    public let keys: [KeysNote]
    /// Each counsellor's hours note in force.
    public let hours: [HoursNote]
    /// SHA-256 of the roster in force, and of each of `keys` and of `hours`.
    let hashes: (roster: [UInt8], keys: [[UInt8]], hours: [[UInt8]])
    /// SHA-256 of every note served.
    let served: HashIndex

    /// Checks a bundle against a link on a day.
    ///
    /// - Parameter highestSeen: the highest roster serial seen before, by one who remembers.
    /// - Throws: see `OrganisationError`.
    public init(
        bundle: NoteBundle, anchor: TrustAnchor, today: Day, highestSeen: Int = 0
    ) throws(OrganisationError) {
        var rosters: [(roster: Roster, hash: [UInt8], fault: OrganisationError?)] = []
        for note in bundle.notes where note.text.after(Roster.firstLine) != nil {
            let roster: Roster
            do throws(ReportingError) { roster = try Roster(text: note.text) } catch {
                if case .malformedLine(let line) = error { throw .malformedRoster(line: line) }
                throw .malformedRoster(line: 1)
            }
            rosters.append(
                (roster, SHA256.hash(note.bytes), Self.signatureFault(note, anchor)))
        }
        rosters = rosters.inOrder { $0.roster.serial > $1.roster.serial }
        guard let first = rosters.first else { throw .noRoster }
        if let fault = first.fault { throw fault }
        let signed = rosters.filter { $0.fault == nil }.map { $0.roster }
        for (newer, older) in zip(signed, signed.dropFirst())
        where newer.serial == older.serial && newer != older {
            throw .conflictingRosters(serial: newer.serial)
        }
        let roster = first.roster
        guard roster.gateways.contains(anchor.gateway) else { throw .otherOrganisation }
        // A day of grace: clocks and time zones differ.
        guard roster.issued <= today.adding(1) else { throw .notYetValid(roster.issued) }
        guard today <= roster.expires else { throw .expired(roster.expires) }
        guard roster.serial >= highestSeen else {
            throw .rollback(seen: highestSeen, served: roster.serial)
        }
        self.roster = roster
        self.rosters = signed.filter { $0.genesis == roster.genesis }

        var keys: [KeysNote] = []
        var hours: [HoursNote] = []
        var (newestKeys, newestHours) = (NewestNotes(), NewestNotes())
        var served: [[UInt8]] = []
        for note in bundle.notes {
            let hash = SHA256.hash(note.bytes)
            served.append(hash)
            if let read = Self.keysNote(note),
                Self.isBy(read.counsellor, note, read.genesis, roster)
            {
                keys.append(read)
                newestKeys.add(read.counsellor, read.serial, hash)
            } else if let read = Self.hoursNote(note),
                Self.isBy(read.counsellor, note, read.genesis, roster)
            {
                hours.append(read)
                newestHours.add(read.counsellor, read.serial, hash)
            }
        }
        self.served = HashIndex(served)
        let keysInForce = newestKeys.places(by: roster)
        let hoursInForce = newestHours.places(by: roster)
        self.keys = keysInForce.map { keys[$0] }
        self.hours = hoursInForce.map { hours[$0] }
        hashes = (
            first.hash, keysInForce.map { newestKeys.notes[$0].hash },
            hoursInForce.map { newestHours.notes[$0].hash }
        )
    }

    /// The counsellor's keys note in force.
    public func keys(of id: String) -> KeysNote? { keys.first { $0.counsellor == id } }

    /// The counsellor's hours note in force.
    public func hours(of id: String) -> HoursNote? { hours.first { $0.counsellor == id } }

    /// Those who can be written to in a month, each with her recipient.
    public func readers(in month: Month) -> [Reader] {
        roster.counsellors.compactMap { counsellor in
            keys(of: counsellor.id)?.recipient(in: month).map {
                Reader(counsellor: counsellor, recipient: $0)
            }
        }
    }

    /// Every counsellor any kept roster named, once for each thread key: whose replies to look for.
    public var counsellorsEver: [Roster.Counsellor] {
        var all: [Roster.Counsellor] = []
        for roster in rosters {
            for counsellor in roster.counsellors
            where !all.contains(where: {
                $0.threadKey == counsellor.threadKey && $0.id == counsellor.id
            }) {
                all.append(counsellor)
            }
        }
        return all
    }

    /// Those whose key an earlier roster kept here names and the one in force does not: they left, or lost it. What was
    /// sealed to one of them alone, and is not read by now, perhaps nobody can open any more.
    ///
    /// Each with the day of the first roster without that key: nothing written later is sealed to it.
    public var departed: [(counsellor: Roster.Counsellor, until: Day)] {
        var departed: [(counsellor: Roster.Counsellor, until: Day)] = []
        for one in counsellorsEver where !Self.names(one, in: roster) {
            var until = roster.issued
            for other in rosters
            where other.issued < until && other.issued > one.since && !Self.names(one, in: other) {
                until = other.issued
            }
            departed.append((one, until))
        }
        return departed
    }

    private static func names(_ one: Roster.Counsellor, in roster: Roster) -> Bool {
        roster.counsellors.contains { $0.threadKey == one.threadKey }
    }

    private static func signatureFault(
        _ note: SignedNote, _ anchor: TrustAnchor
    ) -> OrganisationError? {
        var missing: [String] = []
        for key in anchor.keys {
            do throws(NoteError) { try note.verify(key) } catch {
                if case .badSignature(let name) = error { return .badSignature(name: name) }
                missing.append(key.name)
            }
        }
        if missing.isEmpty { return nil }
        return missing.count == anchor.keys.count
            ? .unsigned : .signedByOneOnly(missing: missing[0])
    }

    private static func isBy(
        _ id: String, _ note: SignedNote, _ genesis: VerifierKey, _ roster: Roster
    ) -> Bool {
        guard genesis == roster.genesis, let counsellor = roster.counsellor(id) else {
            return false
        }
        do throws(NoteError) { try note.verify(counsellor.notes) } catch { return false }
        return true
    }

    private static func keysNote(_ note: SignedNote) -> KeysNote? {
        do throws(ReportingError) { return try KeysNote(text: note.text) } catch { return nil }
    }

    private static func hoursNote(_ note: SignedNote) -> HoursNote? {
        do throws(ReportingError) { return try HoursNote(text: note.text) } catch { return nil }
    }
}

/// The notes of one kind as they were read, to find each counsellor's with the highest serial.
private struct NewestNotes {
    private(set) var notes: [(counsellor: String, serial: Int, hash: [UInt8])] = []

    mutating func add(_ counsellor: String, _ serial: Int, _ hash: [UInt8]) {
        notes.append((counsellor, serial, hash))
    }

    /// Where it stands, in the order of the roster; of the same serial the first.
    func places(by roster: Roster) -> [Int] {
        roster.counsellors.compactMap { one in
            var newest: Int?
            for place in notes.indices where notes[place].counsellor == one.id {
                if let newest, notes[newest].serial >= notes[place].serial { continue }
                newest = place
            }
            return newest
        }
    }
}
