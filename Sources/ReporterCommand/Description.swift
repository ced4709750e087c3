internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Counsellors as people see them: name, role, languages, when they read, other ways.
extension Texts {
    /// Her name and whose she is, on one line.
    func name(_ counsellor: Roster.Counsellor) -> String {
        "\(inert(counsellor.name)) (\(common.roles(counsellor.role)))"
    }

    /// Everything about one counsellor, a line each; the first has her name.
    func describe(
        _ counsellor: Roster.Counsellor, in organisation: Organisation, log: LogView?, today: Day
    ) -> [String] {
        var lines = [name(counsellor)]
        lines.append(
            self.organisation.speaks(common.list(counsellor.languages.map(common.languages))))
        lines += hours(of: counsellor, in: organisation, today: today)
        lines += counsellor.ways.map { self.organisation.way(inert($0)) }
        if let new = new(counsellor, today: today) { lines.append(new) }
        if let silent = log.flatMap({ silent(counsellor, in: $0, today: today) }) {
            lines.append(silent)
        }
        return lines
    }

    /// That she has fetched nothing for longer than she should; nil when she has.
    func silent(_ counsellor: Roster.Counsellor, in log: LogView, today: Day) -> String? {
        Confirmations(of: counsellor, in: log).silentSince(today: today)
            .map { organisation.silent(common.day($0)) }
    }

    /// That she, or a key of hers, is new here; nil when she is not.
    func new(_ counsellor: Roster.Counsellor, today: Day) -> String? {
        counsellor.isNew(on: today) ? organisation.new(common.day(counsellor.since)) : nil
    }

    /// When she reads, as she said herself and how long ago.
    func hours(
        of counsellor: Roster.Counsellor, in organisation: Organisation, today: Day
    ) -> [String] {
        guard let hours = organisation.hours(of: counsellor.id) else {
            return [self.organisation.readsUnknown]
        }
        var lines: [String] = []
        lines.append(
            hours.reads.isEmpty
                ? self.organisation.readsUnknown
                : self.organisation.reads(common.list(hours.reads.map { common.weekdays[$0] })))
        if let absence = hours.absence(from: today) {
            lines.append(
                self.organisation.absent(
                    common.day(absence.lowerBound), common.day(absence.upperBound)))
            if let id = hours.replacement {
                let name = organisation.roster.counsellor(id)?.name ?? id
                lines.append(self.organisation.replacedBy(inert(name)))
            }
        }
        if let phone = hours.phone { lines.append(self.organisation.phone(inert(phone))) }
        if let remark = hours.remark { lines.append(self.organisation.remark(inert(remark))) }
        if hours.isOld(on: today) {
            let age = today.number - hours.day.number
            lines.append(self.organisation.old(common.day(hours.day), age))
        }
        return lines
    }

    /// All counsellors of the organisation.
    ///
    /// - Parameter log: to say who can be written to; nil where nobody can.
    func describe(_ organisation: Organisation, log: LogView?, today: Day) -> String {
        let offered = log.map { organisation.readers(in: today.month, log: $0) }
        var lines = [self.organisation.heading(inert(organisation.roster.organisation))]
        for counsellor in organisation.roster.counsellors {
            let description = describe(counsellor, in: organisation, log: log, today: today)
            lines += ["", "  " + description[0]]
            lines += description.dropFirst().map { wrapped("    " + $0) }
            let isReached =
                !counsellor.ways.isEmpty || organisation.hours(of: counsellor.id)?.phone != nil
            let call = isReached ? " " + self.organisation.call : ""
            switch organisation.obstacle(to: counsellor, in: today.month, offered: offered ?? []) {
            case .noKey: lines.append(wrapped("    " + self.organisation.notThisMonth + call))
            case .notConfirmed where log != nil:
                lines.append(wrapped("    " + self.organisation.notConfirmed + call))
            default: break
            }
        }
        return lines.joined(separator: "\n")
    }
}
