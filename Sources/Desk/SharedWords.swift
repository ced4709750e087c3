package import Casework
package import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// Words that the screens and the terminal's commands have in common, in one language: what goes to a reporter or to
/// others reads the same from wherever it is sent.
package struct SharedWords: Sendable {
    private let texts: Texts
    private let language: Language

    /// - Throws: a text of this module that can't be read.
    package init(_ language: Language) throws {
        self.language = language
        texts = try Texts(Texts.files[language] ?? [])
    }

    /// What goes to a reporter with what was written down of what they told.
    package func accountLetter(_ account: String) -> String { texts.accountLetter(account) }

    /// What every reporter is told and asked when somebody takes over.
    package func successionLetter(naming successor: String) -> String {
        texts.successionLetter(naming: successor)
    }

    /// The plain summary that goes with an export.
    package func summary(_ facts: OfflineHome.ContractSummary) -> String { texts.summary(facts) }

    /// A statement of the clocks, a line each.
    package func lines(of statement: ClockStatement) -> [String] {
        let practice = statement.isPractice ? [texts["life-practiceMark"]] : []
        return [texts["life-statement"]] + practice
            + texts.facts(of: statement, language).map { "\($0.label): \($0.value)" }
            + (statement.logged.isEmpty ? [] : [texts["life-loggedAbout"]])
            + ["\(texts["life-statementFrom"]) \(texts.words(of: statement.day))"]
    }

    /// After a change of the passphrase.
    package var passphraseChanged: String { texts["keeping-passphraseChanged"] }

    /// What the drill found, and what is wrong with the backup, if anything.
    package func proved(
        _ proof: OfflineHome.BackupProof
    ) -> (said: String, warning: String?) { texts.proved(proof) }

    /// The examples of answers, each as she changed it, and then her own.
    package func examples(_ own: [ReplyTemplate]) -> [Example] { texts.examples(own) }
}

extension Texts {
    func accountLetter(_ account: String) -> String { self("life-accountLetter", account) }

    func successionLetter(naming successor: String) -> String {
        self("succession-template", successor)
    }

    func proved(_ proof: OfflineHome.BackupProof) -> (said: String, warning: String?) {
        let said = [
            self("backup-proved", proof.cases),
            self[proof.isCurrent ? "backup-same" : "backup-older"],
            proof.hasRecovery ? self["backup-withSheets"] : "",
        ]
        return (
            said.filter { !$0.isEmpty }.joined(separator: " "),
            proof.hasRecovery ? nil : self["backup-withoutSheets"]
        )
    }

    func summary(_ facts: OfflineHome.ContractSummary) -> String {
        var lines = [self("ending-summaryTitle", facts.organisation), ""]
        lines.append(self("ending-summaryOf", facts.id, facts.host, words(of: facts.day)))
        if let since = facts.since { lines.append(self("ending-summarySince", since.text)) }
        lines.append(
            facts.cases.map { self("ending-summaryCases", $0) } ?? self["ending-summaryFew"])
        if facts.hasOpenCases { lines.append(self["ending-summaryOpen"]) }
        return (lines + ["", self["ending-summaryHow"], ""]).joined(separator: "\n")
    }

    /// What a statement of the clocks says, a fact each.
    func facts(
        of statement: ClockStatement, _ language: Language
    ) -> [(label: String, value: String)] {
        var facts = [
            (self["life-organisation"], inert(statement.organisation ?? "")),
            (self["life-counsellor"], statement.counsellor),
            (self["life-caseNumber"], String(statement.number)),
            (self["track"], trackName(statement.track, language)),
            (self["life-route"], self["life-route-\(statement.route.rawValue)"]),
            (self["life-receivedOn"], words(of: statement.received)),
        ]
        for line in statement.lines {
            let clock = line.clock
            facts.append(
                (
                    "\(self["step-\(clock.step.rawValue)"]) (\(self["before"]) \(words(of: clock.day)))",
                    clock.done.map {
                        words(of: $0) + (line.isUnsent ? " (\(self["notSentYet"]))" : "")
                    } ?? self["life-notYet"]
                ))
        }
        if let closed = statement.closed {
            facts.append((self["life-closedDay"], words(of: closed)))
        }
        for (key, hash) in [
            ("life-loggedReport", statement.logged.report),
            ("life-loggedAnswer", statement.logged.answer),
        ] {
            if let hash { facts.append((self[key], Hex.encode(hash))) }
        }
        return facts.filter { !$0.1.isEmpty }.map { (label: $0.0, value: $0.1) }
    }

    /// How far ahead a day is, from today on.
    func inDays(_ count: Int) -> String {
        count < 2 ? self["inDays-\(count)"] : self("inDays", count)
    }

    /// A day as people write it.
    func words(of day: Day) -> String {
        let parts = day.text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return day.text }
        return "\(parts[2]) \(self["month-\(parts[1])"]) \(parts[0])"
    }
}
