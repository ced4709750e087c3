internal import Reporting
internal import Terminal
internal import TransparencyLog

extension Texts {
    /// One step, in words.
    func words(_ standing: Standing) -> String {
        switch standing {
        case .logged: progress.logged
        case .fetched(let day): progress.fetched(common.day(day))
        case .inHands(let day): progress.inHands(common.day(day))
        case .answered(let day): progress.answered(common.day(day))
        case .closed(let day): progress.closed(common.day(day))
        }
    }
}

extension Visit {
    /// A row for each counsellor by name; what was proven of each message under it.
    func show(
        _ status: Status?, _ held: HeldPromises, _ conversation: Conversation,
        _ organisation: Organisation
    ) {
        let roster = organisation.roster
        console.print(
            wrapped(texts.check.status(inert(roster.organisation), texts.common.day(today))))
        for counsellor in conversation.people(roster) {
            let shown =
                row(conversation.answers(from: counsellor.id))
                ?? status.flatMap { unanswered(counsellor, $0, held, roster) }
            let gone = roster.counsellor(counsellor.id) == nil
            console.print(
                wrapped(
                    "  " + texts.name(counsellor) + ": " + (shown ?? texts.check.noAnswer)
                        + (gone ? "; " + texts.check.noLonger : ""), hanging: 2))
        }
        console.print()
        for one in status?.departed(organisation) ?? [] {
            console.print(wrapped(texts.check.departed(inert(one.name))))
        }
        if let status { showMessages(status, held, roster) }
    }

    private func row(_ answers: [Conversation.Answer]) -> String? {
        guard let last = answers.last?.reply else { return nil }
        let day = texts.common.day(last.day)
        let count = texts.check.answers(answers.count, day)
        switch last.kind {
        case .answer: return count
        case .referred(let id): return count + "; " + texts.check.handedOver(inert(id), day)
        case .askReferral: return count + "; " + texts.check.asksReferral(day)
        case .closed: return count + "; " + texts.check.closed(day)
        }
    }

    /// Of one who has no answer to be read; nil where there is more than one message to tell of.
    private func unanswered(
        _ counsellor: Roster.Counsellor, _ status: Status, _ held: HeldPromises, _ roster: Roster
    ) -> String? {
        if status.formerAnswers.contains(where: { $0.id == counsellor.id }) {
            return texts.progress.answerGone
        }
        guard let only = status.messages.first else {
            return held.accepted.last.map { texts.progress.accepted(texts.common.day($0)) }
                ?? texts.progress.nothingYet(roster.retentionMonths)
        }
        guard status.messages.count == 1 else { return nil }
        return status.standings(of: only).first { $0.counsellor.id == counsellor.id }
            .map { texts.words($0.standing) }
    }

    /// When the reporter wrote, and how far each message came.
    private func showMessages(_ status: Status, _ held: HeldPromises, _ roster: Roster) {
        if let only = status.messages.first, status.messages.count == 1 {
            console.print(wrapped(texts.progress.wroteOnce(texts.common.day(only.day))))
        } else if !status.messages.isEmpty {
            console.print(texts.progress.wrote)
            for message in status.messages {
                console.print(wrapped("  " + texts.progress.message(texts.common.day(message.day))))
                for (counsellor, standing) in status.standings(of: message) {
                    console.print(
                        wrapped(
                            "    " + inert(counsellor.name) + ": " + texts.words(standing),
                            hanging: 2))
                }
            }
        }
        for day in held.accepted {
            console.print(wrapped(texts.evidence.pending(texts.common.day(day))))
        }
        if let first = status.messages.first {
            // A day after the first message, on which another can have been dropped.
            if let last = status.comparison.log.lastClosed, first.day < last, held.alarms.isEmpty {
                console.print(wrapped(texts.progress.otherDays(roster.retentionMonths)))
            }
            console.print(wrapped(texts.progress.everyoneFetches))
        }
        console.print(wrapped(texts.progress.fromTomorrow) + "\n")
    }
}
