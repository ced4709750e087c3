public import TransparencyLog

/// What is wrong with a promise.
public enum PromiseProblem: Error, Equatable, Sendable {
    /// Not a promise signed by the promise key of the roster.
    case notSigned
    /// For another log.
    case otherOrigin
    /// For another envelope, or with another tag.
    case otherEntry
    /// Accepted on a day that it can't be: two clocks differ.
    case otherDay(Day)
}

/// What a promise must say to be believed.
public struct PromiseExpectation: Sendable {
    /// The log's name.
    public let origin: String
    /// The gateway's promise key, of the roster in force.
    public let key: VerifierKey
    /// Today and tomorrow for what was sealed today: two clocks may differ by a midnight.
    ///
    /// Earlier days only for what was kept to send later, which may have been accepted then.
    public let days: ClosedRange<Day>

    /// The promise of a roster's gateway, given on one of these days.
    public init(_ roster: Roster, days: ClosedRange<Day>) {
        self.init(origin: roster.log.name, key: roster.promise, days: days)
    }

    /// - Parameter origin: the log's name.
    public init(origin: String, key: VerifierKey, days: ClosedRange<Day>) {
        self.origin = origin
        self.key = key
        self.days = days
    }

    /// The days on which an envelope can have been accepted that was sealed today.
    public static func days(sealedOn today: Day) -> ClosedRange<Day> { today...today.adding(1) }

    /// The same for one that was sealed in a month and has waited since.
    ///
    /// - Parameter month: at most that of tomorrow.
    public static func days(sealedIn month: Month, today: Day) -> ClosedRange<Day> {
        min(month.firstDay, today).adding(-1)...today.adding(1)
    }

    /// The promise in `answer`, when it proves that `entry` was accepted.
    public func promise(
        _ answer: [UInt8], entry: LogEntry
    ) throws(PromiseProblem) -> SignedPromise {
        let note: SignedNote
        let promise: Promise
        do throws(NoteError) {
            note = try SignedNote(parsing: answer)
            promise = try Promise.open(note, by: key)
        } catch {
            throw .notSigned
        }
        guard promise.origin == origin else { throw .otherOrigin }
        guard promise.entry == entry else { throw .otherEntry }
        guard days.contains(promise.day) else { throw .otherDay(promise.day) }
        return SignedPromise(promise: promise, note: note)
    }
}

/// A promise that was checked, and the note that proves it to others.
public struct SignedPromise: Sendable {
    /// What it says.
    public let promise: Promise
    /// As the gateway signed it.
    public let note: SignedNote
}
