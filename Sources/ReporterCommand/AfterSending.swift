internal import Reporting
internal import Terminal
internal import TransparencyLog

/// What is told after something was sent: who reads when, when to look again, other ways.
extension Visit {
    func tellSent(_ promise: Promise, to readers: [Roster.Counsellor], organisation: Organisation) {
        console.notice("\n" + wrapped(texts.sending.sent(texts.common.day(promise.day))))
        console.notice(wrapped(texts.sending.shownTomorrow) + "\n")
        guard !readers.isEmpty else { return }
        console.notice(texts.sending.readsWhen)
        for reader in readers {
            console.notice("  " + texts.name(reader))
            for line in texts.hours(of: reader, in: organisation, today: today) {
                console.notice(wrapped("    " + line))
            }
        }
        let day = organisation.lookAgain(readers, after: today)
        console.notice("\n" + wrapped(texts.sending.lookAgain(texts.common.day(day))))
        let ways = readers.flatMap { reader in
            reader.ways.map { wrapped("  \(inert(reader.name)): \(inert($0))", hanging: 2) }
        }
        console.notice(
            ways.isEmpty
                ? wrapped(texts.sending.noOtherWays)
                : texts.sending.otherWays + "\n" + ways.joined(separator: "\n"))
        if Console.canAsk { console.notice("\n" + wrapped(texts.sending.traces)) }
    }
}
