internal import Reporting
internal import Terminal
internal import TransparencyLog

/// What follows a first report: to whom, sealed, confirmed and sent.
struct FollowUp {
    let visit: Visit
    let organisation: Organisation
    let log: LogView
    let keys: ReceiptKeys
    let conversation: Conversation
    let asks: Bool
    let evidence: EvidenceFolder?

    /// Those who have the conversation, unless options name others; where nobody answered, they are asked for.
    /// Who answered is known, not who else was written to: what they miss is said.
    ///
    /// - Parameters:
    ///   - asksForOthers: a person is asked to name those too: a stop has to reach everyone.
    ///   - notOthers: what is said to somebody who is not asked; that they don't get this, if nil.
    func readers(
        _ names: [String], asksForOthers: Bool = false, notOthers: String? = nil
    ) throws(CommandFailure) -> [Reader] {
        let (console, texts) = (visit.console, visit.texts)
        let readers = Readers(visit: visit, organisation: organisation, log: log)
        let ids = conversation.correspondents.prefix(EnvelopeShape.reportStanzaCount)
        if names.isEmpty, !ids.isEmpty {
            var chosen: [Reader] = []
            var missing: CommandFailure?
            for id in ids {
                do throws(CommandFailure) {
                    chosen.append(try having(id))
                } catch {
                    console.notice(wrapped(error.message))
                    missing = error
                }
            }
            if chosen.isEmpty, let missing { throw missing }
            let names = texts.common.list(chosen.map { inert($0.counsellor.name) })
            let haveAnswered = chosen.allSatisfy { one in
                conversation.answered.contains { $0.id == one.counsellor.id }
            }
            console.notice(
                wrapped(haveAnswered ? texts.reply.toAnswered(names) : texts.file.onlyThese(names)))
            guard asks, asksForOthers else {
                if organisation.roster.counsellors.count > chosen.count {
                    console.notice(wrapped(notOthers ?? texts.reply.notOthers))
                }
                return chosen
            }
            return try chosen + readers.others(than: chosen, question: texts.reply.addOthers)
        }
        if names.isEmpty, !asks {
            throw CommandFailure(
                texts.reply.nothingFound(readers.known), status: CommandFailure.Status.usage)
        }
        let chosen = try readers.choose(
            names, preface: [texts.reply.nobodyAnswered, texts.file.aboutThem], asks: asks)
        let chosenNames = chosen.map { inert($0.counsellor.name) }
        console.notice(wrapped(texts.file.onlyThese(texts.common.list(chosenNames))))
        let leftOut = conversation.answered.filter { one in
            ids.contains(one.id) && !chosen.contains { $0.counsellor.id == one.id }
        }
        if !leftOut.isEmpty {
            let names = texts.common.list(leftOut.map { inert($0.name) })
            console.notice(wrapped(texts.reply.notAnswered(names)))
        }
        return chosen
    }

    /// Someone who has the conversation, whether she answered yet or not.
    private func having(_ id: String) throws(CommandFailure) -> Reader {
        guard let answered = conversation.answered.first(where: { $0.id == id }) else {
            return try referred(id)
        }
        return try reader(answered)
    }

    /// Someone who answered, to be written to this month; the failure says why she can't be.
    func reader(_ counsellor: Roster.Counsellor) throws(CommandFailure) -> Reader {
        if let reader = available(counsellor.id) { return reader }
        guard let rostered = organisation.roster.counsellor(counsellor.id) else {
            throw CommandFailure(visit.texts.reply.gone(inert(counsellor.name)))
        }
        throw Readers(visit: visit, organisation: organisation, log: log).unavailable(rostered)
    }

    /// The counsellor a question about a referral names.
    func referred(_ id: String) throws(CommandFailure) -> Reader {
        let texts = visit.texts
        if let reader = available(id) { return reader }
        guard let rostered = organisation.roster.counsellor(id) else {
            throw CommandFailure(texts.reply.referralUnknown(inert(id)))
        }
        throw CommandFailure(texts.reply.referralGone(inert(rostered.name)))
    }

    private func available(_ id: String) -> Reader? {
        organisation.readers(in: visit.today.month, log: log).first { $0.counsellor.id == id }
    }

    /// A report that goes on with this thread, without its text yet.
    func report(_ kind: Report.Kind, to readers: [Reader]) -> Report {
        var report = Report(
            from: keys, addressed: readers.map(\.counsellor.id), kind: kind, body: "")
        report.sequence = Report.sequence(kind, answersSeen: conversation.answers.count)
        report.language = visit.texts.language
        return report
    }

    /// Seals, asks, and sends.
    func send(
        _ report: Report, to readers: [Reader], confirm: String, options: SendingOptions
    ) async throws(CommandFailure) {
        let (console, texts) = (visit.console, visit.texts)
        let envelope = try visit.sealed(report, keys, readers)
        if !asks, !options.yes {
            throw CommandFailure(
                texts.failures.confirmationNeeded, status: CommandFailure.Status.usage)
        }
        let roster = organisation.roster
        let sending = Sending(
            visit: visit, roster: roster, days: PromiseExpectation.days(sealedOn: visit.today),
            asks: asks,
            evidence: evidence)
        let kept = KeptEnvelope(envelope, month: visit.today.month, genesis: roster.genesis)
        if let path = options.keep { try sending.keep(kept, at: path) }
        if asks {
            if let path = options.keep { sending.tellKept(kept, at: path) }
            guard try console.confirm(confirm, option: "--yes") else {
                throw CommandFailure(
                    options.keep == nil ? texts.common.stopped : texts.sending.notSentKept)
            }
        }
        let promise = try await sending.send(kept, keptAt: options.keep)
        visit.tellSent(promise, to: readers.map(\.counsellor), organisation: organisation)
        console.notice(texts.reply.sameCode)
    }
}
