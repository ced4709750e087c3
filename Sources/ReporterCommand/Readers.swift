internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Choosing who may read: by name, nobody beforehand.
struct Readers {
    let visit: Visit
    let organisation: Organisation
    let log: LogView

    /// Those who can be written to this month, and have confirmed the list of readers themselves.
    private var available: [Reader] { organisation.readers(in: visit.today.month, log: log) }

    /// The readers that options name, or that a person chooses.
    ///
    /// - Parameter preface: shown before the question.
    /// - Throws: when nobody can be written to, a name is unknown, or nobody can be asked.
    func choose(
        _ names: [String], preface: [String], asks: Bool
    ) throws(CommandFailure) -> [Reader] {
        let readers = available
        let texts = visit.texts
        guard !readers.isEmpty else {
            throw nobody()
        }
        if !names.isEmpty {
            guard names.count <= EnvelopeShape.reportStanzaCount else {
                throw CommandFailure(
                    texts.failures.tooManyReaders, status: CommandFailure.Status.usage)
            }
            let chosen = try names.map { (name) throws(CommandFailure) in try reader(name) }
            guard Set(chosen.map(\.counsellor.id)).count == chosen.count else {
                throw CommandFailure(
                    texts.failures.tooManyReaders, status: CommandFailure.Status.usage)
            }
            for reader in chosen {
                tell(reader.counsellor, texts.new(reader.counsellor, today: visit.today))
            }
            // Of the others too: if all are silent but one, this may be an old log that she goes on with.
            for counsellor in organisation.roster.counsellors {
                tell(counsellor, texts.silent(counsellor, in: log, today: visit.today))
            }
            return chosen
        }
        guard asks else {
            throw CommandFailure(
                texts.failures.noReaders(known), status: CommandFailure.Status.usage)
        }
        visit.console.notice()
        for line in preface { visit.console.notice(wrapped(line)) }
        for counsellor in organisation.roster.counsellors
        where !readers.contains(where: { $0.counsellor.id == counsellor.id }) {
            visit.console.notice(wrapped(reason(counsellor)))
        }
        return try ask(readers, most: EnvelopeShape.reportStanzaCount)
    }

    /// Further readers whom a person names, beside those who get it anyhow.
    ///
    /// - Parameter question: whether there are any; not asked where there can't be.
    func others(
        than chosen: [Reader], question: String
    ) throws(CommandFailure) -> [Reader] {
        let others = available.filter { one in
            !chosen.contains { $0.counsellor.id == one.counsellor.id }
        }
        let room = EnvelopeShape.reportStanzaCount - chosen.count
        guard room > 0, !others.isEmpty,
            try visit.console.confirm(wrapped(question), option: "--to")
        else { return [] }
        let added = try ask(others, most: room)
        let names = (chosen + added).map { inert($0.counsellor.name) }
        visit.console.notice(wrapped(visit.texts.file.onlyThese(visit.texts.common.list(names))))
        return added
    }

    private func ask(_ readers: [Reader], most: Int) throws(CommandFailure) -> [Reader] {
        let texts = visit.texts
        let indent = String(repeating: " ", count: 5)
        let choices = readers.map { reader in
            let lines = texts.describe(
                reader.counsellor, in: organisation, log: log, today: visit.today)
            // The number stands where the first indent is.
            return String(
                wrapped(lines.map { indent + $0 }.joined(separator: "\n")).dropFirst(indent.count))
        }
        let most = min(most, choices.count)
        let numbers = try visit.console.choose(
            most == 1 ? texts.file.doorPrompt : texts.file.readersPrompt, from: choices, most: most,
            option: "--to")
        return numbers.map { readers[$0] }
    }

    private func tell(_ counsellor: Roster.Counsellor, _ sentence: String?) {
        guard let sentence else { return }
        visit.console.notice(wrapped("\(inert(counsellor.name)): " + sentence))
    }

    /// By identifier, or by name whatever its capitals.
    func reader(_ name: String) throws(CommandFailure) -> Reader {
        let wanted = name.lowercased()
        let found =
            available.first { $0.counsellor.id == wanted }
            ?? available.first { $0.counsellor.name.lowercased() == wanted }
        guard let found else {
            let counsellors = organisation.roster.counsellors
            if let other = counsellors.first(where: {
                $0.id == wanted || $0.name.lowercased() == wanted
            }) {
                throw unavailable(other)
            }
            throw CommandFailure(
                visit.texts.failures.unknownReader(inert(name), known),
                status: CommandFailure.Status.usage)
        }
        return found
    }

    /// Nobody can be written to: why, after the other ways were told.
    func nobody() -> CommandFailure {
        let texts = visit.texts
        visit.console.notice(
            texts.describe(organisation, log: log, today: visit.today) + "\n\n"
                + texts.helpLines(today: visit.today) + "\n")
        return CommandFailure(
            organisation.readers(in: visit.today.month).isEmpty
                ? texts.failures.nobodyThisMonth(texts.common.month(visit.today.month))
                : texts.failures.nobodyConfirmed)
    }

    /// She is in the list and can't be written to.
    func unavailable(_ counsellor: Roster.Counsellor) -> CommandFailure {
        CommandFailure(reason(counsellor))
    }

    /// Why she can't be written to: nothing is prepared for this month, or she has not confirmed the list.
    private func reason(_ counsellor: Roster.Counsellor) -> String {
        let texts = visit.texts
        let month = visit.today.month
        return organisation.obstacle(to: counsellor, in: month, offered: available) == .noKey
            ? texts.failures.readerNotThisMonth(inert(counsellor.name), texts.common.month(month))
            : texts.failures.readerNotConfirmed(inert(counsellor.name))
    }

    /// Names to choose from.
    var known: String {
        available.map { "\(inert($0.counsellor.name)) (\($0.counsellor.id))" }
            .joined(separator: ", ")
    }
}
