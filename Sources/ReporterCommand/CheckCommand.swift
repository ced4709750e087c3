internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter check`: everything is fetched first, the same for everyone; only then is the code
/// asked.
struct CheckCommand: AsyncParsableCommand, AsksForWords {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: help(
            en: "Come back with your ten words: how far it came, who answered, and the answers.",
            nl: "Kom terug met je tien woorden: hoever het kwam, wie antwoordde, en de antwoorden."),
        discussion: help(
            en: """
                What is fetched is the same for everyone, so nobody can see from it who you are or \
                whether you were answered. The words are asked for after that, and looked up on \
                this computer only.

                With --evidence proofs of all of it are kept, for 'reporter verify'; and promises \
                kept there before are checked.

                Exit status 0: nothing is wrong; 2: there is a warning, and the rest is shown \
                too; 65: what the reporting point shows can't be believed.
                """,
            nl: """
                Wat wordt opgehaald is voor iedereen hetzelfde: niemand kan eraan zien wie je \
                bent, of dat je antwoord kreeg. Daarna pas wordt naar de woorden gevraagd, en \
                alleen op deze computer gezocht.

                Met --evidence worden er bewijzen van bewaard, voor 'reporter verify'; en \
                beloften die daar al lagen, worden nagekeken.

                Exitstatus 0: er is niets mis; 2: er is iets om op te letten, en de rest staat er \
                ook; 65: wat het meldpunt laat zien is niet te geloven.
                """))

    /// Of a run that shows everything, an alarm among it.
    static let alarmStatus = ExitCode(2)

    @OptionGroup var common: CommonOptions
    @OptionGroup var code: CodeOptions
    @OptionGroup var evidence: EvidenceOptions

    func run() async throws {
        try await Visit.run(common) { visit in
            let folder = try visit.evidence(evidence)
            visit.console.notice(wrapped(visit.texts.check.fetching))
            let set = try await visit.fetch()
            if case .failure(let problem) = set.log { tell(problem, set, folder, visit) }
            let code = try CodePrompt(console: visit.console, texts: visit.texts).code(code)
            try show(code, set, folder, visit)
        }
    }

    private func show(
        _ code: ReceiptCode, _ set: FixedSet, _ folder: EvidenceFolder?, _ visit: Visit
    ) throws {
        let organisation = set.organisation
        let (keys, conversation) = try visit.conversation(code, set)
        var status: Status?
        var held = HeldPromises()
        var alarms = conversation.alarms.map {
            visit.texts.check.alarm(inert($0.counsellor.name))
        }
        // `fetch` has seen that it isn't the clock.
        if visit.lacksThisMonth(set) { alarms.append(visit.texts.alarm.monthWithheld) }
        if case .success(let log) = set.log {
            let found = Status(log, keys, conversation, organisation, today: visit.today)
            alarms += found.alarms.map { visit.texts.sentence($0) }
            held = try folder?.keep(found, set, keys) ?? held
            alarms += held.alarms
            status = found
        }
        visit.show(status, held, conversation, organisation)
        visit.show(alarms: alarms, organisation)
        if conversation.answers.isEmpty {
            visit.showNoAnswer(status, held, organisation)
        } else {
            visit.show(answers: conversation, organisation)
        }
        // Said last, too: above it may have scrolled away.
        if case .failure(let problem) = set.log {
            throw visit.texts.failure(problem, today: visit.today)
        }
        if !alarms.isEmpty { throw Self.alarmStatus }
    }

    /// Loud, before the words are asked for: what the gateway shows can't be believed; answers can.
    private func tell(
        _ problem: FixedSet.Problem, _ set: FixedSet, _ folder: EvidenceFolder?, _ visit: Visit
    ) {
        visit.tellOtherWays(set.organisation)
        let what = visit.texts.what(problem, today: visit.today)
        visit.console.notice(wrapped(visit.texts.alarm.answersOnly(what)) + "\n")
        folder?.keep(problem, set)
    }
}

extension Visit {
    /// The keys of a code and what lies here for it.
    func conversation(
        _ code: ReceiptCode, _ set: FixedSet
    ) throws(CommandFailure) -> (keys: ReceiptKeys, conversation: Conversation) {
        let keys = try keys(code, set.organisation)
        return (keys, Conversation(keys, set.organisation, replies: set.replies))
    }
}
