internal import Reporting
internal import Terminal
internal import TransparencyLog

/// What is wrong, as plain sentences with what to do.
extension Texts {
    func sentence(_ one: LogAlarm) -> String {
        let name = inert(one.counsellor.name)
        switch one {
        case .notConfirmed(_, let message, let last):
            return alarm.notConfirmed(name, common.day(message), last.map(common.day))
        case .confirmationHidden(_, let message):
            return alarm.confirmationHidden(name, common.day(message))
        case .answerWithheld(_, _, let logged):
            return alarm.answerWithheld(name, common.day(logged))
        case .answerReplaced(_, _, let logged):
            return alarm.answerReplaced(name, common.day(logged))
        case .splitView(_, _, let day): return alarm.splitView(name, common.day(day))
        case .claimed: return alarm.claimed(name)
        }
    }
}

extension Visit {
    /// Each alarm once, and the other ways after them.
    func show(alarms sentences: [String], _ organisation: Organisation) {
        guard !sentences.isEmpty else { return }
        for (index, sentence) in sentences.enumerated()
        where !sentences[..<index].contains(sentence) {
            console.print(wrapped(sentence) + "\n")
        }
        console.print(wrapped(texts.alarm.otherWays))
        for counsellor in organisation.roster.counsellors {
            for way in counsellor.ways {
                console.print(wrapped("  - \(inert(counsellor.name)): \(inert(way))"))
            }
        }
        console.print()
    }
}
