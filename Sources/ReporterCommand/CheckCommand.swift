internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter check`: everything is fetched first, the same for everyone; only then is the code
/// asked.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Come back with your ten words: see who answered, and read the answers.",
        discussion: """
            What is fetched is the same for everyone, so nobody can see from it who you are or whether \
            you were answered. The words are asked for after that, and looked up on this computer only.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var code: CodeOptions

    func run() async throws {
        try await Visit.run(common) { visit in
            visit.console.notice(wrapped(visit.texts.check.fetching))
            let set = try await visit.fetch()
            let code = try CodePrompt(console: visit.console, texts: visit.texts).code(code)
            let conversation = try visit.conversation(code, set).conversation
            show(conversation, set.organisation, visit)
        }
    }

    private func show(_ conversation: Conversation, _ organisation: Organisation, _ visit: Visit) {
        let (console, texts) = (visit.console, visit.texts)
        let roster = organisation.roster
        console.print(
            texts.check.status(inert(roster.organisation), texts.common.day(visit.today)))
        let people =
            roster.counsellors
            + conversation.answered.filter { roster.counsellor($0.id) == nil }
        for counsellor in people {
            let row = self.row(conversation.answers(from: counsellor.id), texts)
            let gone = roster.counsellor(counsellor.id) == nil
            console.print(
                "  " + texts.name(counsellor) + ": " + row
                    + (gone ? "; " + texts.check.noLonger : ""))
        }
        console.print()
        for alarm in conversation.alarms {
            console.print(
                wrapped(texts.check.alarm(inert(alarm.counsellor.name))) + "\n")
        }
        if conversation.answers.isEmpty {
            showNothing(organisation, visit)
            return
        }
        var counts: [String: Int] = [:]
        for answer in conversation.answers {
            counts[answer.counsellor.id, default: 0] += 1
            show(answer, counts[answer.counsellor.id] ?? 1, organisation, visit)
        }
        console.print(wrapped(texts.check.ownWords))
        console.print(wrapped(texts.check.codeWorksUntil(roster.retentionMonths)))
        console.print(wrapped(texts.check.answerBack))
    }

    private func row(_ answers: [Conversation.Answer], _ texts: Texts) -> String {
        guard let last = answers.last?.reply else { return texts.check.noAnswer }
        let day = texts.common.day(last.day)
        let count = texts.check.answers(answers.count, day)
        switch last.kind {
        case .answer: return count
        case .askReferral: return count + "; " + texts.check.asksReferral(day)
        case .closed: return count + "; " + texts.check.closed(day)
        }
    }

    private func showNothing(_ organisation: Organisation, _ visit: Visit) {
        let (console, texts) = (visit.console, visit.texts)
        let first = organisation.roster.repliesMonths(on: visit.today).last ?? visit.today.month
        console.print(wrapped(texts.check.nothingFound(texts.common.day(first.firstDay))))
        console.print(wrapped(texts.check.notKnown))
        for cause in texts.check.couldBe { console.print(wrapped("  - " + cause)) }
        console.print()
        console.print(texts.sending.readsWhen)
        for counsellor in organisation.roster.counsellors {
            console.print("  " + texts.name(counsellor))
            let lines =
                texts.hours(of: counsellor, in: organisation, today: visit.today)
                + counsellor.ways.map { texts.organisation.way(inert($0)) }
            for line in lines { console.print(wrapped("    " + line)) }
        }
    }

    /// A received text is indented, so that nothing in it can pass for what this program says.
    private func show(
        _ answer: Conversation.Answer, _ number: Int, _ organisation: Organisation, _ visit: Visit
    ) {
        let (console, texts) = (visit.console, visit.texts)
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
        case .closed:
            let last = reply.day.month.adding(organisation.roster.retentionMonths).lastDay
            console.print(wrapped(texts.check.closing(texts.common.day(last))) + "\n")
        }
    }
}

extension Visit {
    /// The keys of a code and what lies here for it.
    func conversation(
        _ code: ReceiptCode, _ set: FixedSet
    ) throws(CommandFailure) -> (keys: ReceiptKeys, conversation: Conversation) {
        let keys = try keys(code, set.organisation)
        do throws(ReportingError) {
            return (keys, try Conversation(keys, in: set))
        } catch {
            throw texts.failure(error)
        }
    }
}
