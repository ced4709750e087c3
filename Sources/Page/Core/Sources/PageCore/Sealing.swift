import CPageHost
internal import Reporting
internal import TransparencyLog

extension Operations {
    /// link, notes, day, days, checkpoint, tiles, code, kind, readers' identifiers with spaces, track,
    /// category, language, text, answers seen, question about a referral ("id number")
    /// → tag ‖ envelope, as it is posted.
    static func seal(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let context = try Context(&fields)
        let log = try ServedLog(&fields, context)
        let code = try fields.nextCode()
        let kind = try fields.next { MessageKind(rawValue: $0) }
        let addressed = try fields.nextIdentifiers()
        let track = try fields.nextOptional { Track(rawValue: $0) }
        let category = try fields.nextOptional { Category(rawValue: $0) }
        let language = try fields.nextOptional { Language(rawValue: $0) }
        let body = Report.normalized(try fields.nextText())
        let answersSeen = try fields.nextOptional { number($0) } ?? 0
        let about = try fields.nextOptional { answer($0) }
        try fields.finish()
        guard let view = log.view else { throw .notProven(log.problem) }
        let readers = try context.readers(addressed, view)
        let keys = try context.keys(code)
        var report = Report(from: keys, addressed: addressed, kind: kind.reportKind, body: body)
        if kind != .first {
            report.sequence = Report.sequence(kind.reportKind, answersSeen: answersSeen)
        }
        report.about = about
        report.track = track
        report.category = category
        report.language = language
        do throws(ReportingError) {
            return try report.sealed(from: keys, to: readers).posted
        } catch { throw .notSealable(error) }
    }

    /// "id number".
    private static func answer(_ text: String) -> Report.Answer? {
        let words = words(in: text)
        guard words.count == 2 else { return nil }
        return number(words[1]).map { Report.Answer(counsellor: words[0], number: $0) }
    }

    /// A whole number of at most four digits.
    private static func number(_ text: String) -> Int? {
        var value = 0
        for digit in [UInt8](text.utf8) {
            guard (0x30...0x39).contains(digit), value < 1_000 else { return nil }
            value = value * 10 + Int(digit) - 0x30
        }
        return text.isEmpty ? nil : value
    }
}

/// What the page sends: a first report, and what may follow.
private enum MessageKind: String {
    case first, followUp, withdraw, agree, decline, aftercare

    var reportKind: Report.Kind {
        switch self {
        case .first, .followUp: .message
        case .withdraw: .withdraw
        case .agree: .agree
        case .decline: .decline
        case .aftercare: .aftercare
        }
    }
}

extension Context {
    /// Each of those addressed with her recipient of this month, in that order. Throws `notOffered`.
    func readers(
        _ addressed: [String], _ log: LogView
    ) throws(PageFault) -> [Reader] {
        let offered = organisation.readers(in: today.month, log: log)
        var readers: [Reader] = []
        for id in addressed {
            guard let reader = offered.first(where: { $0.counsellor.id == id }) else {
                throw .notOffered(id)
            }
            readers.append(reader)
        }
        return readers
    }

    /// Costs one Argon2id of 64 MiB, and is a step. Throws `outOfMemory`.
    func keys(_ code: ReceiptCode) throws(PageFault) -> ReceiptKeys {
        defer { host_step() }
        do throws(ReportingError) {
            return try ReceiptKeys(entropy: code.entropy, genesis: organisation.roster.genesis)
        } catch { throw .notSealable(error) }
    }
}
