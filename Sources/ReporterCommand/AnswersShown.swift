internal import Reporting
internal import Terminal
internal import TransparencyLog

/// The answers themselves, or what it means that there are none.
extension Visit {
    func show(answers conversation: Conversation, _ organisation: Organisation) {
        var counts: [String: Int] = [:]
        for answer in conversation.answers {
            counts[answer.counsellor.id, default: 0] += 1
            show(answer, counts[answer.counsellor.id] ?? 1, organisation)
        }
        console.print(wrapped(texts.check.ownWords))
        console.print(wrapped(texts.check.codeWorksUntil(organisation.roster.retentionMonths)))
        console.print(wrapped(texts.check.answerBack))
    }

    /// No answer: what is known of the messages, and what to do.
    ///
    /// - Parameter status: nil where nothing is proven of them.
    func showNoAnswer(_ status: Status?, _ held: HeldPromises, _ organisation: Organisation) {
        if let status, !status.formerAnswers.isEmpty {
            let names = status.formerAnswers.map { inert($0.name) }
            console.print(
                wrapped(
                    texts.progress.answersGone(
                        texts.common.list(names), organisation.roster.retentionMonths)) + "\n")
        } else if let status, status.messages.isEmpty, held.areThere, held.accepted.isEmpty {
            // What became of what was promised is said already.
        } else if let status, status.messages.isEmpty, held.accepted.isEmpty {
            let months = organisation.roster.retentionMonths
            console.print(wrapped(texts.progress.noneFiled(months)))
            for cause in texts.progress.couldBe(months) { console.print(wrapped("  - " + cause)) }
            console.print(wrapped(texts.progress.fileAgain(months)) + "\n")
        } else if let status {
            showUnanswered(
                since: status.messages.first?.day ?? held.accepted.first ?? today, organisation)
        } else {
            let first = organisation.roster.repliesMonths(on: today).last ?? today.month
            console.print(
                wrapped(texts.check.nothingFound(texts.common.day(first.firstDay))) + "\n")
        }
        console.print(texts.sending.readsWhen)
        for counsellor in organisation.roster.counsellors {
            console.print("  " + texts.name(counsellor))
            let lines =
                texts.hours(of: counsellor, in: organisation, today: today)
                + counsellor.ways.map { texts.organisation.way(inert($0)) }
            for line in lines { console.print(wrapped("    " + line)) }
        }
    }

    /// When each should have read the first message: counted from its day, so that it does come.
    private func showUnanswered(since day: Day, _ organisation: Organisation) {
        console.print(wrapped(texts.progress.noAnswerYet(texts.common.day(day))))
        for counsellor in organisation.roster.counsellors {
            let by = organisation.lookAgain([counsellor], after: day)
            let sentence = by > today ? texts.progress.readBy : texts.progress.overdue
            console.print(
                wrapped("  " + sentence(inert(counsellor.name), texts.common.day(by))))
        }
        console.print(wrapped(texts.progress.ifNothingComes) + "\n")
    }

    /// A received text is indented, so that nothing in it can pass for what this program says.
    private func show(_ answer: Conversation.Answer, _ number: Int, _ organisation: Organisation) {
        let (reply, counsellor) = (answer.reply, answer.counsellor)
        console.print(
            wrapped(
                texts.check.heading(
                    inert(counsellor.name), texts.common.roles(counsellor.role),
                    texts.common.day(reply.day), number)))
        console.print()
        for line in inert(reply.body, lines: true).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            console.print(wrapped("    " + line))
        }
        console.print()
        switch reply.kind {
        case .answer: break
        case .askReferral(let id):
            let other = organisation.roster.counsellor(id)
            let sentence =
                other.map { texts.check.referral(texts.name($0)) }
                ?? texts.check.referralUnknown(inert(id))
            console.print(wrapped(sentence) + "\n")
        case .referred(let id):
            let name = organisation.roster.counsellor(id).map { texts.name($0) } ?? inert(id)
            console.print(wrapped(texts.check.referred(inert(counsellor.name), name)) + "\n")
        case .closed:
            let last = reply.day.month.adding(organisation.roster.retentionMonths).lastDay
            console.print(wrapped(texts.check.closing(texts.common.day(last))) + "\n")
        }
    }
}
