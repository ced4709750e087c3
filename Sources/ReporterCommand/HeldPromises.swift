internal import DurableFiles
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// What became of the promises of one code that are kept in the folder of proofs.
struct HeldPromises {
    /// Of those that were not kept as promised.
    var alarms: [String] = []
    /// The days of those that the log can't show yet.
    var accepted: [Day] = []
    /// Whether there is any: then something was sent with this code.
    var areThere = false
}

extension EvidenceFolder {
    /// Looks at each promise here, and says what is neither wrong nor still to be seen.
    func promises(
        _ log: LogView, _ roster: Roster, _ keys: ReceiptKeys
    ) throws(CommandFailure) -> HeldPromises {
        let (console, texts) = (visit.console, visit.texts)
        var held = HeldPromises()
        for name in try names() where name.hasSuffix(Self.promise) {
            let shown = inert(path + "/" + name)
            guard let promise = promise(name, roster),
                keys.tag(envelopeHash: promise.entry.hash) == promise.entry.tag
            else {
                console.notice(wrapped(texts.evidence.otherPromise(shown)))
                continue
            }
            held.areThere = true
            let day = texts.common.day(promise.day)
            switch log.state(
                of: promise, keepsMonths: roster.retentionMonths, today: visit.today)
            {
            case .pending: held.accepted.append(promise.day)
            case .kept: console.notice(wrapped(texts.evidence.kept(day)))
            case .late(_, let logged):
                held.alarms.append(texts.alarm.late(day, texts.common.day(logged)))
            case .missing: held.alarms.append(texts.alarm.missing(day, shown))
            case .expired: console.notice(wrapped(texts.evidence.expired(day)))
            }
        }
        held.accepted.sort()
        return held
    }

    /// A promise of this organisation's gateway; nil for anything else.
    private func promise(_ name: String, _ roster: Roster) -> Promise? {
        guard let bytes = try? DurableFile.read(path + "/" + name, limit: 1 << 16),
            let note = try? SignedNote(parsing: bytes),
            let promise = try? Promise.open(note, by: roster.promise),
            promise.origin == roster.log.name
        else { return nil }
        return promise
    }

    private func names() throws(CommandFailure) -> [String] {
        do throws(FileError) {
            return try PrivateFolder.names(in: path)
        } catch {
            throw CommandFailure(visit.texts.failures.cannotRead(inert(path)))
        }
    }
}
