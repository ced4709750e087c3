internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Choosing who may read: by name, nobody beforehand.
struct Readers {
    let visit: Visit
    let organisation: Organisation

    /// Those who can be written to this month.
    private var available: [Reader] { organisation.readers(in: visit.today.month) }

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
            visit.console.notice(
                texts.describe(organisation, today: visit.today) + "\n"
                    + texts.helpLines(today: visit.today) + "\n")
            throw CommandFailure(
                texts.failures.nobodyThisMonth(texts.common.month(visit.today.month)))
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
            return chosen
        }
        guard asks else {
            throw CommandFailure(
                texts.failures.noReaders(known), status: CommandFailure.Status.usage)
        }
        visit.console.notice()
        for line in preface { visit.console.notice(wrapped(line)) }
        let choices = readers.map { reader in
            texts.describe(reader.counsellor, in: organisation, today: visit.today)
                .joined(separator: "\n     ")
        }
        let numbers = try visit.console.choose(
            texts.file.readersPrompt, from: choices,
            most: min(EnvelopeShape.reportStanzaCount, choices.count), option: "--to")
        return numbers.map { readers[$0] }
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

    /// She is in the list and has prepared nothing for this month.
    func unavailable(_ counsellor: Roster.Counsellor) -> CommandFailure {
        let texts = visit.texts
        return CommandFailure(
            texts.failures.readerNotThisMonth(
                inert(counsellor.name), texts.common.month(visit.today.month)))
    }

    private var known: String {
        available.map { "\(inert($0.counsellor.name)) (\($0.counsellor.id))" }
            .joined(separator: ", ")
    }
}
